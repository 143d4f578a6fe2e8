using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>Where the subject of another clause opens, as far as its first word tells.</summary>
internal static class OtherSubject
{
    /// <summary>What opens a subject wherever it stands, if it has a capital.</summary>
    private const FunctionWord Anywhere = FunctionWord.Definite | FunctionWord.Possessive | FunctionWord.SubjectPronoun;

    /// <summary>What opens one, or its clause, behind a comma.</summary>
    private const FunctionWord BehindComma = FunctionWord.Possessive | FunctionWord.Article | FunctionWord.SubjectPronoun | FunctionWord.NeuterPronoun | FunctionWord.Demonstrative
        | FunctionWord.Equative | FunctionWord.Inceptive | FunctionWord.Cause;

    /// <summary>Whether a word may open a subject, in <see cref="At"/>.</summary>
    public static bool MayOpenAt(Document document, int index) => document.IsCapital(index, Anywhere) || document.Is(index, BehindComma);

    /// <summary>Whether a comma (or "and") and a word that opens a noun phrase stand between, or a capital that opens a sentence whose full stop was forgotten.</summary>
    public static bool Stands(Document document, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (At(document, index) >= from)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where another subject begins that a word opens: at the word, or at the comma (or "and") before it; -1 where it opens none.</summary>
    public static int At(Document document, int index)
    {
        if (document.IsCapital(index, Anywhere))
        {
            return index;
        }

        var isBehindComma = index > 0 && document.Is(index, BehindComma) && ClauseBounds.IsComma(document, index - 1);
        return isBehindComma || (index > 0 && document.TextOf(index) is "an" && document.Is(index - 1, FunctionWord.Additive)) ? index - 1 : -1;
    }
}
