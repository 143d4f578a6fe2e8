using CaseExtract.Annotation.Matching;

namespace CaseExtract.Annotation.Context;

/// <summary>What a cue that reaches a mention says of a mention of its kind.</summary>
internal static class CueMeaning
{
    /// <summary>What a cue that reaches a mention says of it: plans and refusals are of acts; a normal value denies what was looked for, not the test or the act that it is the value of.</summary>
    public static Assertion Of(CueRole role, in Mention target) => role switch
    {
        CueRole.Planned => IsAct(target) || target.Kind is MentionKind.Test or MentionKind.Extent ? Assertion.Hypothetical : Assertion.Affirmed,
        CueRole.Declined => IsAct(target) || target.Kind == MentionKind.Test ? Assertion.Negated : Assertion.Affirmed,
        CueRole.Failed => target.Kind is MentionKind.Procedure or MentionKind.Test ? Assertion.Negated : Assertion.Affirmed,
        CueRole.Negated => target.Kind == MentionKind.Interval ? Assertion.Affirmed : Assertion.Negated,
        CueRole.Normal => IsAct(target) || target.Kind is MentionKind.Test or MentionKind.Plot or MentionKind.Interval ? Assertion.Affirmed : Assertion.Negated,
        CueRole.Ended => IsAct(target) || target.Kind is MentionKind.Test or MentionKind.Plot or MentionKind.Interval ? Assertion.Affirmed : Assertion.Ended,
        CueRole.Stopped => IsAct(target) ? Assertion.Ended : Assertion.Affirmed,
        CueRole.Uncertain => Assertion.Uncertain,
        CueRole.Hypothetical => Assertion.Hypothetical,
        CueRole.Historical => Assertion.Historical,
        CueRole.PastPerfect => Assertion.PastPerfect,
        CueRole.Family => Assertion.Relative,
        CueRole.Other => Assertion.OtherPatient,
        CueRole.Literature => Assertion.Literature,
        _ => Assertion.Affirmed,
    };

    /// <summary>Whether a mention is an act: an operation or another treatment.</summary>
    public static bool IsAct(in Mention target) => target.Kind is MentionKind.Procedure or MentionKind.Adjuvant;
}
