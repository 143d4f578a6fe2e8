using CaseExtract.Annotation.Matching;
using CaseExtract.Text;

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
        for (var index = from; index < target.FirstToken && cues.Holds(SentenceWords.Before); index++)
        {
            if (document.TextOf(index) is "before")
            {
                return true;
            }
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
            var word = document.TextOf(index);
            if (word is "," or "and" or "or" or "nor")
            {
                return false;
            }

            // "within the cyst or the [nodule]"
            if (word is "the" or "his" or "her" or "this" && document.TextOf(index - 1) is "and" or "or")
            {
                index--;
                continue;
            }

            if (word is "the" or "his" or "her" or "this" or "a" or "an")
            {
                var before = document.TextOf(index - 1);
                return (before.EndsWith("ed", StringComparison.Ordinal) && document.TextOf(index - 2) is not ("or" or "nor") && !(word is "a" or "an" && document.TextOf(cue.FirstToken) is "neither" or "Neither" or "none" or "None"))
                    || (word is not ("a" or "an") && before is "in" or "within" or "inside" or "around" or "at" or "on" or "near" or "below" or "above" or "beneath" or "behind" or "beside"
                        or "after" or "before" or "during" or "following" or "since" or "to" or "from" or "with" or "regarding" or "concerning" or "accompanying" or "preceding" or "explaining" or "causing")
                    || (before is "of" && document.TextOf(index - 2) is "level" or "cause" or "origin" or "source" or "nature");
            }
        }

        return false;
    }

    /// <summary>Whether a mention tells where or when something was looked for: "no recurrence on follow-up [MRI]". What shows nothing was done.</summary>
    private static bool IsAt(Document document, int from, in Mention target)
    {
        for (var index = target.FirstToken - 1; index > from; index--)
        {
            var word = document.TextOf(index);
            if (word is "on" or "at" or "after" or "during" or "following" or "since" or "despite" or "until" or "under" or "post" or "throughout")
            {
                return !IsTaken(document.TextOf(index - 1));
            }

            if (word is "," or "and" or "or" or "nor")
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
            switch (document.TextOf(index))
            {
                // "no problem was met during intubation and [extubation]": what was denied ended at the verb
                case "by" or "during" or "after" or "following" or "since" or "despite" when IsPassive(document, index - 1):
                    return true;
                case "during" or "after" or "following" or "since" or "despite":
                    return !isJoined;
                case "and" or "or":
                    isJoined = true;
                    break;
                case "," or ":" or "nor" or "of" or "with":
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether a participle is the end of a verb: "was detected".</summary>
    private static bool IsPassive(Document document, int index) => index > 0
        && (document.TextOf(index) is "seen" or "found" or "met" or "occurred" or "arose" or "developed" || document.TextOf(index).EndsWith("ed", StringComparison.Ordinal))
        && (document.TextOf(index - 1) is "was" or "were" or "been" || document.TextOf(index) is "occurred" or "arose" or "developed");

    /// <summary>Whether what stands before "on" or "under" makes it a treatment that is had: "denied being on [steroids]", "not currently under [treatment]".</summary>
    private static bool IsTaken(ReadOnlySpan<char> word) => word is "being" or "been" or "be" or "placed" or "put" or "started" or "maintained" or "kept" || word.EndsWith("ly", StringComparison.Ordinal);

    /// <summary>
    /// "imaging prior to [mastectomy]": what something came before is no history; but "two years prior to the admission she had a [mastectomy]", "prior to resection [imatinib] was given".
    /// </summary>
    private static bool IsBefore(Document document, in Mention cue, in Mention target)
    {
        if (document.TextOf(cue.EndToken - 1) is not ("prior" or "Prior") || document.TextOf(cue.EndToken) is not "to")
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
            if (document.TextOf(index) is "previous" or "prior" or "earlier" or "past" or "former"
                && document.TextOf(index - 1) is "the" or "his" or "her" or "this" or "that" or "a")
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
            if (document.TextOf(index) is "was" or "is" or "were" or "are")
            {
                return false; // "whether this was a [metastasis]"
            }

            if (document.TextOf(index) is "the" or "this" or "his" or "her" or "these")
            {
                var before = document.TextOf(index - 1);
                return before is "whether" || (before is "that" or "if" or "and" && document.TextOf(target.EndToken) is "was" or "were" or "is" or "are" or "represents" or "represented");
            }
        }

        return false;
    }

    /// <summary>So many words may stand between an article and its noun.</summary>
    private const int LongestModifier = 3;

    /// <summary>Whether a mention is what something was brought about by: "resolution of the edema with [dexamethasone]", or what a drug was given up for: "stopped the aspirin for [surgery]".</summary>
    public static bool IsMeans(Document document, int from, in Mention target, CueRole role)
    {
        for (var index = from; index < target.FirstToken; index++)
        {
            var word = document.TextOf(index);
            if (word is "by" or "with" or "after" or "following" or "on" or "under" or "during" or "to" or "since" or "before" or "until" || (word is "from" && index > from)
                || (role == CueRole.Stopped && word is "for" or "at" or "in" or "when" or "because" or "prior"))
            {
                return true;
            }
        }

        return false;
    }
}
