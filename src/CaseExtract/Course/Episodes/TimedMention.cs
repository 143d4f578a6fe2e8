using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;

namespace CaseExtract.Course;

/// <summary>
/// A mention on its way to its place on the line. It changes where it stands: a sentence full of words of time sets the clock of what follows each of them,
/// and a new mention for each would cost more than all else.
/// </summary>
/// <param name="Mention">The mention.</param>
/// <param name="Clock">Months since the story began, where it is told.</param>
/// <param name="Before">Months that the text itself dates it back.</param>
/// <param name="IsFollowUp">Told as observation.</param>
/// <param name="IsOpening">Told by the opening sentence before how the patient came.</param>
/// <param name="Continued">What it shares with the act that it is told in one breath with: historical, or in the past perfect.</param>
internal record struct TimedMention(Mention Mention, double Clock, double? Before = null, bool IsFollowUp = false, bool IsOpening = false, Assertion Continued = 0)
{
    public readonly MentionKind Kind => Mention.Kind;

    public readonly int FirstToken => Mention.FirstToken;

    public readonly int EndToken => Mention.EndToken;

    public readonly bool IsAct => Mention.Kind is MentionKind.Procedure or MentionKind.Adjuvant;

    /// <summary>What its own cues say of it, and what it shares with the acts before it.</summary>
    public readonly Assertion Assertion => Mention.Assertion | Continued;

    public readonly bool Is(Assertion any) => (Assertion & any) != 0;
}

/// <summary>A point where the story may start anew: the clock moves on, or the patient comes again.</summary>
internal readonly record struct Restart(int Sentence, int Token, double From, double To);
