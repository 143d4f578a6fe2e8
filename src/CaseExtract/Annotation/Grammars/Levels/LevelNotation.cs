namespace CaseExtract.Annotation.Grammars;

/// <summary>How one vertebra is written without blanks: <c>T5</c>, <c>Th12</c>, <c>D10</c>, run together as <c>L4L5</c>, misread as <c>T1O</c> or <c>Tl2</c>.</summary>
internal static class LevelNotation
{
    /// <summary>Most vertebrae that are read from one token.</summary>
    public const int MostTogether = 4;

    /// <summary>Reads all of a token.</summary>
    /// <param name="text">The token as written.</param>
    /// <param name="levels">Room for <see cref="MostTogether"/> vertebrae.</param>
    /// <returns>How many were read; 0 when the token is anything else.</returns>
    public static int Read(ReadOnlySpan<char> text, Span<VertebralLevel> levels)
    {
        var count = 0;
        while (text.Length > 0)
        {
            var letters = ReadRegion(text, out var region);
            if (letters == 0 || count == levels.Length)
            {
                return 0;
            }

            text = text[letters..];
            var digits = ReadNumber(text, out var number);
            if (digits == 0 || !VertebralLevel.TryCreate(region, number, out levels[count]) || (count > 0 && !MayFollow(levels[count - 1], levels[count])))
            {
                return 0;
            }

            count++;
            text = text[digits..];
        }

        return count;
    }

    /// <summary>Reads the letter of a region: <c>C</c>, <c>T</c>, <c>Th</c>, <c>D</c> (dorsal), <c>L</c>, <c>S</c>.</summary>
    /// <returns>How many characters it takes, or 0.</returns>
    public static int ReadRegion(ReadOnlySpan<char> text, out char region)
    {
        region = text.IsEmpty ? '\0' : char.ToUpperInvariant(text[0]) switch
        {
            'C' => 'C',
            'T' or 'D' => 'T',
            'L' => 'L',
            'S' => 'S',
            _ => '\0',
        };
        return region == '\0' ? 0 : text.Length > 1 && text[0] is 'T' or 't' && text[1] is 'h' or 'H' ? 2 : 1;
    }

    /// <summary>Reads one or two digits; beside a true digit, o stands for 0 and l or I for 1, as scanners take them.</summary>
    private static int ReadNumber(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        var hasDigit = false;
        var length = 0;
        if (text.IsEmpty || text[0] is '0' or 'O' or 'o')
        {
            // CO2 is no vertebra
            return 0;
        }

        while (length < text.Length && length < 2 && DigitOf(text[length]) is var digit and >= 0)
        {
            hasDigit |= char.IsAsciiDigit(text[length]);
            number = (number * 10) + digit;
            length++;
        }

        return hasDigit && !(length < text.Length && char.IsAsciiDigit(text[length])) ? length : 0;
    }

    private static int DigitOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        'O' or 'o' => 0,
        'l' or 'I' => 1,
        _ => -1,
    };

    /// <summary>
    /// <c>L4L5</c> and, with its dash lost, <c>T5T8</c>; not <c>C1D1</c>, the first day of a first cycle.
    /// </summary>
    private static bool MayFollow(VertebralLevel upper, VertebralLevel lower) =>
        lower.Order > upper.Order && (upper.Region == lower.Region || VertebraSet.Range(upper, lower).Count <= 4);
}
