using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>Which cues of a sentence reach a mention in it, and what they make of it together.</summary>
internal static class CueScope
{
    /// <summary>What is no longer in doubt, or denied, once it was done.</summary>
    private const Assertion Lifted = Assertion.Negated | Assertion.Uncertain | Assertion.Hypothetical;

    /// <summary>So many tokens before a verb of planning everything is planned, whether it is the verb's subject or not.</summary>
    private const int NearPlan = 12;

    /// <summary>What the cues of a sentence say of one mention in it.</summary>
    public static Assertion AssertionOf(SentenceCues cues, in Mention target)
    {
        if (cues.IsEmpty)
        {
            return Assertion.Affirmed;
        }

        var (assertion, behindComma) = cues.HasForward ? Forward(cues, target) : default;
        return cues.HasBackward ? Backward(cues, target, assertion, behindComma) : assertion;
    }

    /// <summary>
    /// What the cues before a mention say, and which part of it is said only from beyond a comma. The nearest is asked first: what it says need not be found out of those
    /// before it, across more and more words.
    /// </summary>
    private static (Assertion Assertion, Assertion BehindComma) Forward(SentenceCues cues, in Mention target)
    {
        var marks = cues.Marks;
        var before = CueMark.FirstFrom(marks, target.FirstToken);
        var first = FirstInReach(cues, before, target);
        if (first == before)
        {
            return default;
        }

        var document = cues.Document;
        MentionScope? found = null; // of the mention; most cues say nothing of it wherever it begins
        Assertion assertion = 0, behindComma = 0, beforeComma = 0;
        var standing = ~Assertion.Affirmed; // what nothing nearer has lifted
        var (comma, read) = (-1, target.FirstToken); // the last one before the mention, looked for so far back
        for (var index = before - 1; index >= first; index--)
        {
            ref readonly var mark = ref marks[index];
            // "no [progression] of the tumor": what hides a negation from the words behind it denies what it names itself
            if (mark.Role == CueRole.Pseudo && target.FirstToken < mark.End
                && document.IsInAnyCase(mark.First, FunctionWord.NegativeDeterminer | FunctionWord.NegativePreposition | FunctionWord.VerbNegator | FunctionWord.Do))
            {
                assertion |= CueMeaning.Of(CueRole.Negated, target) & standing;
                continue;
            }

            // "had been [resected]", "could not be [removed]": the cue holds the verb
            if (mark.End >= target.EndToken && mark.Role is CueRole.PastPerfect or CueRole.Declined or CueRole.Planned or CueRole.Negated)
            {
                assertion |= CueMeaning.Of(mark.Role, target) & standing;
                continue;
            }

            if (mark.Role == CueRole.Historical && CueMeaning.IsAct(target) && ActTime.IsToldBy(document, cues.Mentions[index], cues.Start, (found ??= MentionScope.Of(cues, target)).From, target.FirstToken))
            {
                assertion |= Assertion.Historical & standing;
                beforeComma |= Assertion.Historical;
                continue;
            }

            // a cue may end inside the mention: "no [signs of thrombosis]"
            if (mark.Direction != CueDirection.Forward || mark.End > target.EndToken || target.FirstToken - mark.End > mark.Reach)
            {
                continue;
            }

            var scope = found ??= MentionScope.Of(cues, target);
            if (mark.End < scope.First && !cues.HasHistorical)
            {
                break; // nor do those before it reach the mention
            }

            if (mark.End < mark.Role switch
            {
                CueRole.Family or CueRole.Other => scope.Clause,
                CueRole.Negated or CueRole.Normal => scope.Denial,
                _ => scope.From,
            })
            {
                continue;
            }

            // "is not a candidate for": a plan that is denied is none
            if (mark.Role == CueRole.Planned && IsDenied(marks, index))
            {
                continue;
            }

            if (mark.Role == CueRole.Affirmed)
            {
                // "…, biopsy confirmed X": what stood before the act counts no more; "had not received X": the act itself is denied
                standing &= IsDenied(marks, index) || SharedSubject.IsDenied(cues, index) ? ~Assertion.Affirmed : ~Lifted;
                continue;
            }

            comma = comma < 0 ? ClauseBounds.LastComma(document, mark.End, read) : comma;
            read = Math.Min(read, mark.End);
            var isBehindComma = comma >= mark.End;
            var said = CueMeaning.Of(mark.Role, target);
            // what is said already need not be found out again
            if ((said & standing & ~assertion) == 0 && (said & ~(isBehindComma ? beforeComma | behindComma : beforeComma)) == 0)
            {
                continue;
            }

            if (!ForwardCue.Says(cues, index, target, isBehindComma))
            {
                continue;
            }

            assertion |= said & standing;
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

    /// <summary>Index of the first cue that may reach a mention. A word of history may date an act from anywhere before it.</summary>
    private static int FirstInReach(SentenceCues cues, int before, in Mention target)
    {
        if (cues.HasHistorical && CueMeaning.IsAct(target))
        {
            return 0;
        }

        var first = before;
        while (first > 0 && target.FirstToken - cues.Marks[first - 1].End <= cues.LongestReach)
        {
            first--;
        }

        return first;
    }

    /// <summary>What remains of it, and is added to it, by the cues behind the mention, up to the first that ends the scope.</summary>
    private static Assertion Backward(SentenceCues cues, in Mention target, Assertion assertion, Assertion behindComma)
    {
        var document = cues.Document;
        var marks = cues.Marks;
        var to = cues.End;
        var isLifted = false;
        var done = -1; // one past the words that say it was done
        for (var index = CueMark.FirstFrom(marks, target.EndToken); index < marks.Length; index++)
        {
            ref readonly var mark = ref marks[index];
            // "nephrectomy was performed eight years earlier": the date of an act stands behind its verb
            if ((mark.First > to && !(mark.Role == CueRole.Historical && ActTime.IsDatedBy(document, target, cues.Mentions[index]))) || mark.First - target.EndToken > cues.LongestReach)
            {
                break;
            }

            ref readonly var cue = ref cues.Mentions[index];
            if (mark.EndsScope)
            {
                to = to == cues.End && !Terminator.IsAdverb(document, cue) && !Terminator.IsInserted(document, cue, cues.End) && !SharedSubject.Stands(cues, cue, target) ? mark.First : to;
            }

            if (mark.Direction != CueDirection.Backward || mark.First - target.EndToken > mark.Reach)
            {
                continue;
            }

            switch (mark.Role)
            {
                case CueRole.Confirmed:
                    assertion &= ~(Assertion.Uncertain | Assertion.Hypothetical);
                    break;
                case CueRole.Affirmed:
                    isLifted = true;
                    done = mark.End;
                    // "the planned laminectomy was performed", "radiotherapy, which had been advised, was given"
                    assertion &= CueMeaning.IsAct(target) && (mark.First == target.EndToken || ClauseSubject.Is(document, target, cue, cues.Start)) ? ~(Assertion.Hypothetical | Assertion.Uncertain) : ~Assertion.Affirmed;
                    break;
                // "was not noticed until the third trimester": then it was
                case CueRole.Negated when mark.End < cues.End && document.Is(mark.End, FunctionWord.Limit) && document.TextOf(mark.First) is not "free":
                case CueRole.Negated when target.Kind == MentionKind.Test:
                case CueRole.Normal when (TestResult.IsCompound(document, cue) && mark.First > target.EndToken + 1) || TestResult.IsOfMarker(cues, target, cue):
                case CueRole.Negated or CueRole.Normal or CueRole.Ended or CueRole.Stopped or CueRole.Declined or CueRole.Failed when !ClauseSubject.Is(document, target, cue, cues.Start):
                    break;
                // "[sacrectomy] was done with reconstruction deferred": it was done, but "was performed, but declined"
                case CueRole.Declined or CueRole.Planned when done >= 0 && CueMeaning.IsAct(target) && Addition.Stands(document, done, mark.First):
                case CueRole.Planned when OpeningPhrase.Holds(document, target, cues.Start, mark.First):
                // "[radioiodine] directed at one part and radiotherapy for the other was planned": from afar it plans its own subject only
                case CueRole.Planned when mark.First - target.EndToken > NearPlan && ClauseVerbs.HasVerb(document, cues.Start, mark.First):
                case CueRole.Planned when OtherClause.IsOfClauseBefore(document, target, cues.Start, mark.First):
                case CueRole.Uncertain when !CueReading.IsDoubted(document, target, cue):
                case CueRole.PastPerfect when OtherClause.IsAwaited(document, target, cues.Start):
                case CueRole.PastPerfect when CueMeaning.IsAct(target) && OtherClause.IsOfTimeBehind(document, target, mark.First):
                case CueRole.PastPerfect when (CueMeaning.IsAct(target) || target.Kind == MentionKind.Spread) && OtherClause.IsOfRelative(document, target, cue):
                    break;
                default:
                    assertion |= CueMeaning.Of(mark.Role, target);
                    break;
            }
        }

        // "as malignancy could not be excluded, an open biopsy was performed": the doubt ended at the comma
        return isLifted ? assertion & ~(behindComma & (Lifted | Assertion.Historical)) : assertion;
    }

    /// <summary>Whether a negation stands right before a cue.</summary>
    private static bool IsDenied(ReadOnlySpan<CueMark> cues, int index)
    {
        var start = cues[index].First;
        for (var before = index - 1; before >= 0 && cues[before].End >= start - 1; before--)
        {
            if (cues[before] is { Role: CueRole.Negated, Direction: CueDirection.Forward } denial && denial.End <= start)
            {
                return true;
            }
        }

        return false;
    }
}
