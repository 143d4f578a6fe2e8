using CaseExtract.Annotation;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Course;

/// <summary>One patient's story: every mention in its episode, in text order.</summary>
internal sealed class ClinicalCourse
{
    private static readonly int Kinds = Enum.GetValues<MentionKind>().Length;

    private readonly PlacedMention[] _mentions;
    private readonly int[] _starts;           // by sentence
    private readonly PlacedMention[] _byKind; // those of a kind together, in text order
    private readonly int[] _kindStarts;

    /// <param name="annotated">The document.</param>
    /// <param name="number">1 for the first patient of the narrative.</param>
    /// <param name="sentences">Indexes of the sentences that tell of this patient, ascending.</param>
    /// <param name="mentions">The mentions of these sentences, in text order.</param>
    public ClinicalCourse(AnnotatedDocument annotated, int number, int[] sentences, PlacedMention[] mentions)
    {
        Document = annotated.Document;
        Number = number;
        SentenceIndexes = sentences;
        _mentions = mentions;
        _starts = new int[Document.SentenceArray.Length + 1];
        var next = 0;
        for (var sentence = 0; sentence < _starts.Length; sentence++)
        {
            while (next < mentions.Length && mentions[next].Sentence < sentence)
            {
                next++;
            }

            _starts[sentence] = next;
        }

        _kindStarts = new int[Kinds + 1];
        _byKind = SortByKind(mentions, _kindStarts);
    }

    public Document Document { get; }

    public int Number { get; }

    public IReadOnlyList<int> SentenceIndexes { get; }

    public ReadOnlySpan<PlacedMention> Mentions => _mentions;

    /// <summary>The mentions of one kind, in text order: fields ask for a few kinds each and do not look through all mentions.</summary>
    public ReadOnlySpan<PlacedMention> Of(MentionKind kind) => _byKind.AsSpan(_kindStarts[(int)kind].._kindStarts[(int)kind + 1]);

    public ReadOnlySpan<PlacedMention> MentionsOf(int sentence) => _mentions.AsSpan(_starts[sentence].._starts[sentence + 1]);

    public Sentence SentenceOf(PlacedMention mention) => Document.SentenceArray[mention.Sentence];

    /// <summary>Whether a mention of a kind, and of a value if given, stands in a range of tokens of one sentence.</summary>
    public bool Has(int sentence, int firstToken, int endToken, MentionKind kind, string? value = null)
    {
        foreach (var mention in MentionsOf(sentence))
        {
            if (mention.Kind == kind && mention.FirstToken >= firstToken && mention.EndToken <= endToken && (value is null || mention.Value == value))
            {
                return true;
            }
        }

        return false;
    }

    public bool Has(int sentence, MentionKind kind, string? value = null) => Has(sentence, 0, int.MaxValue, kind, value);

    private static PlacedMention[] SortByKind(PlacedMention[] mentions, int[] starts)
    {
        foreach (ref readonly var mention in mentions.AsSpan())
        {
            starts[(int)mention.Kind + 1]++;
        }

        Span<int> next = stackalloc int[Kinds];
        for (var kind = 0; kind < Kinds; kind++)
        {
            next[kind] = starts[kind];
            starts[kind + 1] += starts[kind];
        }

        var sorted = new PlacedMention[mentions.Length];
        foreach (ref readonly var mention in mentions.AsSpan())
        {
            sorted[next[(int)mention.Kind]++] = mention;
        }

        return sorted;
    }
}
