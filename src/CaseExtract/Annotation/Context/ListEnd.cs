using CaseExtract.Text;

namespace CaseExtract.Annotation.Context;

/// <summary>Where a list of denied things ends at a comma, though no other subject follows.</summary>
internal static class ListEnd
{
    /// <summary>Whether a comma and "and" follow an "or" that closed the denied list: "no chills or fever, and [pain] in the back".</summary>
    public static bool IsBehindAlternative(Document document, int from, int to)
    {
        var hasAlternative = false;
        var isBehind = false;
        for (var index = from; index < to; index++)
        {
            var word = document.TextOf(index);
            isBehind = (isBehind && word is not ("or" or "nor")) || (hasAlternative && word is "and" && ClauseBounds.IsComma(document, index - 1));
            // "no pallor or icterus, nodes, and edema": the list goes on
            hasAlternative = (hasAlternative && !(ClauseBounds.IsComma(document, index) && index + 1 < to && document.TextOf(index + 1) is not "and")) || word is "or" or "nor";
        }

        return isBehind;
    }

    /// <summary>
    /// Whether an adjective that something is said to be follows a comma or "and": "no edema or mass effect, [hyperintense] on T1". A list of adjectives ("not tender, warm or [red]") is none of things.
    /// </summary>
    public static bool OpensAdjective(Document document, int from, int to)
    {
        if (document.TextOf(from - 1) is "not" or "neither" or "nor")
        {
            return false;
        }

        for (var index = from + 1; index < to; index++)
        {
            if (!ClauseBounds.IsComma(document, index) && document.TextOf(index) is not "and")
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
            && document.TextOf(index + 1) is "on" or "at" or "in" or "to" or "with" or "after" or "from" or "over" or "and" or "," or "." or ";" or "(" or "following" or "relative" or "throughout";
    }

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
            var next = document.TextOf(index + 2);
            if ((word.EndsWith("ed", StringComparison.Ordinal) && next is "by")
                || (word.EndsWith("ing", StringComparison.Ordinal) && word is not ("including" or "involving" or "concerning" or "regarding" or "during" or "following")
                    && next is "a" or "an" or "the" or "his" or "her" or "its" or "that"))
            {
                return true;
            }
        }

        return false;
    }
}
