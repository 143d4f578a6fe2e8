using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text.Sentences;

/// <summary>
/// Finds where sentences start. A full stop ends a sentence unless it belongs to an abbreviation or an initial; a blank line always does; a
/// line end does when the line is a line of a list or a heading rather than a wrapped line of prose.
/// </summary>
internal sealed class SentenceSplitter(SentenceRules rules)
{
    /// <summary>As many closing quotes and brackets may follow the stop of one sentence.</summary>
    private const int MostClosers = 4;

    /// <summary>
    /// No writer means more than this many tokens as one sentence: it is a text that lost its stops, or a table. Later stages compare
    /// the mentions of a sentence with each other and would take the square of its length.
    /// </summary>
    private const int LongestSentence = 400;

    private const string FigureLink = "Full size ";

    /// <summary>Adds the indexes of the tokens that start a sentence, the first token included.</summary>
    public void Split(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, List<int> starts)
    {
        if (tokens.Length == 0)
        {
            return;
        }

        starts.Add(0);
        var lineEnds = new LineEnds(text);
        var page = PageWidth.Of(text, lineEnds);
        var hasFigureLink = text.Contains(FigureLink, StringComparison.Ordinal);
        var last = 0;
        for (var index = 1; index < tokens.Length; index++)
        {
            ref readonly var token = ref tokens[index];
            if (token.Has(TokenMarks.BlockStart)
                || (MayEnd(text, tokens[index - 1]) && EndsBefore(text, tokens, index))
                || (token.Has(TokenMarks.LineStart) && IsListLine(text, tokens, index, lineEnds, page))
                || (hasFigureLink && IsBesideFigureLink(text, tokens, index))
                || IsTooLong(token, index - last))
            {
                starts.Add(index);
                last = index;
            }
        }
    }

    /// <summary>A letter, a digit or a dash ends no sentence: most tokens are told by their kind alone.</summary>
    private static bool MayEnd(ReadOnlySpan<char> text, in Token last) =>
        last.Kind == TokenKind.Punctuation || (last.Kind == TokenKind.Word && text[last.End - 1] == '.');

    private static bool IsTooLong(in Token next, int length) =>
        length >= LongestSentence && (next.Has(TokenMarks.SpaceBefore) || length >= 2 * LongestSentence);

    /// <summary>A line end is no mere wrap when the line before it is clearly shorter than the page is wide, when the page has no width, or a bullet follows.</summary>
    private bool IsListLine(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int next, LineEnds lineEnds, in PageWidth page)
    {
        var previous = tokens[next - 1];
        var first = text[tokens[next].Start];
        if (first is '•' or '*' or '▪' or '●' or '◦' or '–' or '-' || first is ':' || text[previous.End - 1] is ':')
        {
            return true;
        }

        if (StartsListItem(text, tokens, next))
        {
            return true;
        }

        var width = PageWidth.OfLine(text, lineEnds, previous.End);
        if (page.IsOfParagraphs)
        {
            return width < page.Longest / 3 || !char.IsLower(first);
        }

        return (width < page.Longest * 6 / 10 || !page.IsWrapped) && !char.IsLower(first) && !rules.IsOpen(tokens[next - 1].Word);
    }

    /// <summary>"Full size image", left behind by web pages, stands between a caption and the text.</summary>
    private static bool IsBesideFigureLink(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int next) =>
        text[tokens[next].Start..].StartsWith(FigureLink, StringComparison.Ordinal)
        || (next >= 3 && text[tokens[next - 3].Start..].StartsWith(FigureLink, StringComparison.Ordinal) && text[tokens[next - 1].Start..].StartsWith("image", StringComparison.Ordinal))
        || (next >= 3 && text[tokens[next - 3].Start..].StartsWith("Full size table", StringComparison.Ordinal));

    private bool EndsBefore(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int next)
    {
        var stop = next - 1;
        // Closing quotes and brackets after a full stop belong to the sentence that ends.
        while (stop > 0 && next - stop < MostClosers && text[tokens[stop].Start] is '"' or '”' or '’' or '»' or ')' or ']')
        {
            stop--;
        }

        if (text[tokens[stop].End - 1] is not ('.' or '!' or '?'))
        {
            return false;
        }

        var last = text[tokens[stop].End - 1];
        if (last is '!' or '?')
        {
            return tokens[next].Has(TokenMarks.SpaceBefore);
        }

        var following = tokens[next];
        var isDotted = tokens[stop].Kind == TokenKind.Word;
        if (!following.Has(TokenMarks.SpaceBefore))
        {
            // "tumour.The": the blank was lost; not "U.S.Army" and not a file name.
            return !isDotted && following.Kind == TokenKind.Word && following.Has(TokenMarks.Capitalized) && !following.Has(TokenMarks.AllCapitals)
                && following.End - following.Start > 1 && stop > 0 && tokens[stop - 1].Kind == TokenKind.Word && !tokens[stop - 1].Has(TokenMarks.Capitalized)
                && tokens[stop - 1].End - tokens[stop - 1].Start > 2;
        }

        var startsSentence = following.Kind switch
        {
            TokenKind.Word or TokenKind.Alphanumeric => following.Has(TokenMarks.Capitalized),
            TokenKind.Punctuation => text[following.Start] is '(' or '[' or '"' or '“' or '«' or '‘' or '•',
            _ => true,
        };
        if (isDotted)
        {
            return startsSentence && rules.IsStarter(following.Word);
        }

        if (stop == 0)
        {
            return false;
        }

        var before = tokens[stop - 1];
        if (tokens[stop].Has(TokenMarks.SpaceBefore))
        {
            return startsSentence;
        }

        if (before.Kind == TokenKind.Word && before.End - before.Start == 1 && before.Has(TokenMarks.Capitalized))
        {
            return startsSentence && rules.IsStarter(following.Word);
        }

        if (before.Has(TokenMarks.BlockStart) && IsRomanNumeral(text[before.Start..before.End]))
        {
            return false;
        }

        if (rules.IsAbbreviation(before.Word))
        {
            return startsSentence && following.Kind == TokenKind.Word && rules.IsStarter(following.Word);
        }

        if (before.Kind == TokenKind.Number && IsListNumber(tokens, stop - 1))
        {
            return false;
        }

        return startsSentence || (before.Kind == TokenKind.Word && before.End - before.Start > 3);
    }

    /// <summary>A Roman numeral in capitals, as it numbers headings.</summary>
    public static bool IsRomanNumeral(ReadOnlySpan<char> word) => word.Length <= 5 && !word.ContainsAnyExcept('I', 'V', 'X');

    /// <summary><c>2. Fusion</c>, <c>2) Fusion</c>.</summary>
    private bool StartsListItem(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int index) =>
        index + 2 < tokens.Length && tokens[index].Kind == TokenKind.Number && IsListNumber(tokens, index)
        && text[tokens[index + 1].Start] is '.' or ')' && !tokens[index + 1].Has(TokenMarks.SpaceBefore)
        && tokens[index + 2].Has(TokenMarks.SpaceBefore) && tokens[index + 2].Has(TokenMarks.Capitalized);

    /// <summary>The number of a list item stands first in its line; a line of wrapped prose may start with a number too ("at the age of / 42. She").</summary>
    private bool IsListNumber(ReadOnlySpan<Token> tokens, int index)
    {
        var number = tokens[index];
        return index == 0
            || (number.Has(TokenMarks.LineStart) && number.End - number.Start <= 3 && (number.Has(TokenMarks.BlockStart) || !rules.IsOpen(tokens[index - 1].Word)));
    }
}
