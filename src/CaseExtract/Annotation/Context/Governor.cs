using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>
/// Nouns whose complement is taken for granted: who finds no cause of the [fever] and no association with the [drug] denies neither fever nor drug.
/// </summary>
internal static class Governor
{
    /// <summary>So many words may stand between such a noun and the end of its complement: "the cause of her acute abdominal [pain]".</summary>
    private const int Reach = 5;

    /// <summary>Whether such a noun, with its preposition, stands before a mention.</summary>
    /// <param name="document">The document.</param>
    /// <param name="from">Where to stop looking.</param>
    /// <param name="target">The mention's first token.</param>
    public static bool Stands(Document document, int from, int target)
    {
        for (var index = target - 1; index > Math.Max(from, target - 1 - Reach) - 1 && index > 0; index--)
        {
            var word = document.TextOf(index);
            if (document.Is(index, FunctionWord.Alternative | FunctionWord.Additive) || document.MarkAt(index) is ',' or '.' or ';' or '(')
            {
                return false;
            }

            if (index - 1 < from)
            {
                continue;
            }

            var noun = document.TextOf(index - 1);
            if (word switch
            {
                "of" when IsCourse(noun) => true,
                "of" when IsChange(noun) => document.Is(index + 1, FunctionWord.KnownDeterminer | FunctionWord.NeuterPossessive) || document.TextOf(index + 1) is "known",
                "of" or "for" or "behind" => IsCause(noun) || (word is "for" && noun is "treatment" or "treatments" or "therapy" or "therapies" or "cure" or "medication" or "medications" or "drug" or "drugs"),
                "with" or "between" or "to" => noun is "association" or "correlation" or "relation" or "relationship" or "link" or "interaction" or "contraindication" or "alternative" or "difference" or "approach" or "access",
                "on" or "in" => noun is "effect" or "difference" or "influence" or "impact" or "improvement" or "change" or "changes" or "increase" or "decrease" or "reduction",
                _ => false,
            })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a noun says what becomes of a thing that is there: "no progression of the [lesion]".</summary>
    private static bool IsChange(ReadOnlySpan<char> noun) => noun is "progression" or "spread" or "enlargement" or "growth" or "rupture" or "extension" or "change" or "changes"
        or "increase" or "decrease" or "reduction" or "shrinkage";

    /// <summary>Whether a noun can only be said of a complaint that is there, be it named with an article or not: "no further exacerbation of [heart failure]".</summary>
    private static bool IsCourse(ReadOnlySpan<char> noun) => noun is "worsening" or "exacerbation" or "exacerbations" or "aggravation" or "deterioration" or "improvement" or "resolution" or "regression" or "relief" or "alleviation";

    /// <summary>Whether a mention is the disease of whose signs it is told that they went: "the signs of [neurofibromatosis] faded".</summary>
    public static bool IsOfSigns(Document document, in Mention target)
    {
        for (var index = target.FirstToken - 1; index > Math.Max(0, target.FirstToken - 1 - Reach); index--)
        {
            switch (document.TextOf(index))
            {
                case "," or "and" or "or" or ";" or ".":
                    return false;
                case "of":
                    return document.TextOf(index - 1) is "sign" or "signs" or "manifestation" or "manifestations" or "feature" or "features" or "complication" or "complications" or "Signs" or "Manifestations" or "Features" or "Complications";
            }
        }

        return false;
    }

    private static bool IsCause(ReadOnlySpan<char> noun) => noun is "cause" or "causes" or "etiology" or "aetiology" or "source" or "origin" or "explanation" or "reason" or "basis" or "mechanism" or "trigger"
        or "Cause" or "Etiology" or "Source" or "Origin" or "Explanation" or "Reason";
}
