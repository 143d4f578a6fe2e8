using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Context;

/// <summary>Whether a mention is what the words behind it speak of: the subject of their verb, or what a relative clause is about.</summary>
internal static class ClauseSubject
{
    /// <summary>What opens a clause of time, cause or concession.</summary>
    private const FunctionWord Subordinator = FunctionWord.Posterior | FunctionWord.Anterior | FunctionWord.Inceptive | FunctionWord.Limit | FunctionWord.Moment | FunctionWord.Cause | FunctionWord.Concession;

    /// <summary>What tells when, or in spite of what, before a noun.</summary>
    private const FunctionWord Time = FunctionWord.Posterior | FunctionWord.PosteriorParticiple | FunctionWord.Simultaneous | FunctionWord.Anterior | FunctionWord.Inceptive | FunctionWord.ConcessivePreposition;

    /// <summary>What tells why, before a noun.</summary>
    private const FunctionWord Cause = FunctionWord.Cause | FunctionWord.CausePhrase | FunctionWord.Premise;

    /// <summary>So many tokens may stand between a noun and "which" with a normal value, which is said of the nearest organ.</summary>
    private const int NounsBeforeRelative = 2;

    /// <summary>So far before what was done "until" may stand.</summary>
    private const int AwaitedReach = 6;

    /// <summary>So far behind "except" what is left out may stand.</summary>
    private const int LongestException = 6;

    /// <summary>
    /// Whether a mention is what a cue behind it speaks of: no other subject and no verb of another clause stand between ("[cough] was noted and fever was
    /// absent"), a relative clause speaks of the noun before it ("[atrophy] of the cord, but no lesion of the cerebellum, which was normal"), and an adjective
    /// speaks of the noun behind it, if there is one ("[tremor] with absent reflexes").
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="target">The mention.</param>
    /// <param name="cue">The cue behind it.</param>
    /// <param name="start">The sentence's first token.</param>
    public static bool Is(Document document, in Mention target, in Mention cue, int start)
    {
        var role = ((CueConcept)cue.Concept).Role;
        if (OtherSubject.Stands(document, target.EndToken, cue.FirstToken) || Coordination.BeginsBehind(document, target, cue)
            || IsAside(document, target, cue, start) || HasOwnValue(document, target) || (target.Kind is not (MentionKind.Procedure or MentionKind.Adjuvant) && Governor.Stands(document, start, target.FirstToken)) || IsTimeOf(document, target, cue) || Brackets.HoldClause(document, target.EndToken, cue.FirstToken))
        {
            return false;
        }

        if ((role == CueRole.Ended && Governor.IsOfSigns(document, target)) || IsExcepted(document, target))
        {
            return false;
        }

        // "took [dexamethasone] and refused surgery": it has an object of its own
        if (role == CueRole.Declined && document.TextOf(cue.EndToken - 1) is "refused" or "declined" or "rejected" && (cue.EndToken == cue.FirstToken + 1 || document.Is(cue.FirstToken, FunctionWord.Adversative))
            && ((!Coordination.EndsClause(document, cue) && !IsPronoun(document, cue.EndToken)) || IsMeasure(document, cue.EndToken)))
        {
            return false;
        }

        var relative = -1;
        var isAnd = document.Is(cue.FirstToken - 1, FunctionWord.Additive) || document.Is(cue.FirstToken, FunctionWord.Additive | FunctionWord.Adversative);
        var isShared = document.Is(cue.FirstToken - 1, FunctionWord.Adversative) || (isAnd && !ClauseVerbs.HasVerb(document, start, target.FirstToken));
        for (var index = target.EndToken; index < cue.FirstToken && !isShared; index++)
        {
            relative = document.Is(index, FunctionWord.RelativePronoun) ? index : relative;
            // "had already resolved": the cue's own auxiliary
            var isOther = relative >= 0 || role is CueRole.Declined or CueRole.Failed
                ? document.Is(index, Subordinator)
                : index < cue.FirstToken - 2 && (document.Is(index, FunctionWord.Copula | FunctionWord.Have | FunctionWord.Do) || document.TextOf(index) is "showed");
            if (isOther)
            {
                return false;
            }
        }

        if (relative == cue.FirstToken - 1 && !IsAntecedent(document, target, relative, role))
        {
            return false;
        }

        // "a history of neutropenia, resolved hepatosplenomegaly", but "renal failure, resolved with dialysis"
        if (role is CueRole.Ended or CueRole.Stopped && ClauseBounds.IsComma(document, cue.FirstToken - 1) && !HasAdverbial(document, cue.EndToken))
        {
            return false;
        }

        return role != CueRole.Normal || cue.EndToken - cue.FirstToken > 1 || !IsWord(document, cue)
            || document.Is(cue.EndToken, FunctionWord.Coordinator | FunctionWord.Locative | FunctionWord.Purpose | FunctionWord.Posterior | FunctionWord.Extent | FunctionWord.Equative | FunctionWord.Directive | FunctionWord.Agentive)
            || document.TextOf(cue.EndToken) is "bilaterally";
    }

    /// <summary>Whether a verb goes on with a value: "the level declined to 3".</summary>
    private static bool IsMeasure(Document document, int index) =>
        index + 1 < document.TokenArray.Length && document.Is(index, FunctionWord.Directive | FunctionWord.Agentive | FunctionWord.Source) && document.TokenArray[index + 1].Kind != TokenKind.Word;

    /// <summary>Whether a mention is what is left out of what is said: "all drugs except for low-dose [metoprolol] were stopped".</summary>
    private static bool IsExcepted(Document document, in Mention target)
    {
        for (var index = target.FirstToken - 1; index >= Math.Max(0, target.FirstToken - LongestException); index--)
        {
            if (document.IsInAnyCase(index, FunctionWord.Exceptive)
                || document.TextOf(index) switch
                {
                    "exception" => document.Is(index + 1, FunctionWord.Genitive),
                    "other" or "Other" => document.TextOf(index + 1) is "than",
                    _ => false,
                })
            {
                return true;
            }

            if (document.MarkAt(index) is ',' or '.' or ';' || document.Is(index, FunctionWord.Alternative))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsPronoun(Document document, int index) =>
        document.Is(index, FunctionWord.NeuterPronoun | FunctionWord.ObjectPronoun | FunctionWord.Demonstrative | FunctionWord.Complementizer | FunctionWord.Directive)
        || document.TextOf(index).EndsWith("ly", StringComparison.Ordinal);

    /// <summary>Whether a mention only says where or when, at the head of a clause: "on [CT], metastases were not found", "after treatment with [prednisone], the rash disappeared".</summary>
    private static bool IsAside(Document document, in Mention target, in Mention cue, int start)
    {
        if (IsInOpening(document, target, start, cue.FirstToken))
        {
            return true;
        }

        // "with [steroids] the edema resolved": another subject, be it without a comma
        if (target.EndToken >= document.TokenArray.Length || !(ClauseBounds.IsComma(document, target.EndToken) || document.Is(target.EndToken, FunctionWord.Definite | FunctionWord.Possessive)))
        {
            return false;
        }

        for (var index = target.FirstToken - 1; index >= Math.Max(0, target.FirstToken - 2); index--)
        {
            if (document.IsCapital(index, Time | FunctionWord.Locative | FunctionWord.Agentive | FunctionWord.Comitative | FunctionWord.Source))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a mention stands in a phrase of time or cause that opens the sentence and ends at a comma: "after [resection] of the tumor, radiotherapy was recommended".</summary>
    public static bool IsInOpening(Document document, in Mention target, int start, int to)
    {
        if (!document.IsCapital(start, Time | Cause | FunctionWord.Comitative | FunctionWord.Influence | FunctionWord.Contact | FunctionWord.Point | FunctionWord.Surface | FunctionWord.Agentive))
        {
            return false;
        }

        for (var index = start; index < to; index++)
        {
            if (ClauseBounds.IsComma(document, index))
            {
                return index >= target.EndToken && !ClauseVerbs.HasVerb(document, start, index);
            }

            if (document.MarkAt(index) is '.' or ';')
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether the value of a mention stands right behind it, so that a later one is another's: "[ER] positive, PR negative".</summary>
    private static bool HasOwnValue(Document document, in Mention target) =>
        target.EndToken < document.TokenArray.Length && document.TextOf(target.EndToken) is "positive" or "positivity" or "+";

    /// <summary>Whether a mention says when something was that a second verb is said of: "CEA rose after [laminectomy], and declined".</summary>
    private static bool IsTimeOf(Document document, in Mention target, in Mention cue)
    {
        if (!document.Is(cue.FirstToken - 1, FunctionWord.Additive | FunctionWord.Adversative))
        {
            return false;
        }

        var index = target.FirstToken - 1;
        if (index > 0 && document.Is(index, FunctionWord.KnownDeterminer | FunctionWord.Indefinite))
        {
            index--;
        }

        return index >= 0 && document.Is(index, Time);
    }

    /// <summary>
    /// Whether a relative pronoun stands for a mention: the noun right before it, or the one that this belongs to by "of" or "in" ("[swelling] of the front of the
    /// neck, which subsided"), but not one of another phrase ("[benefit] to nodules that were not visible"). A normal value is said of the nearest noun.
    /// </summary>
    private static bool IsAntecedent(Document document, in Mention target, int relative, CueRole role)
    {
        if (role == CueRole.Normal)
        {
            return document.TextOf(relative) is not "which" || relative + 1 <= target.EndToken + NounsBeforeRelative;
        }

        for (var index = target.EndToken; index < relative; index++)
        {
            if (document.Is(index, FunctionWord.Comitative | FunctionWord.Directive | FunctionWord.Purpose | FunctionWord.Agentive | FunctionWord.Source | FunctionWord.Posterior | FunctionWord.Simultaneous | FunctionWord.Influence)
                || (ClauseBounds.IsComma(document, index) && index < relative - 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"[metastasis] of the tumor that had been removed", "[excision] of the lump that had been biopsied": a relative clause about what it is of.</summary>
    public static bool IsOfRelative(Document document, in Mention target, in Mention cue) =>
        cue.FirstToken > target.EndToken + 1 && document.Is(cue.FirstToken - 1, FunctionWord.RelativePronoun)
        && document.Is(target.EndToken, FunctionWord.Genitive | FunctionWord.Source);

    /// <summary>"[fusion] was done after the tumor had been resected": a verb, and behind it a clause of time or cause with a subject of its own, which the past perfect tells of.</summary>
    public static bool IsOfTimeBehind(Document document, in Mention target, int to)
    {
        var hasVerb = false;
        for (var index = target.EndToken; index < to; index++)
        {
            if (hasVerb && document.Is(index, FunctionWord.Posterior | FunctionWord.Completion | FunctionWord.Moment | FunctionWord.Cause | FunctionWord.Inceptive))
            {
                return true;
            }

            hasVerb |= document.Is(index, FunctionWord.PastBe) || document.TextOf(index) is "followed";
        }

        return false;
    }

    /// <summary>"she went on to [R-DHAP], and radiotherapy was planned": what stands before the comma has a verb of its own.</summary>
    public static bool IsOfClauseBefore(Document document, in Mention target, int start, int to)
    {
        for (var index = target.EndToken; index < to - 2; index++)
        {
            if (document.MarkAt(index) == ';' || (ClauseBounds.IsComma(document, index) && document.Is(index + 1, FunctionWord.Additive | FunctionWord.Adversative)))
            {
                return ClauseVerbs.HasVerb(document, start, index);
            }
        }

        return false;
    }

    /// <summary>"she was kept on it until [excision] of the adenoma had been performed": past only from what came after.</summary>
    public static bool IsAwaited(Document document, in Mention target, int start)
    {
        for (var index = target.FirstToken - 1; index >= Math.Max(start, target.FirstToken - AwaitedReach); index--)
        {
            if (document.Is(index, FunctionWord.Limit | FunctionWord.Completion))
            {
                return true;
            }

            if (document.Is(index, FunctionWord.Additive) || document.MarkAt(index) is ',' or ';')
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether words that say how or when stand behind a participle: then it is no adjective of a noun behind it.</summary>
    private static bool HasAdverbial(Document document, int index) =>
        index < document.TokenArray.Length
        && (document.Is(index, FunctionWord.Comitative | FunctionWord.Posterior | FunctionWord.PosteriorParticiple | FunctionWord.Agentive | FunctionWord.Inside | FunctionWord.Contact | FunctionWord.Span)
            || document.TextOf(index) is "." or "spontaneously" or "completely");

    /// <summary>Whether a noun may follow an adjective: a word in small letters or, behind a comma, any ("urea 40 mg, negative HIV serology").</summary>
    private static bool IsWord(Document document, in Mention cue)
    {
        if (cue.EndToken >= document.TokenArray.Length)
        {
            return false;
        }

        var first = document.Text[document.TokenArray[cue.EndToken].Start];
        return char.IsAsciiLetterLower(first) || (char.IsAsciiLetterUpper(first) && cue.FirstToken > 0 && ClauseBounds.IsComma(document, cue.FirstToken - 1));
    }
}
