using CaseExtract.Annotation.Matching;
using CaseExtract.Text;

namespace CaseExtract.Annotation.Context;

/// <summary>Which cues of a sentence reach a mention in it, and what they make of it together.</summary>
internal static class CueScope
{
    /// <summary>What is no longer in doubt, or denied, once it was done.</summary>
    private const Assertion Lifted = Assertion.Negated | Assertion.Uncertain | Assertion.Hypothetical;

    /// <summary>What the cues of a sentence say of one mention in it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cues">The cues of the sentence, in text order.</param>
    /// <param name="target">The mention.</param>
    /// <param name="start">The sentence's first token.</param>
    /// <param name="end">One past the sentence's last token.</param>
    public static Assertion AssertionOf(Document document, ReadOnlySpan<Mention> cues, Mention target, int start, int end)
    {
        if (cues.IsEmpty)
        {
            return Assertion.Affirmed;
        }

        var (assertion, behindComma) = Forward(document, cues, target, start);
        return Backward(document, cues, target, start, end, assertion, behindComma);
    }

    /// <summary>What a cue that reaches a mention says of it: plans and refusals are of acts; a normal value denies what was looked for, not the test or the act that it is the value of.</summary>
    public static Assertion Of(CueRole role, Mention target) => role switch
    {
        CueRole.Planned => IsAct(target) || target.Kind is MentionKind.Test or MentionKind.Extent ? Assertion.Hypothetical : Assertion.Affirmed,
        CueRole.Declined => IsAct(target) || target.Kind == MentionKind.Test ? Assertion.Negated : Assertion.Affirmed,
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

    /// <summary>What the cues before a mention say, and which part of it is said only from beyond a comma.</summary>
    private static (Assertion Assertion, Assertion BehindComma) Forward(Document document, ReadOnlySpan<Mention> cues, Mention target, int start)
    {
        int from = start, clause = start;
        // from the nearest on: those farther off change little and are asked little
        for (var index = FirstFrom(cues, target.FirstToken + 1) - 1; index >= 0; index--)
        {
            ref readonly var cue = ref cues[index];
            if (cue.Concept is not CueConcept { Role: CueRole.Terminator or CueRole.Clause } terminator)
            {
                continue;
            }

            // a mention that opens with one ("no fever, [presented: …]") stands behind it
            var end = cue.FirstToken == target.FirstToken ? cue.FirstToken : cue.EndToken;
            if (end > target.FirstToken || end <= (terminator.Role == CueRole.Clause ? clause : from))
            {
                continue;
            }

            // "did not reveal", "not due to": what is denied itself ends no denial
            if (terminator.Role == CueRole.Terminator && IsDeniedAt(document, cues, cue.FirstToken))
            {
                continue;
            }

            from = Math.Max(from, end);
            clause = terminator.Role == CueRole.Clause ? Math.Max(clause, end) : clause;
        }

        from = Math.Max(from, ClauseBounds.EndOfOpening(document, start, target.FirstToken, isDenial: false));
        from = ClauseBounds.LastDash(document, from, target.FirstToken);
        var fromDenial = Math.Max(from, ClauseBounds.EndOfOpening(document, start, target.FirstToken, isDenial: true));
        Assertion assertion = 0, behindComma = 0, beforeComma = 0;
        int? comma = null; // the last one before the mention
        var before = FirstFrom(cues, target.FirstToken);
        for (var index = 0; index < before; index++)
        {
            ref readonly var cue = ref cues[index];
            // "no [progression] of the tumor": what hides a negation from the words behind it denies what it names itself
            if (cue.Concept is CueConcept { Role: CueRole.Pseudo } && cue.FirstToken < target.FirstToken && target.FirstToken < cue.EndToken
                && document.TextOf(document.TokenArray[cue.FirstToken]) is "no" or "No" or "without" or "Without" or "not" or "did")
            {
                assertion |= Of(CueRole.Negated, target);
                continue;
            }

            // "had been [resected]", "could not be [removed]": the cue holds the verb
            if (cue.FirstToken < target.FirstToken && cue.EndToken >= target.EndToken && cue.Concept is CueConcept { Role: CueRole.PastPerfect or CueRole.Declined or CueRole.Planned or CueRole.Negated } holder)
            {
                assertion |= Of(holder.Role, target);
                continue;
            }

            if (cue.Concept is CueConcept { Role: CueRole.Historical } && IsAct(target) && ClauseBounds.IsTimeOf(document, cue, start, from, target.FirstToken))
            {
                assertion |= Assertion.Historical;
                beforeComma |= Assertion.Historical;
                continue;
            }

            // a cue may end inside the mention: "no [signs of thrombosis]"
            if (cue.Concept is not CueConcept { Direction: CueDirection.Forward } concept
                || cue.FirstToken >= target.FirstToken || cue.EndToken > target.EndToken
                || cue.EndToken < concept.Role switch
                {
                    CueRole.Family or CueRole.Other => clause,
                    CueRole.Negated or CueRole.Normal => fromDenial,
                    _ => from,
                }
                || target.FirstToken - cue.EndToken > concept.Reach)
            {
                continue;
            }

            if (concept.Role == CueRole.Affirmed)
            {
                // "…, biopsy confirmed X": what stood before the act counts no more; "had not received X": the act itself is denied
                assertion &= IsDenied(cues, index) ? ~Assertion.Affirmed : ~Lifted;
                continue;
            }

            comma ??= ClauseBounds.LastComma(document, cue.FirstToken, target.FirstToken);
            var isBehindComma = comma >= cue.EndToken;
            var said = Of(concept.Role, target);
            // what is said already need not be found out again
            if ((said & ~(assertion & (isBehindComma ? beforeComma | behindComma : beforeComma))) == 0)
            {
                continue;
            }

            // "HER2 negative), treated by lumpectomy": a result denies no act behind it
            if ((concept.Role == CueRole.Normal && IsAct(target))
                || IsOwnNegation(document, cue, target)
                || (concept.Role is CueRole.Negated or CueRole.Normal && (ClauseBounds.HasConclusion(document, cue.EndToken, target.FirstToken) || Brackets.CloseBetween(document, cue.EndToken, target.FirstToken)))
                || (concept.Role == CueRole.Normal && isBehindComma && IsAdjective(document, cue, target))
                || (concept.Role == CueRole.Negated && target.Kind == MentionKind.Test && !TestDenial.IsNotDone(document, cue, target))
                || (concept.Role is CueRole.Negated or CueRole.Normal or CueRole.Ended or CueRole.Stopped or CueRole.Historical && Coordination.EndsBefore(document, cue, target, start))
                || (concept.Role is CueRole.Negated or CueRole.Normal or CueRole.Uncertain or CueRole.Hypothetical or CueRole.Historical && Presupposition.Holds(document, cue, target))
                || (concept.Role is CueRole.Declined or CueRole.Planned && ClauseBounds.HasOtherSubject(document, cue.EndToken, target.FirstToken))
                || (concept.Role == CueRole.Uncertain && (IsAct(target) || target.Kind == MentionKind.Extent) && ClauseBounds.HasOtherSubject(document, cue.EndToken, target.FirstToken))
                || (concept.Role is CueRole.Ended or CueRole.Stopped
                    && (Presupposition.IsMeans(document, cue.EndToken, target) || Coordination.OpensAct(document, cue.EndToken, target.FirstToken) || ClauseBounds.HasOtherSubject(document, cue.EndToken, target.FirstToken))))
            {
                continue;
            }

            assertion |= said;
            if (isBehindComma)
            {
                behindComma |= said;
            }
            else
            {
                beforeComma |= said;
            }
        }

        return (assertion, behindComma & ~beforeComma);
    }

    /// <summary>What remains of it, and is added to it, by the cues behind the mention.</summary>
    private static Assertion Backward(Document document, ReadOnlySpan<Mention> cues, Mention target, int start, int end, Assertion assertion, Assertion behindComma)
    {
        var to = end;
        var behind = cues[FirstFrom(cues, target.EndToken)..];
        foreach (ref readonly var cue in behind)
        {
            if (cue.Concept is CueConcept { Role: CueRole.Terminator or CueRole.Clause }
                && !ClauseBounds.IsAdverb(document, cue) && !ClauseBounds.IsInserted(document, cue, end) && !Coordination.IsShared(document, cues, cue, target, start))
            {
                to = cue.FirstToken;
                break;
            }
        }

        var isLifted = false;
        foreach (ref readonly var cue in behind)
        {
            if (cue.FirstToken > to)
            {
                break;
            }

            if (cue.Concept is not CueConcept { Direction: CueDirection.Backward } concept || cue.FirstToken - target.EndToken > concept.Reach)
            {
                continue;
            }

            switch (concept.Role)
            {
                case CueRole.Confirmed:
                    assertion &= ~(Assertion.Uncertain | Assertion.Hypothetical);
                    break;
                case CueRole.Affirmed:
                    isLifted = true;
                    // "the planned laminectomy was performed"
                    assertion &= cue.FirstToken == target.EndToken && IsAct(target) ? ~Assertion.Hypothetical : ~Assertion.Affirmed;
                    break;
                // "was not noticed until the third trimester": then it was
                case CueRole.Negated when cue.EndToken < end && document.TextOf(document.TokenArray[cue.EndToken]) is "until" && document.TextOf(document.TokenArray[cue.FirstToken]) is not "free":
                case CueRole.Negated when target.Kind == MentionKind.Test:
                case CueRole.Negated or CueRole.Normal or CueRole.Ended or CueRole.Stopped or CueRole.Declined when !ClauseSubject.Is(document, target, cue, start):
                    break;
                case CueRole.Planned when ClauseSubject.IsInOpening(document, target, start):
                case CueRole.Uncertain when !ClauseBounds.IsDoubted(document, target, cue):
                    break;
                default:
                    assertion |= Of(concept.Role, target);
                    break;
            }
        }

        // "as malignancy could not be excluded, an open biopsy was performed": the doubt ended at the comma
        return isLifted ? assertion & ~(behindComma & (Lifted | Assertion.Historical)) : assertion;
    }

    /// <summary>Index of the first cue that starts at a token or behind it.</summary>
    private static int FirstFrom(ReadOnlySpan<Mention> cues, int token)
    {
        int low = 0, high = cues.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = cues[middle].FirstToken < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool IsAct(Mention target) => target.Kind is MentionKind.Procedure or MentionKind.Adjuvant;

    /// <summary>Whether the word of denial that a cue ends with is the mention's own first word: "was [not informative]".</summary>
    private static bool IsOwnNegation(Document document, Mention cue, Mention target) =>
        cue.EndToken > target.FirstToken && document.TextOf(document.TokenArray[target.FirstToken]) is "not" or "no";

    /// <summary>Whether a value is an adjective of the noun behind it, which ends at a comma ("negative [serology], a marrow biopsy"); one with a preposition goes on ("negative for", "negative staining for").</summary>
    private static bool IsAdjective(Document document, Mention cue, Mention target)
    {
        for (var index = cue.FirstToken; index < target.FirstToken && !ClauseBounds.IsComma(document, index); index++)
        {
            if (document.TextOf(document.TokenArray[index]) is "for" or "of")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a denial ends where a word stands, or before "any": "did not", "had not any".</summary>
    private static bool IsDeniedAt(Document document, ReadOnlySpan<Mention> cues, int token)
    {
        token -= token > 0 && document.TextOf(document.TokenArray[token - 1]) is "any" ? 1 : 0;
        foreach (ref readonly var cue in cues)
        {
            if (cue.FirstToken >= token)
            {
                return false;
            }

            if (cue.EndToken == token && cue.Concept is CueConcept { Role: CueRole.Negated, Direction: CueDirection.Forward }
                && document.TextOf(document.TokenArray[cue.EndToken - 1]) is "not" or "no" or "never" or "nor" or "neither" or "cannot" or "without" or "t" or "to" or "No" or "Without" or "Neither" or "Never" or "Not")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a negation stands right before a cue.</summary>
    private static bool IsDenied(ReadOnlySpan<Mention> cues, int index)
    {
        foreach (var cue in cues[..index])
        {
            if (cue.Concept is CueConcept { Role: CueRole.Negated, Direction: CueDirection.Forward } && cues[index].FirstToken - cue.EndToken is 0 or 1)
            {
                return true;
            }
        }

        return false;
    }
}
