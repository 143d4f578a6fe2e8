using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;

namespace CaseExtract.Course;

/// <summary>A mention with its place in the story.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="Episode">The stretch of the story it belongs to.</param>
/// <param name="IsDated">The text itself dates it back from where it is told ("two years ago").</param>
/// <param name="Placement">Why it belongs there.</param>
/// <param name="MonthsBefore">Months before the presentation of the index lesion, where the story tells; negative after it.</param>
internal readonly record struct PlacedMention(Mention Mention, Episode Episode, double? MonthsBefore, bool IsDated = false, Placement Placement = Placement.Told)
{
    public MentionKind Kind => Mention.Kind;

    public Concept Concept => Mention.Concept;

    public int FirstToken => Mention.FirstToken;

    public int EndToken => Mention.EndToken;

    public int Sentence => Mention.Sentence;

    public Assertion Assertion => Mention.Assertion;

    public bool Is(Assertion any) => (Mention.Assertion & any) != 0;

    /// <summary>The value of a small vocabulary that the mention names.</summary>
    public string Value => ((ValueConcept)Mention.Concept).Value;

    /// <summary>How many tokens stand between two mentions of one sentence; 0 when they touch or overlap, and endless across sentences.</summary>
    public int DistanceTo(PlacedMention other) => Sentence != other.Sentence
        ? int.MaxValue
        : EndToken <= other.FirstToken ? other.FirstToken - EndToken : other.EndToken <= FirstToken ? FirstToken - other.EndToken : 0;
}
