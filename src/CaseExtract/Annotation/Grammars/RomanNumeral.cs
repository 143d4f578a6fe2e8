namespace CaseExtract.Annotation.Grammars;

/// <summary>Roman numerals as some reports number vertebrae: <c>D VIII</c>, <c>L IV</c>.</summary>
internal static class RomanNumeral
{
    private static readonly string[] Numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    /// <summary>Reads a numeral of capitals up to twelve; a region has no more vertebrae.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int number)
    {
        for (number = 1; number <= Numerals.Length; number++)
        {
            if (text.SequenceEqual(Numerals[number - 1]))
            {
                return true;
            }
        }

        number = 0;
        return false;
    }
}
