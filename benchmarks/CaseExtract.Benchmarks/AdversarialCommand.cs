using System.Diagnostics;
using System.Globalization;
using CaseExtract.Benchmarks.Corpus;
using CaseExtract.Text;

namespace CaseExtract.Benchmarks;

/// <summary>
/// Measures what texts cost that repeat one phrase, for each character, beside the reports of the corpus: at two lengths, since work that grows with the
/// square of the text shows in the longer one, and work that grows with the square of a sentence in both. Then what no report is and a broken file may be:
/// millions of brackets, of headings, one line of a hundred million characters.
/// </summary>
internal static class AdversarialCommand
{
    private const double Bar = 3;
    private const int Passes = 5;
    private const int LongPasses = 2;
    private const int Million = 1_000_000;
    private const int WarmUps = 20;

    private static readonly int[] Lengths = [1 << 16, 1 << 18];

    private static readonly string[] Phrases =
    [
        "(", "a", "a,", "7", "\n", "é", "1. ", "T5, ", "T5-T9, ", "T5, T6, T7-T9, L1 and L2, C3/4, ", "from T1 to T12 ", "Findings:\n", "\nFindings\n", "no ", "not denied no ", "no evidence of not denied no lack of without ", "no metastasis without ", "no deficit, the metastasis ", "no pain the metastasis ",
        "metastasis but declined ", "metastasis, ", "metastasis from lung, ", "liver tumor, biopsy, lung, ", "carcinoma of breast origin. ", "residual tumor of the biopsy, ", "rituximab, cyclophosphamide, ", "laminectomy was planned, ", "sarcoma of the femur ", "renal cell carcinoma, ", "giant cell tumor (GCT) ", "GCT (giant cell tumor) ",
        "laminectomy of T5, ", "mass, T5 and x ", "epidural mass at T5. ", "resected ", "tumor was resected. ", "debridement, ", "Frankel C, ", "ECOG 1, ", "T1N0M0 ",
        "hyperintense on T2 ", "5 years later ", "two years ago ", "In 2005 ", "a 55-year-old man ", "Case 1: A 55-year-old man had pain. ",
    ];

    /// <summary>Phrases, and how many characters are filled with them.</summary>
    private static readonly (string Phrase, int Length)[] Long =
    [
        ("(", 10 * Million), ("a", 10 * Million), ("a,", 10 * Million), ("7", 10 * Million), ("Findings:\n", 10 * Million), ("not denied no ", 10 * Million), ("T5-T9, ", 10 * Million), ("a", 100 * Million),
    ];

    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments.Length != 0)
        {
            Console.Error.WriteLine("usage: adversarial");
            return 2;
        }

        var extractor = CaseExtractor.CreateDefault();
        var reports = BenchmarkCorpus.Load();
        for (var round = 0; round < WarmUps; round++)
            Read(extractor, reports);

        var ordinary = Cost(extractor, reports, Passes);
        Print($"ordinary {ordinary,8:N0} ns a character; the rest in multiples of it");
        var isWithin = true;
        foreach (var phrase in Phrases)
        {
            var ratios = Array.ConvertAll(Lengths, length => Ratio(Repeat(phrase, length), Passes));
            isWithin &= Array.TrueForAll(ratios, ratio => ratio <= Bar);
            Print($"{ratios[0],8:N2} {ratios[1],8:N2}  {Shown(phrase)}");
        }

        foreach (var (phrase, length) in Long)
        {
            var ratio = Ratio(Repeat(phrase, length), LongPasses);
            isWithin &= ratio <= Bar;
            Print($"{"",8} {ratio,8:N2}  {Shown(phrase)} to {length / Million} million characters");
        }

        var line = Ratio(Repeat(string.Join(' ', reports.Select(report => report.Text.ReplaceLineEndings(" "))), 100 * Million), LongPasses);
        isWithin &= line <= Bar;
        Print($"{"",8} {line,8:N2}  the reports as one line of 100 million characters");

        if (isWithin)
            return 0;
        Console.Error.WriteLine($"A text costs more than {Bar} times as much as an ordinary one.");
        return 1;

        double Ratio(string text, int passes) => Cost(extractor, [new Narrative("adversarial", text)], passes) / ordinary;
    }

    /// <summary>Nanoseconds a character, of the fastest pass: what else the machine does only adds to it.</summary>
    private static double Cost(CaseExtractor extractor, Narrative[] narratives, int passes)
    {
        var characters = narratives.Sum(narrative => (long)narrative.Text.Length);
        var fastest = TimeSpan.MaxValue;
        for (var pass = 0; pass < passes; pass++)
        {
            var watch = Stopwatch.StartNew();
            Read(extractor, narratives);
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
        }

        return fastest.TotalNanoseconds / characters;
    }

    private static void Read(CaseExtractor extractor, Narrative[] narratives)
    {
        foreach (var narrative in narratives)
            extractor.Extract(narrative);
    }

    private static string Repeat(string phrase, int length) => string.Concat(Enumerable.Repeat(phrase, (length / phrase.Length) + 1))[..length];

    private static string Shown(string phrase) => phrase.Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
