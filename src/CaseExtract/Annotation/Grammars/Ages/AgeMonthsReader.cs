using CaseExtract.Text;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>Reads the months that go with the years of an age: "3 years and 5 months old", "aged 2 years, 6 months", "5y 3m".</summary>
internal sealed class AgeMonthsReader(NumberReader numbers, TimeUnitReader units)
{
    /// <param name="document">The document.</param>
    /// <param name="next">The token behind the years.</param>
    /// <param name="end">The token behind the sentence.</param>
    /// <param name="unit">What was read: only years have months.</param>
    /// <param name="years">The years; the months are added, to the hundredth.</param>
    /// <returns>Index of the token behind the months, or <paramref name="next"/> if there are none.</returns>
    public int Read(Document document, int next, int end, TimeUnit unit, ref double years)
    {
        if (unit != TimeUnit.Year || next >= end)
        {
            return next;
        }

        var tokens = document.TokenArray;
        var first = Dash(next);
        first += first < end && document.TextOf(tokens[first]) is "and" or "," ? 1 : 0;
        first = Dash(first);
        if (first >= end)
        {
            return next;
        }

        var behind = numbers.ReadCardinal(document, first, end, out var months);
        if (behind == first || months is < 1 or > 11)
        {
            return next;
        }

        var unitEnd = units.Read(document, Dash(behind), end, out var part);
        if (unitEnd == Dash(behind) && unitEnd < end && document.TextOf(unitEnd) is "m")
        {
            (unitEnd, part) = (unitEnd + 1, TimeUnit.Month); // a letter that counts months behind years alone
        }

        if (unitEnd == Dash(behind) || part != TimeUnit.Month)
        {
            return next;
        }

        years = Math.Round(years + (months / 12), 2, MidpointRounding.AwayFromZero);
        return unitEnd;

        int Dash(int index) => index < end && document.TokenArray[index].Kind == TokenKind.Dash ? index + 1 : index;
    }
}
