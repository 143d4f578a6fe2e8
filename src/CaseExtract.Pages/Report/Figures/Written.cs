using System.Globalization;

namespace CaseExtract.Pages.Report;

/// <summary>Numbers as the page writes them.</summary>
internal static class Written
{
    public static string Count(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Count(int number, string noun) => $"{Count(number)} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>A part of a whole in per cent; a dash where there is no whole.</summary>
    public static string Share(int part, int whole) => whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} %");

    public static string Years(double years) => years.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Confidence(double? confidence) => confidence?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>The length of a bar, from 0 to 1, as a style.</summary>
    public static string Bar(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"--share:{(whole == 0 ? 0 : (double)part / whole):0.####}");
}
