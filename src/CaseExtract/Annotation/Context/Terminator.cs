using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>Whether a word that ends scopes does so where it stands.</summary>
internal static class Terminator
{
    /// <summary>Whether a terminator is an adverb within a verb and opens no clause: "was then stopped", "was advised and therefore accepted".</summary>
    public static bool IsAdverb(Document document, in Mention terminator) =>
        terminator.FirstToken > 0 && terminator.EndToken == terminator.FirstToken + 1
        && document.Is(terminator.FirstToken, FunctionWord.ConnectiveAdverb)
        && (document.Is(terminator.FirstToken - 1, FunctionWord.Copula | FunctionWord.NonfiniteBe | FunctionWord.Have | FunctionWord.Modal)
            || (document.Is(terminator.FirstToken - 1, FunctionWord.Additive | FunctionWord.Adversative) && terminator.EndToken < document.TokenArray.Length
                && document.TextOf(terminator.EndToken).EndsWith("ed", StringComparison.Ordinal)));

    /// <summary>Whether a terminator opens a clause set between two commas, behind which the sentence goes on: "syringomyelia, which we looked for, never developed", or tells what is left out.</summary>
    public static bool IsInserted(Document document, in Mention terminator, int end)
    {
        // "all [drugs] except for X were stopped", "with the exception of X"
        if (document.Is(terminator.FirstToken, FunctionWord.Exceptive) || document.TextOf(terminator.FirstToken) is "other"
            || (terminator.EndToken - terminator.FirstToken > 2 && document.TextOf(terminator.EndToken - 2) is "exception"))
        {
            return true;
        }

        if (!ClauseBounds.IsComma(document, terminator.FirstToken) && (terminator.FirstToken == 0 || !ClauseBounds.IsComma(document, terminator.FirstToken - 1)))
        {
            return false;
        }

        if (!document.Is(terminator.EndToken - 1, FunctionWord.Relative))
        {
            return false;
        }

        return HasComma(document, terminator.EndToken, end);
    }

    /// <summary>Whether a comma stands between.</summary>
    private static bool HasComma(Document document, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (ClauseBounds.IsComma(document, index))
            {
                return true;
            }
        }

        return false;
    }
}
