using System.Globalization;

namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>A day, a month or a year, as the texts from its beginning to before its end.</summary>
internal static class DatePeriod
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    public static bool TryParse(string text, out string first, out string next)
    {
        (first, next) = ("", "");
        foreach (var form in Forms)
        {
            if (DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year < 9999)
            {
                var end = form.Length switch { 10 => day.AddDays(1), 7 => day.AddMonths(1), _ => day.AddYears(1) };
                (first, next) = (Text(day), Text(end));
                return true;
            }
        }

        return false;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
