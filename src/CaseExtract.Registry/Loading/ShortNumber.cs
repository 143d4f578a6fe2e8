namespace CaseExtract.Registry.Loading;

/// <summary>Reads numbers such as <c>1913</c> and <c>0.93</c>, of which a record has a hundred, without asking for all that a number can be.</summary>
internal static class ShortNumber
{
    /// <summary>So many digits are exact in a double, and so is the power of ten that divides them: the quotient is the double nearest to the number.</summary>
    private const int MostDigits = 15;

    private static readonly double[] Powers = [.. Enumerable.Range(0, MostDigits + 1).Select(power => Math.Pow(10, power))];

    /// <returns><see langword="false"/> for a number that is not as short and plain, whatever it is.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        if (text.Length is 0 or > MostDigits)
        {
            return false;
        }

        var (digits, decimals, isFraction) = (0L, 0, false);
        foreach (var unit in text)
        {
            if (unit == '.' && !isFraction)
            {
                isFraction = true;
                continue;
            }

            if (unit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            digits = (digits * 10) + (unit - '0');
            decimals += isFraction ? 1 : 0;
        }

        number = digits / Powers[decimals];
        return true;
    }
}
