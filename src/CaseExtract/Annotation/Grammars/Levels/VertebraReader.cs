using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Reads one vertebra: a token such as <c>T8</c>, or a letter and its number apart (<c>T 8</c>, <c>L-5</c>, <c>D VIII</c>).</summary>
internal sealed class VertebraReader(WordRoles<LevelWord> words)
{
    /// <summary>Reads the vertebra that starts at a token; a token may hold several run together.</summary>
    /// <param name="document">The document.</param>
    /// <param name="first">The token.</param>
    /// <param name="start">The token before which nothing is looked at.</param>
    /// <param name="end">The token behind the sentence.</param>
    /// <param name="isContinued">A level stands before it, joined to it: then looser writing will do.</param>
    /// <param name="levels">Room for <see cref="LevelNotation.MostTogether"/> vertebrae.</param>
    /// <param name="count">How many were read.</param>
    /// <returns>Index of the token behind it, or <paramref name="first"/> if there is none.</returns>
    public int Read(Document document, int first, int start, int end, bool isContinued, Span<VertebralLevel> levels, out int count)
    {
        count = 0;
        if (first >= end)
        {
            return first;
        }

        var tokens = document.TokenArray;
        var token = tokens[first];
        var text = document.TextOf(token);
        if (token.Kind == TokenKind.Alphanumeric)
        {
            count = LevelNotation.Read(text, levels);
            return count > 0 ? first + 1 : first;
        }

        if (token.Kind != TokenKind.Word || !char.IsAsciiLetterUpper(text[0]))
        {
            return first;
        }

        if (words.Is(token.Word, LevelWord.Letter))
        {
            return ReadApart(document, first, start, end, levels, out count);
        }

        // "L5/Sl": a scanner took the 1 for an l. "DVIII" needs the bone beside it, for LV and CI are other things.
        var letters = LevelNotation.ReadRegion(text, out var region);
        if (letters == 0)
        {
            return first;
        }

        var number = 0;
        if ((isContinued && text[letters..] is "l" or "I" && (number = 1) > 0)
            || (RomanNumeral.TryParse(text[letters..], out number) && (isContinued || IsBesideBone(document, first, first + 1, start, end))))
        {
            count = VertebralLevel.TryCreate(region, number, out levels[0]) ? 1 : 0;
        }

        return count > 0 ? first + 1 : first;
    }

    private int ReadApart(Document document, int first, int start, int end, Span<VertebralLevel> levels, out int count)
    {
        count = 0;
        var tokens = document.TokenArray;
        var next = first + 1;
        if (next < end && tokens[next].Kind == TokenKind.Dash && !tokens[next].Has(TokenMarks.SpaceBefore))
        {
            next++;
        }

        if (next >= end || LevelNotation.ReadRegion(document.TextOf(tokens[first]), out var region) == 0)
        {
            return first;
        }

        var digits = document.TextOf(tokens[next]);
        var isNumber = tokens[next].Kind == TokenKind.Number && int.TryParse(digits, out var number) && VertebralLevel.TryCreate(region, number, out levels[0]);
        if (!isNumber)
        {
            // one capital alone may be a pronoun, an initial or a nerve: "L V"
            isNumber = tokens[next].Kind == TokenKind.Word && RomanNumeral.TryParse(digits, out number) && VertebralLevel.TryCreate(region, number, out levels[0])
                && (digits.Length > 1 || IsBesideBone(document, first, next + 1, start, end));
        }

        count = isNumber ? 1 : 0;
        return isNumber ? next + 1 : first;
    }

    private bool IsBesideBone(Document document, int first, int next, int start, int end) =>
        (first > start && words.Is(document.TokenArray[first - 1].Word, LevelWord.Bone)) || (next < end && words.Is(document.TokenArray[next].Word, LevelWord.Bone));
}
