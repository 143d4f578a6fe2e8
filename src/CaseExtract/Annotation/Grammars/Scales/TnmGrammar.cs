using CaseExtract.Text;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// Reads the stage of a tumour by extent (UICC TNM): <c>pT2N0M0</c>, <c>T3 N1 M0</c>, <c>ypT1b, N0</c>, <c>T2(6)N0M0</c>. A T alone is none, since T1 and
/// T2 are mostly sequences or vertebrae, unless a prefix makes it one: <c>pT3</c>. Other codes may stand between the parts: <c>pT1b, G2, pN0</c>.
/// </summary>
internal sealed class TnmGrammar
{
    /// <summary>How many other codes may stand between two parts.</summary>
    private const int MostCodes = 3;

    /// <summary>How many tokens a bracket behind a part may hold.</summary>
    private const int LongestBracket = 5;

    /// <summary>Whether a stage may start at a token: a look at its first letters.</summary>
    public static bool MayStart(Document document, int index)
    {
        var token = document.TokenArray[index];
        var length = token.End - token.Start;
        if (token.Kind is not (TokenKind.Alphanumeric or TokenKind.Word) || length < 2 || (token.Kind == TokenKind.Word && length > 5))
        {
            return false;
        }

        var text = document.TextOf(token);
        var letter = PrefixLength(text);
        return letter + 1 < text.Length && text[letter] == 'T' && (char.IsAsciiDigit(text[letter + 1]) || text[letter + 1] is 'i' or 'a' or 'x' or 'X');
    }

    /// <summary>Reads a stage that starts at a token.</summary>
    /// <returns>Index of the token behind it, or <paramref name="first"/> if none starts there.</returns>
    public static int Read(Document document, int first, int end, out ScaleConcept stage)
    {
        stage = null!;
        Span<char> written = stackalloc char[24];
        var cursor = new Cursor(document, first, end);
        var length = 0;
        var prefix = PrefixLength(cursor.Rest);
        Append(written, ref length, cursor.Rest[..prefix]);
        cursor.Skip(prefix);
        if (!ReadTumour(ref cursor, written, ref length))
        {
            return first;
        }

        var next = cursor.End;
        var parts = 1;
        foreach (var letter in "NM")
        {
            var ahead = cursor;
            if (!ahead.MoveToPart(letter) || !ReadPart(ref ahead, letter, written, ref length))
            {
                break;
            }

            cursor = ahead;
            next = cursor.End;
            parts++;
        }

        // what is left of the last token must be nothing, or the report means something else
        if (!cursor.IsAtTokenEnd || (parts == 1 && (prefix == 0 || !written[..prefix].Contains('p'))))
        {
            return first;
        }

        stage = new ScaleConcept("tnm", written[..length].ToString(), first);
        return next;
    }

    /// <summary>Letters that say how the stage was found: c clinical, p pathological, y after treatment, r recurrent, a at autopsy.</summary>
    private static int PrefixLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < 3 && text[length] is 'c' or 'p' or 'y' or 'r' or 'a')
        {
            length++;
        }

        return length;
    }

    private static bool ReadTumour(ref Cursor cursor, scoped Span<char> written, ref int length)
    {
        var rest = cursor.Rest;
        if (rest.Length < 2 || rest[0] != 'T')
        {
            return false;
        }

        var used = 2;
        if (rest[1] == 'i')
        {
            if (rest.Length < 3 || rest[2] != 's')
            {
                return false;
            }

            used = 3;
        }
        else if (char.IsAsciiDigit(rest[1]))
        {
            if (rest[1] > '4')
            {
                return false;
            }

            while (used < rest.Length && used < 4 && (rest[used] is >= 'a' and <= 'd' || (used == 3 && char.IsAsciiDigit(rest[used]))))
            {
                used++;
            }
        }
        else if (rest[1] is not ('a' or 'x' or 'X'))
        {
            return false;
        }

        Append(written, ref length, rest[..used]);
        cursor.Skip(used);
        return true;
    }

    private static bool ReadPart(ref Cursor cursor, char letter, scoped Span<char> written, ref int length)
    {
        var rest = cursor.Rest;
        if (rest.Length < 2 || (char.ToUpperInvariant(rest[0]) != letter) || !(rest[1] is 'x' or 'X' || (rest[1] >= '0' && rest[1] <= (letter == 'N' ? '3' : '1'))))
        {
            return false;
        }

        var used = rest.Length > 2 && char.IsAsciiDigit(rest[1]) && rest[2] is >= 'a' and <= 'd' ? 3 : 2;
        written[length++] = letter;
        Append(written, ref length, rest[1..used]);
        cursor.Skip(used);
        return true;
    }

    /// <summary>Appends with a small x for what was not assessed, as the manuals write it today.</summary>
    private static void Append(scoped Span<char> written, ref int length, scoped ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            written[length++] = character == 'X' ? 'x' : character;
        }
    }

    /// <summary>A place inside a token.</summary>
    private ref struct Cursor(Document document, int token, int end)
    {
        private int _token = token;
        private int _offset;

        public readonly ReadOnlySpan<char> Rest => document.TextOf(_token)[_offset..];

        public readonly bool IsAtTokenEnd => Rest.IsEmpty;

        /// <summary>The token behind the one that the cursor is in.</summary>
        public readonly int End => _token + 1;

        public void Skip(int characters) => _offset += characters;

        /// <summary>Moves on to a part that begins with a letter, over a prefix of its own, a comma, brackets, and what other codes stand between ("G2", "P1", "CY0").</summary>
        public bool MoveToPart(char letter)
        {
            for (var skipped = 0; skipped <= MostCodes; skipped++)
            {
                if (IsAtTokenEnd && !MoveToToken())
                {
                    return false;
                }

                var prefix = PrefixLength(Rest);
                if (prefix < Rest.Length && char.ToUpperInvariant(Rest[prefix]) == letter)
                {
                    Skip(prefix);
                    return true;
                }

                if (CodeLength(Rest[prefix..]) is not (> 0 and var code))
                {
                    return false;
                }

                Skip(prefix + code);
            }

            return false;
        }

        /// <summary>The next token, over brackets with a few tokens ("T2(6)", "T2(m)", "cT1 [1.7 cm]") and a comma.</summary>
        private bool MoveToToken()
        {
            var next = _token + 1;
            if (next < end && document.TextOf(next) is "(" or "[")
            {
                var close = next + 1;
                while (close < end && close <= next + LongestBracket && document.TextOf(close) is not (")" or "]"))
                {
                    close++;
                }

                if (close < end && document.TextOf(close) is ")" or "]")
                {
                    next = close + 1;
                }
            }

            if (next < end && document.TextOf(next) is "," or "/")
            {
                next++;
            }

            if (next >= end || document.TokenArray[next].Kind is not (TokenKind.Alphanumeric or TokenKind.Word))
            {
                return false;
            }

            _token = next;
            _offset = 0;
            return true;
        }

        /// <summary>Length of a code that may stand between the parts: grade, vessels, nerves, peritoneum, cytology, liver.</summary>
        private static int CodeLength(ReadOnlySpan<char> text)
        {
            var letters = text.StartsWith("CY", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Ly", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Pn", StringComparison.OrdinalIgnoreCase) ? 2
                : text.Length > 0 && text[0] is 'G' or 'L' or 'V' or 'P' or 'H' or 'R' ? 1 : 0;
            return letters > 0 && letters < text.Length && text[letters] is (>= '0' and <= '4') or 'x' or 'X' ? letters + 1 : 0;
        }
    }
}
