using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>Whether a mention is told of as known, and no cue before it puts it in doubt.</summary>
internal static class KnownThing
{
    /// <summary>So many words may stand between an article and its noun.</summary>
    private const int LongestModifier = 3;

    /// <summary>Whether a mention is the known subject of a clause of its own: "whether the [shadow] is a metastasis", "excluded lymphoma and the [node] was called reactive".</summary>
    public static bool IsTopic(Document document, int from, in Mention target)
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

    /// <summary>"possibly related to the previous [hysterectomy]": that there was one is not in doubt.</summary>
    public static bool IsCalledPrevious(Document document, int from, in Mention target)
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
}
