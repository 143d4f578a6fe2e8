using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;

namespace CaseExtract.Course;

/// <summary>
/// A mention with its place in the story. Every field looks through all of them: its parts lie side by side.
/// </summary>
internal readonly record struct PlacedMention
{
    private readonly double _monthsBefore; // NaN where the story does not tell

    public PlacedMention(in Mention mention, Episode episode, double? monthsBefore, bool isDated = false, Placement placement = Placement.Told)
    {
        (Kind, Concept, FirstToken, EndToken, Sentence, Assertion) = (mention.Kind, mention.Concept, mention.FirstToken, mention.EndToken, mention.Sentence, mention.Assertion);
        (Episode, _monthsBefore, IsDated, Placement) = (episode, monthsBefore ?? double.NaN, isDated, placement);
    }

    public MentionKind Kind { get; }

    public Concept Concept { get; }

    public int FirstToken { get; init; }

    public int EndToken { get; init; }

    public int Sentence { get; }

    public Assertion Assertion { get; }

    /// <summary>The stretch of the story it belongs to.</summary>
    public Episode Episode { get; }

    /// <summary>Months before the presentation of the index lesion, where the story tells; negative after it.</summary>
    public double? MonthsBefore => double.IsNaN(_monthsBefore) ? null : _monthsBefore;

    /// <summary>The text itself dates it back from where it is told ("two years ago").</summary>
    public bool IsDated { get; }

    /// <summary>Why it belongs to its episode.</summary>
    public Placement Placement { get; }

    /// <summary>By hand, as for <see cref="GetHashCode"/>: what the compiler writes asks a comparer for each enumeration, which is code that is made whenever a process starts.</summary>
    public bool Equals(PlacedMention other) =>
        FirstToken == other.FirstToken && EndToken == other.EndToken && Sentence == other.Sentence && Kind == other.Kind && Assertion == other.Assertion && Episode == other.Episode
        && Placement == other.Placement && IsDated == other.IsDated && _monthsBefore.Equals(other._monthsBefore) && Equals(Concept, other.Concept);

    public override int GetHashCode() => (((FirstToken * 31) + EndToken) * 31) + (int)Kind;

    public bool Is(Assertion any) => (Assertion & any) != 0;

    /// <summary>The value of a small vocabulary that the mention names.</summary>
    public string Value => ((ValueConcept)Concept).Value;

    /// <summary>Whether another mention stands within this one's words, or is of the same: the "breast" of "breast cancer".</summary>
    public bool Covers(in PlacedMention other) => FirstToken <= other.FirstToken && EndToken >= other.EndToken;

    /// <summary>Whether the two share a word: "metastatic breast" and "breast cancer".</summary>
    public bool Overlaps(in PlacedMention other) => FirstToken < other.EndToken && other.FirstToken < EndToken;

    /// <summary>How many tokens stand between two mentions of one sentence; 0 when they touch or overlap, and endless across sentences.</summary>
    public int DistanceTo(in PlacedMention other) => Sentence != other.Sentence
        ? int.MaxValue
        : EndToken <= other.FirstToken ? other.FirstToken - EndToken : other.EndToken <= FirstToken ? FirstToken - other.EndToken : 0;
}
