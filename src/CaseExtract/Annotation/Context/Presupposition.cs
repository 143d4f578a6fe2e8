using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>What a negation takes for granted and does not deny.</summary>
internal static class Presupposition
{
    /// <summary>
    /// Whether the words between a negation and what it might deny put the latter outside it: the object of a verb ("no deficit followed the operation"), or a place or time that is taken for granted ("no
    /// calcification within the mass"). A denied finding in an organ leaves the organ denied: it is not where the disease is.
    /// </summary>
    /// <param name="cues">The cues of the sentence.</param>
    /// <param name="cue">The negation or the doubt.</param>
    /// <param name="target">What stands behind it.</param>
    public static bool Holds(SentenceCues cues, in Mention cue, in Mention target)
    {
        var document = cues.Document;
        var from = cue.EndToken;
        if (IsTopic(document, from, target))
        {
            return true;
        }

        var role = ((CueConcept)cue.Concept).Role;
        if (role == CueRole.Uncertain)
        {
            return target.Kind is MentionKind.Procedure or MentionKind.Adjuvant && IsCalledPrevious(document, from, target);
        }

        // "no history of trauma before the [collapse]", "was misdiagnosed with tuberculosis before [Ewing sarcoma] was recognized"
        if (cues.Holds(SentenceWords.Before) && document.Holds(from, target.FirstToken, FunctionWord.Anterior))
        {
            return true;
        }

        if (role == CueRole.Historical && IsBefore(document, cue, target))
        {
            return true;
        }

        if (role is CueRole.Hypothetical or CueRole.Historical)
        {
            return role == CueRole.Hypothetical && target.Kind == MentionKind.Test && IsAt(document, from, target);
        }

        if ((target.Kind is not (MentionKind.Procedure or MentionKind.Adjuvant) && Governor.Stands(document, from, target.FirstToken)) || Measurement.IsOf(document, from, target)
            || (target.Kind is MentionKind.Procedure or MentionKind.Adjuvant && ClauseBounds.HasOtherClause(document, from, target.FirstToken)))
        {
            return true;
        }

        if (target.Kind is not (MentionKind.Presentation or MentionKind.Procedure or MentionKind.Adjuvant or MentionKind.Tumour or MentionKind.LesionWord or MentionKind.Test or MentionKind.Plot))
        {
            return false;
        }

        // what nobody responds to is a treatment, whatever it is called
        if (TreatmentEffect.IsResponse(document, from, target))
        {
            return true;
        }

        if (target.Kind is MentionKind.Procedure or MentionKind.Adjuvant && (TreatmentEffect.IsDenied(document, from, target) || TreatmentEffect.Qualifies(document, target)))
        {
            return true;
        }

        if (target.Kind is MentionKind.Procedure or MentionKind.Adjuvant or MentionKind.Test or MentionKind.Plot or MentionKind.Extent && IsAt(document, from, target))
        {
            return true;
        }

        if (IsAfter(document, from, target))
        {
            return true;
        }

        // Only the noun phrase that the target stands in: what follows a comma or a conjunction belongs to the list again.
        for (var index = target.FirstToken - 1; index > from; index--)
        {
            if (IsListJoint(document, index))
            {
                return false;
            }

            // "within the cyst or the [nodule]"
            if (document.Is(index, FunctionWord.KnownDeterminer) && document.Is(index - 1, FunctionWord.Additive | FunctionWord.Alternative))
            {
                index--;
                continue;
            }

            if (document.Is(index, FunctionWord.KnownDeterminer | FunctionWord.Indefinite))
            {
                return IsPhraseTakenForGranted(document, cue, index);
            }
        }

        return false;
    }

    /// <summary>What relates a known thing to another.</summary>
    private const FunctionWord Relation = FunctionWord.Locative | FunctionWord.Inside | FunctionWord.Vicinity
        | FunctionWord.Posterior | FunctionWord.PosteriorParticiple | FunctionWord.Simultaneous | FunctionWord.Anterior | FunctionWord.Inceptive
        | FunctionWord.Directive | FunctionWord.Source | FunctionWord.Comitative | FunctionWord.Topic | FunctionWord.Relating;

    /// <summary>Whether the words before an article make its noun the object of a verb, a place or a time.</summary>
    private static bool IsPhraseTakenForGranted(Document document, in Mention cue, int article)
    {
        var isNew = document.Is(article, FunctionWord.Indefinite);
        var isObject = document.TextOf(article - 1).EndsWith("ed", StringComparison.Ordinal) && !document.Is(article - 2, FunctionWord.Alternative)
            && !(isNew && document.IsInAnyCase(cue.FirstToken, FunctionWord.NegativePronoun));
        return isObject || (!isNew && document.Is(article - 1, Relation))
            || (document.Is(article - 1, FunctionWord.Genitive) && document.TextOf(article - 2) is "level" or "cause" or "origin" or "source" or "nature");
    }

    /// <summary>Whether a token joins the items of a list.</summary>
    private static bool IsListJoint(Document document, int index) => document.Is(index, FunctionWord.Additive | FunctionWord.Alternative) || ClauseBounds.IsComma(document, index);

    /// <summary>Whether a mention tells where or when something was looked for: "no recurrence on follow-up [MRI]". What shows nothing was done.</summary>
    private static bool IsAt(Document document, int from, in Mention target)
    {
        for (var index = target.FirstToken - 1; index > from; index--)
        {
            if (document.Is(index, FunctionWord.Occasion | FunctionWord.Surface | FunctionWord.Point | FunctionWord.Limit | FunctionWord.Influence | FunctionWord.Extent) || document.TextOf(index) is "post")
            {
                return !IsTaken(document, index - 1);
            }

            if (IsListJoint(document, index))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a finding only tells when another was looked for: "no deficit after the [seizure]", "no bleeding during [labor]".</summary>
    private static bool IsAfter(Document document, int from, in Mention target)
    {
        var isJoined = false;
        for (var index = target.FirstToken - 1; index > from; index--)
        {
            var isOccasion = document.Is(index, FunctionWord.Occasion);
            // "no problem was met during intubation and [extubation]": what was denied ended at the verb
            if ((isOccasion || document.Is(index, FunctionWord.Agentive)) && IsPassive(document, index - 1))
            {
                return true;
            }

            if (isOccasion)
            {
                return !isJoined;
            }

            if (document.Is(index, FunctionWord.NegativeAlternative | FunctionWord.Genitive | FunctionWord.Comitative) || document.MarkAt(index) is ',' or ':')
            {
                return false;
            }

            isJoined |= document.Is(index, FunctionWord.Additive | FunctionWord.Alternative);
        }

        return false;
    }

    /// <summary>Whether a participle is the end of a verb: "was detected".</summary>
    private static bool IsPassive(Document document, int index) => index > 0
        && (document.TextOf(index) is "seen" or "found" or "met" or "occurred" or "arose" or "developed" || document.TextOf(index).EndsWith("ed", StringComparison.Ordinal))
        && (document.Is(index - 1, FunctionWord.PastBe | FunctionWord.NonfiniteBe) || document.TextOf(index) is "occurred" or "arose" or "developed");

    /// <summary>Whether what stands before "on" or "under" makes it a treatment that is had: "denied being on [steroids]", "not currently under [treatment]".</summary>
    private static bool IsTaken(Document document, int index) => document.Is(index, FunctionWord.NonfiniteBe)
        || document.TextOf(index) is "placed" or "put" or "started" or "maintained" or "kept" || document.TextOf(index).EndsWith("ly", StringComparison.Ordinal);

    /// <summary>
    /// "imaging prior to [mastectomy]": what something came before is no history; but "two years prior to the admission she had a [mastectomy]", "prior to resection [imatinib] was given".
    /// </summary>
    private static bool IsBefore(Document document, in Mention cue, in Mention target)
    {
        if (document.TextOf(cue.EndToken - 1) is not ("prior" or "Prior") || !document.Is(cue.EndToken, FunctionWord.Directive))
        {
            return false;
        }

        if (target.Kind == MentionKind.Adjuvant)
        {
            return document.TextOf(cue.EndToken + 1) is "starting" or "commencing" or "initiating" or "beginning" or "receiving";
        }

        return target.FirstToken - cue.EndToken <= LongestModifier
            || (cue.FirstToken > 0 && document.TextOf(cue.FirstToken - 1) is not ("year" or "years" or "month" or "months" or "week" or "weeks" or "decade" or "decades" or "day" or "days"));
    }

    /// <summary>"possibly related to the previous [hysterectomy]": that there was one is not in doubt.</summary>
    private static bool IsCalledPrevious(Document document, int from, in Mention target)
    {
        for (var index = target.FirstToken - 1; index >= Math.Max(from + 1, target.FirstToken - LongestModifier); index--)
        {
            if (document.Is(index, FunctionWord.PriorAdjective)
                && document.Is(index - 1, FunctionWord.KnownDeterminer | FunctionWord.Complementizer | FunctionWord.Indefinite))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a mention is the known subject of a clause of its own: "whether the [shadow] is a metastasis", "excluded lymphoma and the [node] was called reactive".</summary>
    private static bool IsTopic(Document document, int from, in Mention target)
    {
        if (target.EndToken >= document.TokenArray.Length)
        {
            return false;
        }

        // the conjunction may be the cue's own last word
        for (var index = target.FirstToken - 1; index >= Math.Max(from, target.FirstToken - LongestModifier); index--)
        {
            if (document.Is(index, FunctionWord.Copula))
            {
                return false; // "whether this was a [metastasis]"
            }

            if (document.Is(index, FunctionWord.KnownDeterminer))
            {
                return document.TextOf(index - 1) is "whether"
                    || (document.Is(index - 1, FunctionWord.Complementizer | FunctionWord.Condition | FunctionWord.Additive)
                        && (document.Is(target.EndToken, FunctionWord.Copula) || document.TextOf(target.EndToken) is "represents" or "represented"));
            }
        }

        return false;
    }

    /// <summary>What tells by what, or when, something came about.</summary>
    private const FunctionWord Means = FunctionWord.Agentive | FunctionWord.Comitative | FunctionWord.Directive | FunctionWord.Surface | FunctionWord.Influence
        | FunctionWord.Posterior | FunctionWord.PosteriorParticiple | FunctionWord.Simultaneous | FunctionWord.Inceptive | FunctionWord.Anterior | FunctionWord.Limit;

    /// <summary>So many words may stand between an article and its noun.</summary>
    private const int LongestModifier = 3;

    /// <summary>Whether a mention is what something was brought about by: "resolution of the edema with [dexamethasone]", or what a drug was given up for: "stopped the aspirin for [surgery]".</summary>
    public static bool IsMeans(Document document, int from, in Mention target, CueRole role)
    {
        for (var index = from; index < target.FirstToken; index++)
        {
            if (document.Is(index, Means) || (index > from && document.Is(index, FunctionWord.Source))
                || (role == CueRole.Stopped && (document.Is(index, FunctionWord.Purpose | FunctionWord.Point | FunctionWord.Interior | FunctionWord.Moment | FunctionWord.Cause) || document.TextOf(index) is "prior")))
            {
                return true;
            }
        }

        return false;
    }
}
