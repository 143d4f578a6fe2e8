using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text.Sections;

/// <summary>
/// Tells the line of a reference list: a digital object identifier or an index in brackets; authors with initials (or a number in front)
/// and the place in a journal; authors with initials and the year in brackets, as the American Psychological Association has it.
/// </summary>
internal static class BibliographicLine
{
    private const int Longest = 1500;

    /// <summary>Behind this length a line that is mostly lower case is prose that cites.</summary>
    private const int LongestSure = 250;

    /// <summary>From this length on, a line with an identifier but no number in front is prose too.</summary>
    private const int LongestUnnumbered = 600;

    private const int Shortest = 12;

    public static bool IsReference(ReadOnlySpan<char> text, ReadOnlySpan<Token> line, in LineCounts counts)
    {
        var span = text[line[0].Start..line[^1].End];
        var length = span.Length - span.Count("\r\n");   // a word that is broken at a line end goes on in this one, and is as long with either line end
        if (length > Longest || length < Shortest || (length > LongestSure && counts.Lower * 10 >= counts.Words * 8))
        {
            return false;
        }

        var start = SkipNumber(text, line);
        var isNumbered = start > 0;
        if (HasIdentifier(span))
        {
            return length < LongestUnnumbered || isNumbered;
        }

        return (counts.Initials >= (isNumbered ? 0 : 2) && HasJournalLocator(span)) || (counts.Initials > 0 && StartsWithAuthorsAndYear(text, line[start..]));
    }

    /// <summary><c>doi:</c>, <c>doi.org/</c>, <c>[PubMed]</c>, <c>[CrossRef]</c>, <c>PMID</c>: looked for at their marks, which prose has few of.</summary>
    private static bool HasIdentifier(ReadOnlySpan<char> span)
    {
        for (int index = 0, step; (step = span[index..].IndexOfAny(':', '/', '[')) >= 0; index++)
        {
            index += step;
            var isIdentifier = span[index] switch
            {
                ':' => span[..index].EndsWith("doi", StringComparison.OrdinalIgnoreCase),
                '/' => span[..index].EndsWith("doi.org", StringComparison.OrdinalIgnoreCase),
                _ => span[index..].StartsWith("[PubMed]", StringComparison.OrdinalIgnoreCase)
                    || span[index..].StartsWith("[CrossRef]", StringComparison.OrdinalIgnoreCase),
            };
            if (isIdentifier)
            {
                return true;
            }
        }

        return span.Contains("PMID", StringComparison.Ordinal);
    }

    /// <summary>Tokens of a list number in front of a capital, <c>1.</c>, <c>1)</c>, <c>[1]</c>, <c>1</c>; 0 when there is none.</summary>
    private static int SkipNumber(ReadOnlySpan<char> text, ReadOnlySpan<Token> line)
    {
        var index = text[line[0].Start] == '[' ? 1 : 0;
        if (index >= line.Length || line[index].Kind != TokenKind.Number || line[index].End - line[index].Start > 3)
        {
            return 0;
        }

        index++;
        if (index < line.Length && text[line[index].Start] is '.' or ')' or ']')
        {
            index++;
        }

        return index < line.Length && (line[index].Has(TokenMarks.Capitalized) || text[line[index].Start] is '[' or '"' or '“') ? index : 0;
    }

    /// <summary><c>Smith, J., &amp; van Dam, K. L. (2015)</c>, <c>Smith J, Jones KL et al (2015a)</c>: names and initials, then the year.</summary>
    private static bool StartsWithAuthorsAndYear(ReadOnlySpan<char> text, ReadOnlySpan<Token> line)
    {
        var initials = 0;
        for (var index = 0; index < line.Length; index++)
        {
            var token = line[index];
            switch (token.Kind)
            {
                case TokenKind.Word when token.Has(TokenMarks.Capitalized) || token.End - token.Start <= 3:
                    initials += token.Has(TokenMarks.AllCapitals) && token.End - token.Start <= 3 ? 1 : 0;
                    continue;
                case TokenKind.Dash when index > 0:
                case TokenKind.Punctuation when index > 0 && text[token.Start] is ',' or '.' or '&' or ';' or '\'' or '’':
                    continue;
                case TokenKind.Punctuation when index > 1 && initials > 0 && text[token.Start] == '(':
                    return index + 2 < line.Length && IsYear(text[line[index + 1].Start..line[index + 1].End])
                        && text[line[index + 2].Start] is ')' or ',' or 'a' or 'b' or 'c';
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => digits.Length == 4 && digits[0] is '1' or '2' && digits[1] is '9' or '0' or '8' && !digits.ContainsAnyExceptInRange('0', '9');

    /// <summary>
    /// The place of an article in a journal: <c>2011;6(8):e20294</c>, <c>1999 May 15;24:987-9</c>, <c>90:12-15, 1999</c>, <c>12 (2013) 45-50</c>,
    /// <c>vol. 12, no. 3, pp. 45-50</c>.
    /// </summary>
    private static bool HasJournalLocator(ReadOnlySpan<char> span)
    {
        for (var index = 4; index + 3 < span.Length; index++)
        {
            var isLocator = span[index] switch
            {
                ';' or ',' => IsVolumeAndPage(span[(index + 1)..]) && EndsWithDate(span[..index]),
                ':' => char.IsAsciiDigit(span[index - 1]) && PagesAndYear(span[(index + 1)..]),
                ')' => index >= 6 && span[index - 5] == '(' && IsYear(span[(index - 4)..index]) && StartsWithPages(span[(index + 1)..]),
                'p' => span[index..].StartsWith("pp.", StringComparison.Ordinal)
                    && span[Math.Max(0, index - 40)..index].Contains("vol", StringComparison.OrdinalIgnoreCase),
                _ => false,
            };
            if (isLocator)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>6(8):e20294</c>, <c> 22 Suppl 1: 987</c> behind the date.</summary>
    private static bool IsVolumeAndPage(ReadOnlySpan<char> span)
    {
        span = span[..Math.Min(span.Length, 24)].TrimStart();
        var colon = span.IndexOf(':');
        return colon > 0 && char.IsAsciiDigit(span[0]) && DigitsLength(span[(colon + 1)..].TrimStart()) > 0;
    }

    /// <summary>A year, with or without month and day behind it.</summary>
    private static bool EndsWithDate(ReadOnlySpan<char> span)
    {
        var end = SkipBackDayOrMonth(span, 12);
        if (EndsWithYear(span[..end]))
        {
            return true;
        }

        while (end > 0 && char.IsAsciiDigit(span[end - 1]))
        {
            end--;
        }

        end = SkipBackDayOrMonth(span[..end], 16);
        return EndsWithYear(span[..end]);
    }

    private static int SkipBackDayOrMonth(ReadOnlySpan<char> span, int most)
    {
        var end = span.Length;
        while (end > 0 && (char.IsAsciiLetter(span[end - 1]) || span[end - 1] is ' ' or '-') && span.Length - end < most)
        {
            end--;
        }

        return end;
    }

    private static bool EndsWithYear(ReadOnlySpan<char> span) => span.Length >= 4 && IsYear(span[^4..]);

    /// <summary><c>12-15, 1999</c> behind the colon.</summary>
    private static bool PagesAndYear(ReadOnlySpan<char> span)
    {
        var length = PagesLength(span);
        if (length == 0 || length >= span.Length || span[length] != ',')
        {
            return false;
        }

        var year = span[(length + 1)..].TrimStart();
        return year.Length >= 4 && IsYear(year[..4]);
    }

    /// <summary><c> 45-50</c> or <c>:45-50</c> behind the year in brackets.</summary>
    private static bool StartsWithPages(ReadOnlySpan<char> span) =>
        span.Length > 0 && (span[0] is ':' ? PagesLength(span[1..].TrimStart()) > 0 : PagesLength(span.TrimStart()) > 0);

    /// <summary>Length of <c>45-50</c>, <c>e12-e15</c>; 0 when the text starts with no range of pages.</summary>
    private static int PagesLength(ReadOnlySpan<char> span)
    {
        var first = DigitsLength(span);
        if (first == 0 || first >= span.Length || span[first] is not ('-' or '–' or '—'))
        {
            return 0;
        }

        var second = DigitsLength(span[(first + 1)..]);
        return second == 0 ? 0 : first + 1 + second;
    }

    private static int DigitsLength(ReadOnlySpan<char> span)
    {
        var length = 0;
        while (length < span.Length && (char.IsAsciiDigit(span[length]) || (length == 0 && span[0] is 'e' or 'E' or 'S')))
        {
            length++;
        }

        return length;
    }
}
