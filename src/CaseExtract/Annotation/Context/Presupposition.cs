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
        if (KnownThing.IsTopic(document, from, target))
        {
            return true;
        }

        var role = ((CueConcept)cue.Concept).Role;
        if (role == CueRole.Uncertain)
        {
            return target.Kind is MentionKind.Procedure or MentionKind.Adjuvant && KnownThing.IsCalledPrevious(document, from, target);
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
            return role == CueRole.Hypothetical && target.Kind == MentionKind.Test && Circumstance.IsAt(document, from, target);
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

        if (target.Kind is MentionKind.Procedure or MentionKind.Adjuvant or MentionKind.Test or MentionKind.Plot or MentionKind.Extent && Circumstance.IsAt(document, from, target))
        {
            return true;
        }

        if (Circumstance.IsAfter(document, from, target))
        {
            return true;
        }

        // Only the noun phrase that the target stands in: what follows a comma or a conjunction belongs to the list again.
        for (var index = target.FirstToken - 1; index > from; index--)
        {
            if (ListEnd.JoinsItems(document, index))
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

    /// <summary>So many words may stand between an article and its noun.</summary>
    private const int LongestModifier = 3;
}
