using System.Globalization;
using CaseExtract.Text;

namespace CaseExtract.Benchmarks.Negation;

/// <summary>
/// <c>negation FOLDER</c> scores the context on annotated spans of a brat corpus, such as MACCROBAT; <c>--errors</c> lists what is wrong.
/// </summary>
internal static class NegationCommand
{
    /// <summary>So many characters on either side of the words are printed with a mistake.</summary>
    private const int Surroundings = 110;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        var listsErrors = arguments.Length == 2 && arguments[1] == "--errors";
        if (arguments.Length != (listsErrors ? 2 : 1))
        {
            Console.Error.WriteLine("usage: negation FOLDER [--errors]");
            return 2;
        }

        var folder = arguments[0];
        var extractor = CaseExtractor.CreateDefault();
        Console.WriteLine($"{"",-30}{"tp",6}{"fp",6}{"fn",6}{"tn",7}{"P",8}{"R",8}{"F1",8}");
        var score = new NegationScore();
        foreach (var (narrative, events) in BratFolder.Read(folder))
        {
            foreach (var mistake in score.Add(extractor, narrative, events))
            {
                if (listsErrors)
                {
                    Print(narrative, mistake);
                }
            }
        }

        foreach (var (kind, counts) in score.Kinds)
            Print(kind, counts);
        Print("all", score.All);
        return 0;
    }

    private static void Print(Narrative narrative, BratEvent mistake)
    {
        var span = mistake.Spans[^1];
        var before = narrative.Text[Math.Max(0, span.Start - Surroundings)..span.Start];
        var behind = narrative.Text[span.End..Math.Min(narrative.Text.Length, span.End + Surroundings)];
        var quote = $"{before}[{narrative.Text[span.Start..span.End]}]{behind}".ReplaceLineEndings(" ");
        Console.WriteLine($"{narrative.Id}\t{mistake.Kind}\t{(mistake.Polarity.Length > 0 ? "missed" : "wrongly negated")}\t{quote}");
    }

    private static void Print(string name, NegationCounts counts) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-30}{counts.TruePositives,6}{counts.FalsePositives,6}{counts.FalseNegatives,6}{counts.TrueNegatives,7}{counts.Precision,8:F3}{counts.Recall,8:F3}{counts.F1,8:F3}"));
}
