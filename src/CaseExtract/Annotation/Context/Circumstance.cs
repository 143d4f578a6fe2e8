using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>Whether a mention only tells when, where or by what something was.</summary>
internal static class Circumstance
{
    /// <summary>What tells by what, or when, something came about.</summary>
    private const FunctionWord Means = FunctionWord.Agentive | FunctionWord.Comitative | FunctionWord.Directive | FunctionWord.Surface | FunctionWord.Influence
        | FunctionWord.Posterior | FunctionWord.PosteriorParticiple | FunctionWord.Simultaneous | FunctionWord.Inceptive | FunctionWord.Anterior | FunctionWord.Limit;

    /// <summary>Whether a mention tells where or when something was looked for: "no recurrence on follow-up [MRI]". What shows nothing was done.</summary>
    public static bool IsAt(Document document, int from, in Mention target)
    {
        for (var index = target.FirstToken - 1; index > from; index--)
        {
            if (document.Is(index, FunctionWord.Occasion | FunctionWord.Surface | FunctionWord.Point | FunctionWord.Limit | FunctionWord.Influence | FunctionWord.Extent) || document.TextOf(index) is "post")
            {
                return !IsTaken(document, index - 1);
            }

            if (ListEnd.JoinsItems(document, index))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a finding only tells when another was looked for: "no deficit after the [seizure]", "no bleeding during [labor]".</summary>
    public static bool IsAfter(Document document, int from, in Mention target)
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
