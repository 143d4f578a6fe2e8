using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>Whether a cue says of a mention behind it, which it reaches, what its role is.</summary>
internal static class ForwardCue
{
    /// <summary>What is doubted is a disease; of an act only one that the doubt stands beside: "a possible resection", not "with the suspicion of cancer a biopsy was taken".</summary>
    private const int DoubtReach = 3;

    /// <summary>Whether a cue before a mention that is near enough says of it what its role is.</summary>
    /// <param name="cues">The cues of the sentence.</param>
    /// <param name="index">Which of them.</param>
    /// <param name="target">The mention.</param>
    /// <param name="isBehindComma">Whether a comma stands between.</param>
    public static bool Says(SentenceCues cues, int index, in Mention target, bool isBehindComma)
    {
        ref readonly var cue = ref cues.Mentions[index];
        var role = cues.Marks[index].Role;
        return !(EndsAtSubject(cues, cue, role, target) || IsOwnNegation(cues.Document, cue, target) || (role is CueRole.Negated or CueRole.Normal && EndsAtMark(cues, cue, target))
            || IsNotOf(cues, cue, role, target, isBehindComma)
            || (role is CueRole.Negated or CueRole.Normal or CueRole.Ended or CueRole.Stopped or CueRole.Declined or CueRole.Historical && Coordination.EndsBefore(cues, cue, target))
            || (role is CueRole.Negated or CueRole.Normal or CueRole.Uncertain or CueRole.Hypothetical or CueRole.Historical && Presupposition.Holds(cues, cue, target)));
    }

    /// <summary>Whether another subject opens before the mention, where what a cue says ends with its own.</summary>
    private static bool EndsAtSubject(SentenceCues cues, in Mention cue, CueRole role, in Mention target) => role switch
    {
        CueRole.Negated or CueRole.Normal or CueRole.Ended or CueRole.Stopped or CueRole.Declined or CueRole.Planned => cues.HasOtherSubject(cue.EndToken, target.FirstToken),
        // "[would] harm the hip, the surgeons curetted it": a modal verb ends with its clause, where "if" governs the next as well
        CueRole.Hypothetical => CueMeaning.IsAct(target) && cues.Document.Is(cue.FirstToken, FunctionWord.Modal) && cues.HasOtherSubject(cue.EndToken, target.FirstToken),
        _ => false,
    };

    /// <summary>Whether a denial ended at a mark: a colon that opens the conclusion, or the end of the parentheses that it stands in.</summary>
    private static bool EndsAtMark(SentenceCues cues, in Mention cue, in Mention target) =>
        (cues.Holds(SentenceWords.Colon) && ClauseBounds.HasConclusion(cues.Document, cue.EndToken, target.FirstToken))
        || (cues.Holds(SentenceWords.ClosingBracket) && Brackets.CloseBetween(cues.Document, cue.EndToken, target.FirstToken));

    /// <summary>Whether a cue of a role says something else than what it is asked for: of another thing, or nothing of a mention of this kind.</summary>
    private static bool IsNotOf(SentenceCues cues, in Mention cue, CueRole role, in Mention target, bool isBehindComma)
    {
        var document = cues.Document;
        return role switch
        {
            // "HER2 negative), treated by lumpectomy": a result denies no act behind it
            CueRole.Normal => CueMeaning.IsAct(target) || TestResult.IsCompound(document, cue) || TestResult.IsPlace(document, cue) || (isBehindComma && TestResult.IsAdjective(document, cue, target)),
            CueRole.Negated => IsOnlySeeing(cues, cue, target),
            CueRole.Historical => isBehindComma && ActTime.IsAdjectiveOfOtherClause(document, cue, target),
            CueRole.Planned => CueReading.IsNeedOfPatient(document, cue),
            CueRole.Declined => Coordination.OpensAct(document, cue.EndToken, target.FirstToken),
            CueRole.Uncertain => (CueMeaning.IsAct(target) || target.Kind == MentionKind.Extent) && (isBehindComma || target.FirstToken - cue.EndToken > DoubtReach),
            CueRole.Ended or CueRole.Stopped => Circumstance.IsMeans(document, cue.EndToken, target, role) || Coordination.OpensAct(document, cue.EndToken, target.FirstToken),
            _ => false,
        };
    }

    /// <summary>Whether a denial is of what a test or an operation showed, which was done.</summary>
    private static bool IsOnlySeeing(SentenceCues cues, in Mention cue, in Mention target) => target.Kind switch
    {
        MentionKind.Test => !TestDenial.IsNotDone(cues, cue, target),
        MentionKind.Procedure => cues.Document.TextOf(cue.FirstToken) is "neither" or "Neither" && TestDenial.IsSubjectOfSeeing(cues.Document, target),
        _ => false,
    };

    /// <summary>Whether the word of denial that a cue ends with is the mention's own first word: "was [not informative]".</summary>
    private static bool IsOwnNegation(Document document, in Mention cue, in Mention target) =>
        cue.EndToken > target.FirstToken && document.Is(target.FirstToken, FunctionWord.VerbNegator | FunctionWord.NegativeDeterminer);
}
