using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text.Sections;

/// <summary>
/// Reads headings of any style: a line of its own, in capitals or numbered (<c>3. Results</c>, <c>## RESULTS ##</c>), <c>CASE DESCRIPTION:</c> before its text, or inline in a structured abstract that
/// has lost its colons.
/// </summary>
internal sealed class HeadingReader(HeadingRules headings)
{
    /// <summary>Reads a heading at the start of a sentence: up to eight words, alone on their line or followed by a colon.</summary>
    public bool TryRead(string text, ReadOnlySpan<Token> tokens, int first, int end, out int headingEnd, out SectionKind kind)
    {
        headingEnd = first;
        kind = SectionKind.Body;
        var start = SkipNumbering(text, tokens, first, end);
        var longest = start < end ? headings.LongestFrom(tokens[start].Word) : 0;
        if (longest == 0)
        {
            return false;
        }

        Span<char> words = stackalloc char[120];
        var length = 0;
        var count = 0;
        for (var index = start; index < end && count <= longest; index++)
        {
            var token = tokens[index];
            if (token.Kind is TokenKind.Dash or TokenKind.Punctuation)
            {
                var mark = text[token.Start];
                if (mark is '-' or '/' or '\'' or '’' or '&')
                {
                    continue;
                }

                // A colon, or a dash or stop after words in capitals, closes an inline heading.
                if (mark == ':' || (mark is '–' or '—' or '.' or '|' && tokens[start].Has(TokenMarks.LineStart)))
                {
                    if (headings.TryFind(words[..length], out kind) && (mark == ':' || index + 1 == end || tokens[start].Has(TokenMarks.AllCapitals) || mark != '.'))
                    {
                        headingEnd = index + 1;
                        return true;
                    }
                }

                break;
            }

            if (index > start && token.Has(TokenMarks.LineStart))
            {
                break;
            }

            var word = text.AsSpan(token.Start, token.End - token.Start);
            if (length + word.Length + 1 > words.Length)
            {
                return false;
            }

            if (length > 0)
            {
                words[length++] = ' ';
            }

            word.ToLowerInvariant(words[length..]);
            length += word.Length;
            count++;

            if (!tokens[first].Has(TokenMarks.LineStart))
            {
                continue;
            }

            var lineEnd = SkipOrnament(text, tokens, index + 1, end);
            var isLast = lineEnd == end || tokens[lineEnd].Has(TokenMarks.LineStart);
            // "Keywords Spine · Metastasis": many journals print neither colon nor line end behind the word.
            var isKeywords = !isLast && word.EndsWith("words", StringComparison.OrdinalIgnoreCase) && tokens[lineEnd].Kind != TokenKind.Dash && text[tokens[lineEnd].Start] != ':';
            if ((isLast || isKeywords) && headings.TryFind(words[..length], out kind) && (isLast || kind == SectionKind.Keywords))
            {
                headingEnd = lineEnd;
                return true;
            }
        }

        return TryReadBare(text, tokens, first, start, end, out headingEnd, out kind);
    }

    /// <summary>
    /// Structured abstracts often lose the colon: <c>BACKGROUND Giant cell tumours are …</c>. One to three words in capitals, or in title case
    /// when the next word starts a sentence of its own.
    /// </summary>
    private bool TryReadBare(string text, ReadOnlySpan<Token> tokens, int first, int start, int end, out int headingEnd, out SectionKind kind)
    {
        headingEnd = first;
        kind = SectionKind.Body;
        Span<char> words = stackalloc char[60];
        var length = 0;
        for (var index = start; index < end && index < start + 3; index++)
        {
            var token = tokens[index];
            var word = text.AsSpan(token.Start, token.End - token.Start);
            if (token.Kind != TokenKind.Word || !token.Has(TokenMarks.AllCapitals) || word.Length < 3 || length + word.Length + 1 > words.Length)
            {
                return false;
            }

            if (length > 0)
            {
                words[length++] = ' ';
            }

            word.ToLowerInvariant(words[length..]);
            length += word.Length;
            if (word.Length > 3 && index + 2 < end && headings.TryFind(words[..length], out kind)
                && (tokens[index + 1].Has(TokenMarks.Capitalized) && !IsCapitals(tokens[index + 1])
                    || kind == SectionKind.References && (tokens[index + 1].Kind == TokenKind.Number || text[tokens[index + 1].Start] == '[')))
            {
                headingEnd = index + 1;
                return true;
            }
        }

        return false;
    }

    private static bool IsCapitals(Token token) => token.Has(TokenMarks.AllCapitals) && token.End - token.Start > 1;

    /// <summary>Skips what stands before the words of a heading: a number, a Roman numeral with its stop, a bullet, the marks of Markdown.</summary>
    private static int SkipNumbering(string text, ReadOnlySpan<Token> tokens, int first, int end)
    {
        if (!tokens[first].Has(TokenMarks.LineStart))
        {
            return first;
        }

        var index = first;
        if (index + 1 < end && text[tokens[index + 1].Start] == '.' && SentenceSplitter.IsRomanNumeral(text.AsSpan(tokens[index].Start, tokens[index].End - tokens[index].Start)))
        {
            return index + 2;
        }

        while (index < end && index < first + 4
            && (tokens[index].Kind == TokenKind.Number || (tokens[index].Kind == TokenKind.Punctuation && text[tokens[index].Start] is '.' or ')' or '#' or '*' or '_' or '•' or '■' or '▪' or '[')))
        {
            index++;
        }

        return index;
    }

    /// <summary>Skips what may close a heading on its line: the marks of Markdown, a bracket.</summary>
    private static int SkipOrnament(string text, ReadOnlySpan<Token> tokens, int index, int end)
    {
        while (index < end && tokens[index].Kind == TokenKind.Punctuation && !tokens[index].Has(TokenMarks.LineStart) && text[tokens[index].Start] is '*' or '_' or ']' or '#' or '=')
        {
            index++;
        }

        return index;
    }
}
