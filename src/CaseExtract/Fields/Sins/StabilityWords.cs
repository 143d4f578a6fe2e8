using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>The words of one case that bear on the stability of the spine: of the present course, before the operation, and of the spine.</summary>
internal sealed class StabilityWords
{
    private const Assertion NoFact = Assertion.Uncertain | Assertion.Hypothetical | Assertion.NotPatient | Assertion.Historical;

    private readonly List<PlacedMention> _words = [];

    /// <param name="course">The story.</param>
    /// <param name="aftermath">What of it comes after the treatment.</param>
    /// <param name="roles">The words of <c>rules/stability.tsv</c>.</param>
    public StabilityWords(ClinicalCourse course, Aftermath aftermath, WordRoles<StabilityWord> roles)
    {
        Course = course;
        Roles = roles;
        Add(course.Of(MentionKind.Stability), aftermath);
        Add(course.Of(MentionKind.Density), aftermath);
    }

    public ClinicalCourse Course { get; }

    public WordRoles<StabilityWord> Roles { get; }

    /// <summary>The affirmed words of a concept.</summary>
    public List<PlacedMention> Of(MentionKind kind, string concept)
    {
        var found = new List<PlacedMention>();
        foreach (var word in _words)
        {
            if (word.Kind == kind && word.Value == concept && !word.Is(Assertion.Negated))
            {
                found.Add(word);
            }
        }

        return found;
    }

    /// <summary>The first affirmed word of a concept.</summary>
    public PlacedMention? First(MentionKind kind, string concept) => First(kind, concept, static _ => true);

    /// <summary>The first affirmed word of a concept of which something else is true as well.</summary>
    public PlacedMention? First(MentionKind kind, string concept, Func<PlacedMention, bool> condition) => First(kind, concept, isDenied: false, condition);

    /// <summary>The first denied word of a concept.</summary>
    public PlacedMention? FirstDenied(string concept) => FirstDenied(concept, static _ => true);

    /// <summary>The first denied word of a concept of which something else is true as well.</summary>
    public PlacedMention? FirstDenied(string concept, Func<PlacedMention, bool> condition) => First(MentionKind.Stability, concept, isDenied: true, condition);

    private PlacedMention? First(MentionKind kind, string concept, bool isDenied, Func<PlacedMention, bool> condition)
    {
        foreach (var word in _words)
        {
            if (word.Kind == kind && word.Value == concept && word.Is(Assertion.Negated) == isDenied && condition(word))
            {
                return word;
            }
        }

        return null;
    }

    private void Add(ReadOnlySpan<PlacedMention> mentions, Aftermath aftermath)
    {
        foreach (var mention in mentions)
        {
            if (mention.Episode == Episode.Present && !mention.Is(NoFact) && !aftermath.IsBehind(mention) && Course.SentenceOf(mention).Section is not SectionKind.Title)
            {
                _words.Add(mention);
            }
        }
    }

    /// <summary>Whether the sentence of a word names a vertebra or the spine, so that a fracture or a lysis is there and not in a femur.</summary>
    public bool IsSpinal(PlacedMention word) => Course.Once(word.Sentence, NamesSpine);

    private static bool NamesSpine(ClinicalCourse course, int sentence)
    {
        foreach (ref readonly var mention in course.MentionsOf(sentence))
        {
            if (mention.Kind == MentionKind.Level || mention is { Kind: MentionKind.Site, Concept: SiteConcept { Kind: SiteKind.Spine } })
            {
                return true;
            }
        }

        return false;
    }
}
