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
            var word = document.TextOf(document.TokenArray[index]);
            isBehind = (isBehind && word is not ("or" or "nor")) || (hasAlternative && word is "and" && ClauseBounds.IsComma(document, index - 1));
            // "no pallor or icterus, nodes, and edema": the list goes on
            hasAlternative = (hasAlternative && !(ClauseBounds.IsComma(document, index) && index + 1 < to && document.TextOf(document.TokenArray[index + 1]) is not "and")) || word is "or" or "nor";
        }

        return isBehind;
    }

    /// <summary>Whether a participle with an object follows a comma: "without extension, displacing the [cord]".</summary>
    public static bool OpensParticiple(Document document, int from, int to)
    {
        for (var index = from; index < to - 2; index++)
        {
            if (ClauseBounds.IsComma(document, index) && document.TextOf(document.TokenArray[index + 1]) is var word && word.EndsWith("ing", StringComparison.Ordinal)
                && word is not ("including" or "involving" or "concerning" or "regarding" or "during" or "following")
                && document.TextOf(document.TokenArray[index + 2]) is "a" or "an" or "the" or "his" or "her" or "its" or "that")
            {
                return true;
            }
        }

        return false;
    }
}
