using System.Globalization;

namespace CaseExtract.Cli.Output;

/// <summary>Says how many there are of something.</summary>
internal static class Plural
{
    public static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
