using CaseExtract.Text;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>The marks and letters with which ages are written: <c>63-y/o</c>, <c>67F</c>.</summary>
internal static class AgeMarks
{
    /// <summary>Index of the first token that is none of some marks; a hyphen stands for dashes of any length.</summary>
    public static int Skip(Document document, int index, int end, string marks)
    {
        while (index < end && document.TokenArray[index] is { Kind: TokenKind.Dash or TokenKind.Punctuation } token
            && (marks.Contains(document.Text[token.Start], StringComparison.Ordinal) || (token.Kind == TokenKind.Dash && marks.Contains('-', StringComparison.Ordinal))))
        {
            index++;
        }

        return index;
    }

    /// <summary>Whether a token is the sex as a capital letter.</summary>
    public static bool IsSexLetter(Document document, Token token) => token.End - token.Start == 1 && document.Text[token.Start] is 'M' or 'F';
}
