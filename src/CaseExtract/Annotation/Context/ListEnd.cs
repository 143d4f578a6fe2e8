using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>Where a list of denied things ends at a comma, though no other subject follows.</summary>
internal static class ListEnd
{
    /// <summary>Whether a token joins the items of a list.</summary>
    public static bool JoinsItems(Document document, int index) => document.Is(index, FunctionWord.Additive | FunctionWord.Alternative) || ClauseBounds.IsComma(document, index);

    /// <summary>Whether a comma and "and" follow an "or" that closed the denied list: "no chills or fever, and [pain] in the back".</summary>
    public static bool IsBehindAlternative(Document document, int from, int to)
    {
        var hasAlternative = false;
        var isBehind = false;
        for (var index = from; index < to; index++)
        {
            var isAlternative = document.Is(index, FunctionWord.Alternative);
            isBehind = (isBehind && !isAlternative) || (hasAlternative && document.Is(index, FunctionWord.Additive) && ClauseBounds.IsComma(document, index - 1));
            // "no pallor or icterus, nodes, and edema": the list goes on
            hasAlternative = (hasAlternative && !(ClauseBounds.IsComma(document, index) && index + 1 < to && !document.Is(index + 1, FunctionWord.Additive))) || isAlternative;
        }

        return isBehind;
    }

    /// <summary>
    /// Whether an adjective that something is said to be follows a comma or "and": "no edema or mass effect, [hyperintense] on T1". A list of adjectives ("not tender, warm or [red]") is none of things.
    /// </summary>
    public static bool OpensAdjective(Document document, int from, int to)
    {
        if (document.Is(from - 1, FunctionWord.VerbNegator | FunctionWord.NegativePronoun | FunctionWord.NegativeAlternative))
        {
            return false;
        }

        for (var index = from + 1; index < to; index++)
        {
            if (!ClauseBounds.IsComma(document, index) && !document.Is(index, FunctionWord.Additive))
            {
                continue;
            }

            var word = index + 1;
            while (word < to && document.TextOf(word) is var adverb && (adverb is "and" or "slightly" or "very" || adverb.EndsWith("ly", StringComparison.Ordinal)))
            {
                word++;
            }

            if (IsPredicate(document, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether such an adjective stands in a range.</summary>
    public static bool HasPredicate(Document document, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (IsPredicate(document, index))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an adjective has no noun behind it.</summary>
    private static bool IsPredicate(Document document, int index)
    {
        if (index + 1 >= document.TokenArray.Length)
        {
            return false;
        }

        var word = document.TextOf(index);
        return (word.EndsWith("intense", StringComparison.Ordinal) || word.EndsWith("dense", StringComparison.Ordinal) || word.EndsWith("echoic", StringComparison.Ordinal) || word.EndsWith("cardic", StringComparison.Ordinal)
                || word.EndsWith("tensive", StringComparison.Ordinal) || word.EndsWith("febrile", StringComparison.Ordinal) || word is "enhancing" or "tender" or "bright" or "dark")
            && EndsPredicate(document, index + 1);
    }

    /// <summary>Whether what stands behind an adjective is no noun of it.</summary>
    private static bool EndsPredicate(Document document, int index) =>
        document.Is(index, FunctionWord.Locative | FunctionWord.Directive | FunctionWord.Comitative | FunctionWord.Posterior | FunctionWord.PosteriorParticiple | FunctionWord.Source | FunctionWord.Span
            | FunctionWord.Additive | FunctionWord.Extent)
        || document.MarkAt(index) is ',' or '.' or ';' or '(' || document.TextOf(index) is "relative";

    /// <summary>What ends like a participle and is a preposition.</summary>
    private const FunctionWord PrepositionInIng = FunctionWord.Inclusion | FunctionWord.Topic | FunctionWord.Simultaneous | FunctionWord.PosteriorParticiple;

    /// <summary>Whether a participle with an object, or one with an agent, follows a comma: "without extension, displacing the [cord]", "no atypia, surrounded by [fibrosis]".</summary>
    public static bool OpensParticiple(Document document, int from, int to)
    {
        for (var index = from; index < to - 2; index++)
        {
            if (!ClauseBounds.IsComma(document, index))
            {
                continue;
            }

            var word = document.TextOf(index + 1);
            if ((word.EndsWith("ed", StringComparison.Ordinal) && document.Is(index + 2, FunctionWord.Agentive))
                || (word.EndsWith("ing", StringComparison.Ordinal) && !document.Is(index + 1, PrepositionInIng)
                    && document.Is(index + 2, FunctionWord.Article | FunctionWord.Possessive | FunctionWord.NeuterPossessive | FunctionWord.Complementizer)))
            {
                return true;
            }
        }

        return false;
    }
}
