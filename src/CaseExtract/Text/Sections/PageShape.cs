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

/// <summary>Tells lines of prose from titles, addresses, keyword lists, references and captions by their shape.</summary>
internal sealed class PageShape
{
    private static readonly string[] CaptionWords = ["figure", "fig", "figs", "table"];

    public LineShape Classify(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int first, int end, bool afterProse, HeadingRules headings)
    {
        var line = tokens[first..end];
        var span = text[line[0].Start..line[^1].End];
        int words = 0, capitalized = 0, commas = 0, addressWords = 0, stops = 0, initials = 0;
        foreach (var token in line)
        {
            var mark = text[token.Start];
            if (token.Kind is TokenKind.Word or TokenKind.Alphanumeric)
            {
                words++;
                capitalized += token.Has(TokenMarks.Capitalized) ? 1 : 0;
                addressWords += token.Has(TokenMarks.Capitalized) && headings.IsAffiliation(token.Word) ? 1 : 0;
                initials += token.Has(TokenMarks.AllCapitals) && token.End - token.Start <= 2 ? 1 : 0;
            }
            else if (token.Kind == TokenKind.Punctuation)
            {
                commas += mark is ',' or ';' ? 1 : 0;
                stops += mark == '.' ? 1 : 0;
            }
        }

        if (words == 0)
        {
            return LineShape.Prose;
        }

        if (IsReference(text, line, span, initials))
        {
            return LineShape.Reference;
        }

        if (afterProse)
        {
            return LineShape.Prose;
        }

        var last = text[line[^1].End - 1];
        if (capitalized * 10 >= words * 7 && (addressWords > 0 || commas > 0 || words is >= 2 and <= 4 && capitalized == words) && words < 120 && stops < 6)
        {
            return addressWords > 0 || commas > 0 ? LineShape.Address : LineShape.Title;
        }

        if (last is not ('.' or '?' or '!' or ':') && words <= 30)
        {
            return commas >= 2 && words <= commas * 5 && !text[line[0].Start..line[0].End].SequenceEqual("A") ? LineShape.TermList : words >= 2 && !IsNote(line) ? LineShape.Title : LineShape.Prose;
        }

        return LineShape.Prose;
    }

    /// <summary>Whether a block reads like running text rather than one more reference.</summary>
    public bool IsStory(ReadOnlySpan<Token> tokens, int first, int end)
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

        return words >= 10 && lower * 10 >= words * 8;
    }

    public bool StartsCaption(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int first, int end)
    {
        if (end - first < 4 || !tokens[first].Has(TokenMarks.Capitalized) || tokens[first].Kind != TokenKind.Word)
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

        var index = first + 1;
        if (text[tokens[index].Start] == '.')
        {
            index++;
        }

        return tokens[index].Kind == TokenKind.Number
            && index + 1 < end
            && (tokens[index + 1].Has(TokenMarks.Capitalized) || text[tokens[index + 1].Start] is '.' or ':' or '(');
    }

    /// <summary>Web pages put these words behind a figure.</summary>
    public bool EndsCaption(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int first, int end) =>
        text[tokens[first].Start..tokens[end - 1].End].StartsWith("Full size", StringComparison.OrdinalIgnoreCase);

    /// <summary>A terse note ("63 y/o M s/p nephrectomy") starts with a number or a dash and is no title.</summary>
    private static bool IsNote(ReadOnlySpan<Token> line) => line[0].Kind is TokenKind.Number or TokenKind.Dash;

    /// <summary>
    /// A bibliographic line: a digital object identifier, an index in brackets, or the year;volume:pages of a journal, beside authors with initials or a number in front.
    /// </summary>
    private static bool IsReference(ReadOnlySpan<char> text, ReadOnlySpan<Token> line, ReadOnlySpan<char> span, int initials)
    {
        if (span.Length > 1500)
        {
            return false;
        }

        var hasIdentifier = span.Contains("doi:", StringComparison.OrdinalIgnoreCase) || span.Contains("doi.org/", StringComparison.OrdinalIgnoreCase)
            || span.Contains("[PubMed]", StringComparison.OrdinalIgnoreCase) || span.Contains("[CrossRef]", StringComparison.OrdinalIgnoreCase)
            || span.Contains("PMID", StringComparison.Ordinal);
        var isNumbered = line.Length > 2 && line[0].Kind == TokenKind.Number && text[line[1].Start] is '.' or ')' && line[2].Has(TokenMarks.Capitalized);
        return hasIdentifier ? span.Length < 600 || isNumbered : (isNumbered || initials >= 2) && HasJournalLocator(span);
    }

    /// <summary><c>2011;6(8):e20294</c>, <c>1999;24:987-9</c>.</summary>
    private static bool HasJournalLocator(ReadOnlySpan<char> span)
    {
        for (var index = 4; index + 3 < span.Length; index++)
        {
            if (span[index] is not (';' or ','))
            {
                continue;
            }

            var year = index - 1;
            while (year > 0 && (char.IsAsciiLetter(span[year]) || span[year] is ' ' or '-') && index - year < 12)
            {
                year--;
            }

            if (year < 3 || !char.IsAsciiDigit(span[year]) || !char.IsAsciiDigit(span[year - 3]))
            {
                // "1999 May 15;24(10)": the day stands between.
                while (year > 0 && char.IsAsciiDigit(span[year]))
                {
                    year--;
                }

                while (year > 0 && (char.IsAsciiLetter(span[year]) || span[year] is ' ') && index - year < 16)
                {
                    year--;
                }

                if (year < 3 || !char.IsAsciiDigit(span[year]) || !char.IsAsciiDigit(span[year - 3]))
                {
                    continue;
                }
            }

            var colon = span[index..Math.Min(span.Length, index + 20)].IndexOf(':');
            if (colon > 1)
            {
                return true;
            }
        }

        return false;
    }
}
