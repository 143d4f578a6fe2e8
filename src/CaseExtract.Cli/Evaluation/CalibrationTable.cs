using System.Globalization;
using CaseExtract.Cli.Output;

namespace CaseExtract.Cli.Evaluation;

/// <summary>Writes how often values of a confidence are right: aligned for a terminal, or as Markdown for a document. Nothing where no value has a confidence.</summary>
internal static class CalibrationTable
{
    public static void WriteText(TextWriter writer, Calibration calibration)
    {
        if (calibration.Values == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine($"{"confidence",-18}{"values",8}{"right",8}{"mean",8}");
        foreach (var row in calibration.Rows())
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Range(row),-18}{row.Values,8}{row.Right,8:F3}{row.Confidence,8:F3}"));
        }

        writer.WriteLine(Summary(calibration));
    }

    public static void WriteMarkdown(TextWriter writer, Calibration calibration)
    {
        if (calibration.Values == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine("| confidence | values | right | mean |");
        writer.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var row in calibration.Rows())
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Range(row)} | {row.Values} | {row.Right:F3} | {row.Confidence:F3} |"));
        }

        writer.WriteLine();
        writer.WriteLine(Summary(calibration));
    }

    private static string Range(CalibrationRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.From:F1} to {row.To:F1}");

    private static string Summary(Calibration calibration) =>
        string.Create(CultureInfo.InvariantCulture, $"confidence and share of right values lie {calibration.Error:F3} apart in the mean, over {Plural.Of(calibration.Values, "value")}");
}
