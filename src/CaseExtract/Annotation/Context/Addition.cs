using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>What a preposition adds to a noun or a clause: "without", "with no", "despite the absence of".</summary>
internal static class Addition
{
    /// <summary>Whether a denial is added to a noun or a clause by a preposition: "without", "with no", "despite the absence of".</summary>
    public static bool Is(Document document, in Mention cue, int start)
    {
        if (document.IsInAnyCase(cue.FirstToken, FunctionWord.NegativePreposition | FunctionWord.Comitative | FunctionWord.Interior))
        {
            return true;
        }

        if (document.TextOf(cue.EndToken - 1) is "known")
        {
            return true;   // "a woman known for asthma developed [ascites]"
        }

        var index = cue.FirstToken - 1;
        index -= index > start && document.Is(index, FunctionWord.Article | FunctionWord.Possessive) ? 1 : 0;
        return index >= start && document.IsInAnyCase(index, FunctionWord.Comitative | FunctionWord.NegativePreposition | FunctionWord.ConcessivePreposition | FunctionWord.Premise);
    }

    /// <summary>"was done [with] reconstruction deferred": something with a fate of its own is added, and no second verb is said of the first.</summary>
    public static bool Stands(Document document, int from, int to)
    {
        var hasWith = false;
        for (var index = from; index < to; index++)
        {
            if (document.Is(index, FunctionWord.Adversative | FunctionWord.Additive | FunctionWord.Relative))
            {
                return false;
            }

            hasWith |= document.Is(index, FunctionWord.Comitative) && index + 1 < to;
        }

        return hasWith;
    }
}
