using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>A grade of Frankel or of the ASIA impairment scale: one capital from A to E.</summary>
internal sealed class ImpairmentGrade(WordRoles<ScaleWord> words) : ScaleForm
{
    public override int Read(Document document, int index, int end, out string value)
    {
        value = "";
        if (index >= end || document.TokenArray[index] is not { Kind: TokenKind.Word } token || document.TextOf(token) is not [>= 'A' and <= 'E'])
        {
            return index;
        }

        // "grade A", not "… scale. A motor deficit"
        if (document.TextOf(token) is "A" && index + 1 < end && document.TokenArray[index + 1] is { Kind: TokenKind.Word } behind
            && !words.Is(behind.Word, ScaleWord.Link | ScaleWord.Change | ScaleWord.To | ScaleWord.Phase | ScaleWord.And | ScaleWord.By))
        {
            return index;
        }

        value = document.TextOf(token).ToString();
        return index + 1;
    }
}
