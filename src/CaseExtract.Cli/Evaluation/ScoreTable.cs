using System.Globalization;

namespace CaseExtract.Cli.Evaluation;

/// <summary>Writes a table of scores: aligned for a terminal, or as Markdown for a document.</summary>
internal static class ScoreTable
{
    public static void WriteText(TextWriter writer, IReadOnlyList<ScoreRow> rows)
    {
        writer.WriteLine($"{"key",-18}{"tp",5}{"fp",5}{"fn",5}{"P",8}{"R",8}{"F1",8}  95 % interval of F1");
        foreach (var (name, counts, interval) in rows)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-18}{counts.TruePositives,5}{counts.FalsePositives,5}{counts.FalseNegatives,5}{Rounded(counts.Precision),8}{Rounded(counts.Recall),8}{Rounded(counts.F1),8}{(interval is null ? "" : $"  {Words(interval)}")}"));
        }
    }

    /// <summary>Keys that nothing asks for are left out.</summary>
    public static void WriteMarkdown(TextWriter writer, IReadOnlyList<ScoreRow> rows)
    {
        writer.WriteLine("| key | values | precision | recall | F1 | 95 % interval |");
        writer.WriteLine("| --- | ---: | ---: | ---: | ---: | --- |");
        foreach (var (name, counts, interval) in rows)
        {
            if (counts != default)
            {
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {counts.TruePositives + counts.FalseNegatives} | {Rounded(counts.Precision)} | {Rounded(counts.Recall)} | {Rounded(counts.F1)} | {Words(interval)} |"));
            }
        }
    }

    private static string Words(Interval? interval) => interval is { } known ? $"{Rounded(known.Low)} to {Rounded(known.High)}" : "";

    /// <summary>Three decimals; the only exact ties, which are odd sixteenths, go to the even neighbour as scientific tools round them.</summary>
    private static string Rounded(double share) =>
        (double.IsInteger(share * 16) ? Math.Round(share, 3, MidpointRounding.ToEven) : share).ToString("F3", CultureInfo.InvariantCulture);
}
