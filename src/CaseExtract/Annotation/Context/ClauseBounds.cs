using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Context;

/// <summary>Where a clause ends, as far as marks and small words tell.</summary>
internal static class ClauseBounds
{
    /// <summary>Whether a token is a comma.</summary>
    public static bool IsComma(Document document, int index) => document.Text[document.TokenArray[index].Start] == ',';

    /// <summary>The last comma of a range of tokens, or -1.</summary>
    public static int LastComma(Document document, int from, int to)
    {
        var tokens = document.TokenArray;
        var text = document.Text;
        for (var index = to - 1; index >= from; index--)
        {
            if (text[tokens[index].Start] == ',')
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>One past the last dash that stands alone before a mention, as between the items of "- no fever - brisk reflexes", or <paramref name="from"/>.</summary>
    public static int LastDash(Document document, int from, int to)
    {
        var tokens = document.TokenArray;
        for (var index = to - 1; index >= from; index--)
        {
            ref readonly var token = ref tokens[index];
            if (token.Kind is TokenKind.Dash or TokenKind.Punctuation && token.Has(TokenMarks.SpaceBefore) && tokens[index + 1].Has(TokenMarks.SpaceBefore)
                && document.Text[token.Start] is '-' or '–' or '•')
            {
                return index + 1;
            }
        }

        return from;
    }

    /// <summary>Whether a colon behind what was looked for opens the conclusion: "negative for S100 and keratin: …", but not "no evidence of the following: …".</summary>
    public static bool HasConclusion(Document document, int from, int to)
    {
        for (var index = from + 1; index < to; index++)
        {
            if (document.MarkAt(index) == ':')
            {
                return document.TextOf(index - 1) is not "following";
            }
        }

        return false;
    }

    /// <summary>Whether a comma and, behind it, the verb of another clause stand between: "without complications, and tegafur was taken as chemotherapy".</summary>
    public static bool HasOtherClause(Document document, int from, int to)
    {
        var hasComma = false;
        for (var index = from; index < to; index++)
        {
            hasComma |= IsComma(document, index);
            if (hasComma && (document.Is(index, FunctionWord.PastBe) || document.TextOf(index) is "underwent" or "received"))
            {
                return true;
            }
        }

        return false;
    }
}
