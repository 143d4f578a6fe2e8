using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Context;

/// <summary>Whether a mention is given with a number: what was measured is not denied.</summary>
internal static class Measurement
{
    /// <summary>
    /// Whether a mention in a list behind a denial has a number of its own: "no fever, [heart rate] 90/min", "without hemoptysis and [fever] of 39 °C". The first of the list is denied with
    /// its number: "no [nodes] of 10 mm".
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="from">One past the denial.</param>
    /// <param name="target">The mention.</param>
    public static bool IsOf(Document document, int from, in Mention target)
    {
        var index = target.EndToken;
        if (index + 1 < document.TokenArray.Length && (document.Is(index, FunctionWord.Genitive | FunctionWord.Copula | FunctionWord.Point) || document.MarkAt(index) is ':' or '='))
        {
            index++;
        }

        return index < document.TokenArray.Length && document.TokenArray[index].Kind == TokenKind.Number && HasConjunction(document, from, target.FirstToken);
    }

    private static bool HasConjunction(Document document, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (ClauseBounds.IsComma(document, index) || document.Is(index, FunctionWord.Additive))
            {
                return true;
            }
        }

        return false;
    }
}
