using System.Runtime.InteropServices;
using CaseExtract.Annotation;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Course;

/// <summary>One patient's story: every mention in its episode, in text order.</summary>
internal sealed class ClinicalCourse
{
    private readonly List<int> _sentences = [];
    private readonly MentionIndex _mentions = new();
    private AnnotatedDocument _annotated = null!;

    public Document Document { get; private set; } = null!;

    /// <summary>1 for the first patient of the narrative.</summary>
    public int Number { get; private set; }

    /// <summary>Indexes of the sentences that tell of this patient, ascending.</summary>
    public ReadOnlySpan<int> SentenceIndexes => CollectionsMarshal.AsSpan(_sentences);

    /// <summary>The mentions of these sentences, in text order.</summary>
    public ReadOnlySpan<PlacedMention> Mentions => _mentions.All;

    /// <summary>The mentions of one kind, in text order: fields ask for a few kinds each and do not look through all mentions.</summary>
    public ReadOnlySpan<PlacedMention> Of(MentionKind kind) => _mentions.Of(kind);

    /// <summary>The kinds of mentions that a sentence may hold of this patient, and maybe those of others.</summary>
    public MentionKinds KindsOf(int sentence) => _annotated.KindsOf(sentence);

    public ReadOnlySpan<PlacedMention> MentionsOf(int sentence) => _mentions.Of(sentence);

    /// <summary>
    /// The mentions of a sentence that stand near a range of tokens, and maybe others of it: at least all that end at <paramref name="from"/> or behind it and
    /// start at <paramref name="to"/> or before it. Who looks a few words around each mention of a long sentence does not look through the whole sentence each time.
    /// </summary>
    public ReadOnlySpan<PlacedMention> MentionsNear(int sentence, int from, int to) => _mentions.Near(sentence, from, to);

    /// <summary>The mentions of one kind in a sentence, in text order.</summary>
    public ReadOnlySpan<PlacedMention> MentionsOf(int sentence, MentionKind kind) => KindsOf(sentence).Has(kind) ? _mentions.Of(sentence, kind) : [];

    /// <summary>As <see cref="MentionsNear(int, int, int)"/>, those of one kind alone.</summary>
    public ReadOnlySpan<PlacedMention> MentionsNear(int sentence, MentionKind kind, int from, int to) => KindsOf(sentence).Has(kind) ? _mentions.Near(sentence, kind, from, to) : [];

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
    public Span<PlacedMention> Open(int count) => _mentions.Open(count);

    /// <summary>Sorts what the course has been given.</summary>
    public void Close() => _mentions.Close(Document.SentenceArray.Length);

    public Sentence SentenceOf(PlacedMention mention) => Document.SentenceArray[mention.Sentence];

    /// <summary>Whether a mention of a kind, and of a value if given, stands in a range of tokens of one sentence.</summary>
    public bool Has(int sentence, int firstToken, int endToken, MentionKind kind, string? value = null)
    {
        if (!KindsOf(sentence).Has(kind))
        {
            return false;
        }

        foreach (ref readonly var mention in _mentions.Within(sentence, firstToken, endToken))
        {
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
}
