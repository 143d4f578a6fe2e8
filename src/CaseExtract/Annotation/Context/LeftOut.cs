using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>What is left out of what is said.</summary>
internal static class LeftOut
{
    /// <summary>So far behind "except" what is left out may stand.</summary>
    private const int LongestException = 6;

    /// <summary>Whether a mention is what is left out of what is said: "all drugs except for low-dose [metoprolol] were stopped".</summary>
    public static bool Is(Document document, in Mention target)
    {
        for (var index = target.FirstToken - 1; index >= Math.Max(0, target.FirstToken - LongestException); index--)
        {
            if (document.IsInAnyCase(index, FunctionWord.Exceptive)
                || document.TextOf(index) switch
                {
                    "exception" => document.Is(index + 1, FunctionWord.Genitive),
                    "other" or "Other" => document.TextOf(index + 1) is "than",
                    _ => false,
                })
            {
                return true;
            }

            if (document.MarkAt(index) is ',' or '.' or ';' || document.Is(index, FunctionWord.Alternative))
            {
                return false;
            }
        }

        return false;
    }
}
