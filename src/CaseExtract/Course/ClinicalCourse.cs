using System.Runtime.InteropServices;
using CaseExtract.Annotation;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Course;

/// <summary>One patient's story: every mention in its episode, in text order.</summary>
internal sealed class ClinicalCourse
{
    /// <summary>In a range of more tokens than these a value is looked for from where the first of it stands.</summary>
    private const int Wide = 32;

    private readonly List<int> _sentences = [];
    private readonly MentionIndex _mentions = new();
    private readonly SentenceAnswers<bool> _answers = new();
    private readonly SentenceAnswers<int> _places = new();
    private readonly CourseAnswers _courseAnswers = new();
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
    public void Close()
    {
        _mentions.Close(Document.SentenceArray.Length);
        _answers.Clear();
        _places.Clear();
        _courseAnswers.Clear();
    }

    public Sentence SentenceOf(PlacedMention mention) => Document.SentenceArray[mention.Sentence];

    /// <summary>Whether a mention of a kind, and of a value if given, stands in a range of tokens of one sentence.</summary>
    public bool Has(int sentence, int firstToken, int endToken, MentionKind kind, string? value = null)
    {
        if (!KindsOf(sentence).Has(kind))
        {
            return false;
        }

        if (value is not null && endToken - firstToken > Wide)
        {
            var (first, last) = _mentions.EndsOf(sentence, kind, value);
            firstToken = Math.Max(firstToken, first);
            if (first < 0 || last < firstToken || first >= endToken)
            {
                return false;
            }
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

    public bool Has(int sentence, MentionKind kind, string? value = null) =>
        KindsOf(sentence).Has(kind) && (value is null ? !_mentions.Of(sentence, kind).IsEmpty : _mentions.EndsOf(sentence, kind, value) is { First: >= 0 });

    /// <summary>Whether a mention of a kind and value starts at a token of a sentence or behind it.</summary>
    public bool HasFrom(int sentence, int token, MentionKind kind, string value) => KindsOf(sentence).Has(kind) && _mentions.EndsOf(sentence, kind, value).Last >= token;

    /// <summary>What a question about a whole sentence is answered: it is put for each mention of a long one, and asked once.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="question">A method that is always the same delegate: a static one, or one that its owner keeps.</param>
    public bool Once(int sentence, Func<ClinicalCourse, int, bool> question) => _answers.To(question, this, sentence);

    /// <summary>What a question about the whole course is answered: it is put for each of many mentions, and asked once.</summary>
    /// <param name="question">A static method.</param>
    public bool Once(Func<ClinicalCourse, bool> question) => _courseAnswers.To(question, this);

    /// <inheritdoc cref="Once(int, Func{ClinicalCourse, int, bool})"/>
    public int Once(int sentence, Func<ClinicalCourse, int, int> question) => _places.To(question, this, sentence);

    /// <summary>The first token of the first mention of a kind and value in a sentence; -1 where there is none.</summary>
    public int FirstOf(int sentence, MentionKind kind, string value) => KindsOf(sentence).Has(kind) ? _mentions.EndsOf(sentence, kind, value).First : -1;
}
