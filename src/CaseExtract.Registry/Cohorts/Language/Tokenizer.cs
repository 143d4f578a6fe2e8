namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>Cuts an expression into tokens.</summary>
internal static class Tokenizer
{
    /// <exception cref="ExpressionException">A character that means nothing, or a text without its closing mark.</exception>
    public static List<Token> Tokenize(string expression)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < expression.Length;)
        {
            if (char.IsWhiteSpace(expression[i]))
            {
                i++;
                continue;
            }

            var token = Read(expression, i, out var end);
            tokens.Add(token);
            i = end;
        }

        tokens.Add(new Token(TokenKind.End, "", expression.Length));
        return tokens;
    }

    private static Token Read(string text, int start, out int end)
    {
        end = start + 1;
        switch (text[start])
        {
            case '(': return new Token(TokenKind.Open, "(", start);
            case ')': return new Token(TokenKind.Close, ")", start);
            case ',': return new Token(TokenKind.Comma, ",", start);
            case '=': return new Token(TokenKind.Comparison, "=", start);
            case '<' or '>' or '!' when end < text.Length && text[end] == '=':
                end++;
                return new Token(TokenKind.Comparison, text[start..end], start);
            case '<' or '>': return new Token(TokenKind.Comparison, text[start..end], start);
            case '.' when end < text.Length && text[end] == '.':
                end++;
                return new Token(TokenKind.Range, "..", start);
            case '"' or '\'': return Quoted(text, start, out end);
        }

        while (end <= text.Length && IsPart(text, end - 1))
        {
            end++;
        }

        end--;
        return end > start
            ? new Token(TokenKind.Atom, text[start..end], start)
            : throw new ExpressionException(text, start, "this character means nothing here; words with other characters stand in quotation marks");
    }

    /// <summary>Letters, digits and what stands inside names, codes and dates: <c>primary.site</c>, <c>C55.9</c>, <c>8890/3</c>, <c>gross-total</c>. Two full stops end it.</summary>
    private static bool IsPart(string text, int index) => text[index] switch
    {
        '.' => index + 1 < text.Length && text[index + 1] != '.' && index > 0 && text[index - 1] != '.',
        '-' or '/' or '_' or '#' or ':' => true,
        var unit => char.IsLetterOrDigit(unit),
    };

    private static Token Quoted(string text, int start, out int end)
    {
        var close = text.IndexOf(text[start], start + 1);
        end = close + 1;
        return close < 0
            ? throw new ExpressionException(text, start, "this quotation mark is never closed")
            : new Token(TokenKind.Quoted, text[(start + 1)..close], start);
    }
}
