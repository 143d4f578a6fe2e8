using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text.Sections;

/// <summary>What a line looks like, whatever it says.</summary>
internal enum LineShape
{
    Prose,
    Title,
    Address,
    TermList,
    Reference,
}

/// <summary>How far a block reads like running text.</summary>
internal enum StoryShape
{
    None,
    Short,
    Long,
}

/// <summary>Tells lines of prose from titles, addresses, keyword lists, references and captions by their shape.</summary>
internal sealed class PageShape
{
    private const int LongestLabel = 6;

    /// <summary>As many tokens of a block are seen to tell whether it is a story.</summary>
    public const int LongestStory = 80;

    private const int LongestTitle = 30;
    private const int LongestAddress = 120;

    private static readonly string[] CaptionWords = ["figure", "fig", "figs", "table"];

    /// <param name="text">The text.</param>
    /// <param name="tokens">The tokens from the first of the line on.</param>
    /// <param name="afterProse">Whether the story has begun.</param>
    /// <param name="isBlock">Whether the line opens a block.</param>
    /// <param name="sentenceEnd">One past the last token of the sentence that the line ends in, counted from the line's first; asked before the story has begun.</param>
    /// <param name="headings">The words of pages.</param>
    public LineShape Classify(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, bool afterProse, bool isBlock, int sentenceEnd, HeadingRules headings)
    {
        var counts = LineCounts.Of(text, tokens, headings);
        var line = tokens[..counts.Tokens];
        if (counts.Words == 0)
        {
            return LineShape.Prose;
        }

        if (BibliographicLine.IsReference(text, line, counts))
        {
            return LineShape.Reference;
        }

        if (afterProse)
        {
            // Behind the story only the plainest address: its own block, with a place for authors in it and hardly a small word.
            return isBlock && counts.AddressWords > 0 && counts.Commas > 0 && counts.Lower * 4 <= counts.Words && IsAddress(text, line, counts)
                ? LineShape.Address
                : LineShape.Prose;
        }

        if (IsAddress(text, line, counts))
        {
            return LineShape.Address;
        }

        if (text[line[^1].End - 1] is '.' or '?' or '!' or ':' || counts.Words > LongestTitle || StartsLikeNote(text, line) || IsWrapped(text, tokens[..sentenceEnd], counts)
            || (counts.Commas >= 3 && counts.LooseNumbers + counts.Codes > 0) || headings.HoldsStory(line))
        {
            return LineShape.Prose;
        }

        return counts.Commas >= 2 && counts.Words <= counts.Commas * 5 && counts.LooseNumbers == 0
            ? LineShape.TermList
            : counts.Words >= 2 ? LineShape.Title : LineShape.Prose;
    }

    /// <summary>Whether a sentence with its stop goes on behind the line: the page is wrapped, and this is a line of its prose.</summary>
    private static bool IsWrapped(ReadOnlySpan<char> text, ReadOnlySpan<Token> sentence, in LineCounts line) =>
        sentence.Length > line.Tokens && text[sentence[^1].End - 1] is '.' or '?' or '!';

    /// <summary>Whether a block, of which <see cref="LongestStory"/> tokens are seen, reads like running text rather than one more reference.</summary>
    public StoryShape StoryOf(ReadOnlySpan<Token> tokens, int first, int end)
    {
        int words = 0, lower = 0;
        for (var index = first; index < end; index++)
        {
            if (tokens[index].Kind == TokenKind.Word)
            {
                words++;
                lower += tokens[index].Has(TokenMarks.Capitalized) ? 0 : 1;
            }
        }

        return words < 10 || lower * 10 < words * 8 ? StoryShape.None : words < 25 ? StoryShape.Short : StoryShape.Long;
    }

    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="first">The first token of the sentence.</param>
    /// <param name="end">One past its last; a caption that starts a line lies within the line.</param>
    public bool StartsCaption(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int first, int end)
    {
        if (!tokens[first].Has(TokenMarks.Capitalized) || tokens[first].Kind != TokenKind.Word)
        {
            return false;
        }

        var word = text[tokens[first].Start..tokens[first].End];
        var isCaptionWord = false;
        foreach (var candidate in CaptionWords)
        {
            isCaptionWord |= word.Equals(candidate, StringComparison.OrdinalIgnoreCase);
        }

        if (!isCaptionWord)
        {
            return false;
        }

        end = tokens[first].Has(TokenMarks.LineStart) ? LineEnd(tokens, first) : end;
        if (end - first < 4)
        {
            return false;
        }

        var index = first + 1;
        if (text[tokens[index].Start] == '.')
        {
            index++;
        }

        return tokens[index].Kind == TokenKind.Number
            && index + 1 < end
            && (tokens[index + 1].Has(TokenMarks.Capitalized) || text[tokens[index + 1].Start] is '.' or ':' or '(');
    }

    private static int LineEnd(ReadOnlySpan<Token> tokens, int first)
    {
        var end = first + 1;
        while (end < tokens.Length && !tokens[end].Has(TokenMarks.LineStart))
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether a line starts with a label of a few words and a colon.</summary>
    public static bool IsLabelled(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int first, int end)
    {
        if (!tokens[first].Has(TokenMarks.LineStart))
        {
            return false;
        }

        var words = 0;
        for (var index = first; index < end && words <= LongestLabel; index++)
        {
            if (text[tokens[index].Start] == ':')
            {
                return words > 0;
            }

            words += tokens[index].Kind is TokenKind.Punctuation or TokenKind.Dash ? 0 : 1;
        }

        return false;
    }

    /// <summary>Web pages put these words behind a figure.</summary>
    public bool EndsCaption(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int first, int end) =>
        text[tokens[first].Start..tokens[end - 1].End].StartsWith("Full size", StringComparison.OrdinalIgnoreCase);

    /// <summary>Names and places of authors: nearly every word a capital, and an electronic address, a word such as hospital, or names in a row.</summary>
    private static bool IsAddress(ReadOnlySpan<char> text, ReadOnlySpan<Token> line, in LineCounts counts)
    {
        if (counts.Words >= LongestAddress || counts.Stops >= 6 && counts.AddressWords == 0)
        {
            return false;
        }

        if (counts.IsElectronic && counts.Lower <= 6)
        {
            return true;
        }

        if (counts.Capitalized * 10 < counts.Words * 7)
        {
            return false;
        }

        if (counts.AddressWords > 0)
        {
            return true;
        }

        // "Male, 45, RCC, T8" is a note and no row of names; a line all in capitals says nothing by them.
        return counts.Commas > 0 && counts.LooseNumbers == 0 && counts.Codes == 0
            && (counts.AllCapitals < counts.Words || counts.Initials > 0)
            && !StartsLikeNote(text, line);
    }

    /// <summary>A terse note starts with a number, a dash or the article: "63 y/o M s/p nephrectomy", "A 5-year-old boy".</summary>
    private static bool StartsLikeNote(ReadOnlySpan<char> text, ReadOnlySpan<Token> line) =>
        (line[0].Kind == TokenKind.Number && line.Length > 1 && line[1].Kind != TokenKind.Punctuation) || line[0].Kind == TokenKind.Dash
        || (text[line[0].Start] == 'A' && line[0].End - line[0].Start == 1 && line.Length > 1 && line[1].Kind == TokenKind.Number);
}
