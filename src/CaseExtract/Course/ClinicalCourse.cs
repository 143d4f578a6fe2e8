using System.Runtime.InteropServices;
using CaseExtract.Annotation;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Course;

/// <summary>One patient's story: every mention in its episode, in text order.</summary>
internal sealed class ClinicalCourse
{
    /// <summary>So few mentions are looked through sooner than searched.</summary>
    private const int FewMentions = 8;

    private static readonly int Kinds = Enum.GetValues<MentionKind>().Length;

    private readonly List<int> _sentences = [];
    private readonly List<PlacedMention> _mentions = new(256);
    private readonly List<int> _starts = [];           // by sentence
    private readonly List<PlacedMention> _byKind = new(256); // those of a kind together, in text order
    private readonly int[] _kindStarts = new int[Kinds + 1];
    private int _longest; // tokens of the longest mention
    private AnnotatedDocument _annotated = null!;

    public Document Document { get; private set; } = null!;

    /// <summary>1 for the first patient of the narrative.</summary>
    public int Number { get; private set; }

    /// <summary>Indexes of the sentences that tell of this patient, ascending.</summary>
    public ReadOnlySpan<int> SentenceIndexes => CollectionsMarshal.AsSpan(_sentences);

    /// <summary>The mentions of these sentences, in text order.</summary>
    public ReadOnlySpan<PlacedMention> Mentions => CollectionsMarshal.AsSpan(_mentions);

    /// <summary>The mentions of one kind, in text order: fields ask for a few kinds each and do not look through all mentions.</summary>
    public ReadOnlySpan<PlacedMention> Of(MentionKind kind) => CollectionsMarshal.AsSpan(_byKind)[_kindStarts[(int)kind].._kindStarts[(int)kind + 1]];

    /// <summary>The kinds of mentions that a sentence may hold of this patient, and maybe those of others.</summary>
    public MentionKinds KindsOf(int sentence) => _annotated.KindsOf(sentence);

    public ReadOnlySpan<PlacedMention> MentionsOf(int sentence) => Mentions[_starts[sentence].._starts[sentence + 1]];

    /// <summary>
    /// The mentions of a sentence that stand near a range of tokens, and maybe others of it: at least all that end at <paramref name="from"/> or behind it and
    /// start at <paramref name="to"/> or before it. Who looks a few words around each mention of a long sentence does not look through the whole sentence each time.
    /// </summary>
    public ReadOnlySpan<PlacedMention> MentionsNear(int sentence, int from, int to)
    {
        var mentions = MentionsOf(sentence);
        if (mentions.Length <= FewMentions)
        {
            return mentions;
        }

        var first = FirstFrom(mentions, from - _longest);
        var end = first;
        while (end < mentions.Length && mentions[end].FirstToken <= to)
        {
            end++;
        }

        return mentions[first..end];
    }

    /// <summary>The mentions of one kind in a sentence, in text order.</summary>
    public ReadOnlySpan<PlacedMention> MentionsOf(int sentence, MentionKind kind)
    {
        if (!KindsOf(sentence).Has(kind))
        {
            return [];
        }

        var mentions = Of(kind);
        var first = FirstFrom(mentions, Document.SentenceArray[sentence].FirstToken);
        var end = first;
        while (end < mentions.Length && mentions[end].Sentence == sentence)
        {
            end++;
        }

        return mentions[first..end];
    }

    /// <summary>As <see cref="MentionsNear(int, int, int)"/>, those of one kind alone.</summary>
    public ReadOnlySpan<PlacedMention> MentionsNear(int sentence, MentionKind kind, int from, int to)
    {
        if (!KindsOf(sentence).Has(kind))
        {
            return [];
        }

        var mentions = Of(kind);
        var first = FirstFrom(mentions, Math.Max(Document.SentenceArray[sentence].FirstToken, from - _longest));
        var end = first;
        while (end < mentions.Length && mentions[end].FirstToken <= to && mentions[end].Sentence == sentence)
        {
            end++;
        }

        return mentions[first..end];
    }

    /// <summary>Begins the course of another patient, in the memory of the last.</summary>
    public ClinicalCourse Begin(AnnotatedDocument annotated, int number, PatientPart part)
    {
        _annotated = annotated;
        Document = annotated.Document;
        Number = number;
        _sentences.Clear();
        part.AddSentences(_sentences);
        return this;
    }

    /// <summary>Room for so many mentions, to be filled in text order before <see cref="Close"/>.</summary>
    public Span<PlacedMention> Open(int count)
    {
        CollectionsMarshal.SetCount(_mentions, count);
        return CollectionsMarshal.AsSpan(_mentions);
    }

    /// <summary>Sorts what the course has been given.</summary>
    public void Close()
    {
        var mentions = Mentions;
        CollectionsMarshal.SetCount(_starts, Document.SentenceArray.Length + 1);
        var starts = CollectionsMarshal.AsSpan(_starts);
        var next = 0;
        for (var sentence = 0; sentence < starts.Length; sentence++)
        {
            while (next < mentions.Length && mentions[next].Sentence < sentence)
            {
                next++;
            }

            starts[sentence] = next;
        }

        SortByKind();
    }

    public Sentence SentenceOf(PlacedMention mention) => Document.SentenceArray[mention.Sentence];

    /// <summary>Whether a mention of a kind, and of a value if given, stands in a range of tokens of one sentence.</summary>
    public bool Has(int sentence, int firstToken, int endToken, MentionKind kind, string? value = null)
    {
        if (!KindsOf(sentence).Has(kind))
        {
            return false;
        }

        var mentions = MentionsOf(sentence);
        for (var index = mentions.Length <= FewMentions ? 0 : FirstFrom(mentions, firstToken); index < mentions.Length && mentions[index].FirstToken < endToken; index++)
        {
            ref readonly var mention = ref mentions[index];
            if (mention.Kind == kind && mention.FirstToken >= firstToken && mention.EndToken <= endToken && (value is null || mention.Value == value))
            {
                return true;
            }
        }

        return false;
    }

    public bool Has(int sentence, MentionKind kind, string? value = null)
    {
        foreach (ref readonly var mention in MentionsOf(sentence, kind))
        {
            if (value is null || mention.Value == value)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Index of the first mention that starts at a token or behind it.</summary>
    private static int FirstFrom(ReadOnlySpan<PlacedMention> mentions, int token)
    {
        int low = 0, high = mentions.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = mentions[middle].FirstToken < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void SortByKind()
    {
        var mentions = Mentions;
        Array.Clear(_kindStarts);
        _longest = 0;
        foreach (ref readonly var mention in mentions)
        {
            _kindStarts[(int)mention.Kind + 1]++;
            _longest = Math.Max(_longest, mention.EndToken - mention.FirstToken);
        }

        Span<int> next = stackalloc int[Kinds];
        for (var kind = 0; kind < Kinds; kind++)
        {
            next[kind] = _kindStarts[kind];
            _kindStarts[kind + 1] += _kindStarts[kind];
        }

        CollectionsMarshal.SetCount(_byKind, mentions.Length);
        var sorted = CollectionsMarshal.AsSpan(_byKind);
        foreach (ref readonly var mention in mentions)
        {
            sorted[next[(int)mention.Kind]++] = mention;
        }
    }
}
