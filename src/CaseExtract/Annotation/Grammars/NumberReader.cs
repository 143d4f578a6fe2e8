using System.Globalization;
using CaseExtract.Models;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Reads numbers in digits and in words: <c>3.5</c>, "twenty-one", "two and a half", "eighth".</summary>
internal sealed class NumberReader
{
    public const string File = "rules/number.tsv";

    private readonly Dictionary<int, (double Value, NumberRole Role)> _words = [];
    private readonly List<int> _ordinals = [];
    private readonly List<int> _cardinals = [];
    private readonly WordSet _known = []; // asked first: most words are no number
    private readonly int _and;
    private readonly int _a;
    private readonly int _half;

    public NumberReader(ModelSource models, Vocabulary.Builder vocabulary)
    {
        var table = models.Read(File);
        int word = table.Column("word"), value = table.Column("value"), role = table.Column("role");
        foreach (var row in table.Rows)
        {
            if (!double.TryParse(row[value], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                throw row.Fault($"'{row[value]}' is no number");
            }

            var key = vocabulary.Add(row[word]);
            var numberRole = row.Enum<NumberRole>(role);
            _words[key] = (number, numberRole);
            (numberRole == NumberRole.Ordinal ? _ordinals : _cardinals).Add(key);
            _known.Add(key);
        }

        _and = vocabulary.Add("and");
        _a = vocabulary.Add("a");
        _half = vocabulary.Add("half");
    }

    /// <summary>The words for ordinals.</summary>
    public IReadOnlyList<int> Ordinals => _ordinals;

    /// <summary>The words for cardinals.</summary>
    public IReadOnlyList<int> Cardinals => _cardinals;

    /// <summary>Reads a cardinal number.</summary>
    /// <returns>Index of the token behind it, or <paramref name="first"/> if none stands there.</returns>
    public int ReadCardinal(Document document, int first, int end, out double value)
    {
        value = 0;
        var tokens = document.TokenArray;
        if (first >= end)
        {
            return first;
        }

        var next = first;
        if (tokens[first].Kind == TokenKind.Number)
        {
            if (!TryParse(document.TextOf(tokens[first]), out value))
            {
                return first;
            }

            next = first + 1;
        }
        else if (TryFind(tokens[first].Word, out var word) && word.Role is NumberRole.Unit or NumberRole.Ten or NumberRole.Vague)
        {
            value = word.Value;
            next = first + 1;
            if (word.Role == NumberRole.Ten)
            {
                var unit = next < end && tokens[next].Kind == TokenKind.Dash ? next + 1 : next;
                if (unit < end && TryFind(tokens[unit].Word, out var second) && second is { Role: NumberRole.Unit, Value: < 10 })
                {
                    value += second.Value;
                    next = unit + 1;
                }
            }
        }
        else
        {
            return first;
        }

        if (tokens[first].Kind == TokenKind.Number && next < end)
        {
            var fraction = FractionOf(document, next, end, out var fractionEnd);
            value += fraction;
            next = fractionEnd;
        }

        // "two and a half", "two-and-a-half"
        var and = SkipDash(tokens, next, end);
        var a = SkipDash(tokens, and + 1, end);
        var half = SkipDash(tokens, a + 1, end);
        if (half < end && tokens[and].Word == _and && tokens[a].Word == _a && tokens[half].Word == _half)
        {
            value += 0.5;
            next = half + 1;
        }

        return next;
    }

    private bool TryFind(int word, out (double Value, NumberRole Role) found)
    {
        found = default;
        return _known.Contains(word) && _words.TryGetValue(word, out found);
    }

    /// <summary>The fraction behind a whole number: "4½", "3 1/2", "3 8/12" of a child's years; else 0.</summary>
    private static double FractionOf(Document document, int index, int end, out int next)
    {
        next = index + 1;
        switch (document.TextOf(index))
        {
            case "½":
                return 0.5;
            case "¼":
                return 0.25;
            case "¾":
                return 0.75;
        }

        // of years only halves, thirds, quarters and months are told: "8 5/10" is no number
        if (index + 2 < end && document.FirstCharacterOf(index + 1) == '/' && document.TextOf(index + 2) is "2" or "3" or "4" or "12"
            && TryParse(document.TextOf(index), out var part) && TryParse(document.TextOf(index + 2), out var whole) && part >= 1 && part < whole)
        {
            next = index + 3;
            return Math.Round(part / whole, 2, MidpointRounding.AwayFromZero);
        }

        next = index;
        return 0;
    }

    private static int SkipDash(ReadOnlySpan<Token> tokens, int index, int end) => index < end && tokens[index].Kind == TokenKind.Dash ? index + 1 : index;

    /// <summary>Reads an ordinal: <c>8th</c>, "eighth", "twelfth".</summary>
    public int ReadOrdinal(Document document, int first, int end, out int value)
    {
        value = 0;
        var tokens = document.TokenArray;
        if (first >= end)
        {
            return first;
        }

        if (TryFind(tokens[first].Word, out var word) && word.Role == NumberRole.Ordinal)
        {
            value = (int)word.Value;
            return first + 1;
        }

        if (tokens[first].Kind == TokenKind.Number && first + 1 < end && tokens[first + 1].End - tokens[first + 1].Start == 2
            && document.TextOf(tokens[first + 1]) is "st" or "nd" or "rd" or "th" && int.TryParse(document.TextOf(tokens[first]), out value))
        {
            return first + 2;
        }

        return first;
    }

    /// <summary>Reads digits with a decimal point or comma, or with thousands separators.</summary>
    public static bool TryParse(ReadOnlySpan<char> digits, out double value)
    {
        value = 0;
        if (digits.Length > 12)
        {
            return false;
        }

        if (!digits.ContainsAnyExceptInRange('0', '9'))
        {
            // a whole number of so few digits is exact however it is read
            var whole = 0L;
            foreach (var digit in digits)
            {
                whole = (whole * 10) + digit - '0';
            }

            value = whole;
            return digits.Length > 0;
        }

        Span<char> plain = stackalloc char[digits.Length];
        var length = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var character = digits[index];
            if (character == ',' && digits.Length - index == 4 && index > 0)
            {
                continue; // 1,200
            }

            plain[length++] = character is ',' or '·' ? '.' : character;
        }

        return double.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private enum NumberRole : byte
    {
        Unit,
        Ten,
        Vague,
        Ordinal,
    }
}
