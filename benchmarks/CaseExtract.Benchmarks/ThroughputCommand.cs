using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CaseExtract.Benchmarks.Corpus;
using CaseExtract.Schema;
using CaseExtract.Text;

namespace CaseExtract.Benchmarks;

/// <summary>Measures how many reports one thread reads in a second, texts in memory, and that every pass gives the same records.</summary>
internal static class ThroughputCommand
{
    private const int Passes = 5;
    private static readonly TimeSpan ShortestPass = TimeSpan.FromSeconds(1);

    /// <summary>So long the runtime may go on compiling what it finds to be hot: measured, passes grow faster for about ten seconds.</summary>
    private static readonly TimeSpan LongestTiering = TimeSpan.FromSeconds(12);

    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments.Length > 1 || (arguments.Length == 1 && !Directory.Exists(arguments[0])))
        {
            Console.Error.WriteLine("usage: throughput [FOLDER]     FOLDER holds reports as .txt; default: the committed corpus");
            return 2;
        }

        var reports = arguments.Length == 0 ? BenchmarkCorpus.Load() : ReadFolder(arguments[0]);
        if (reports.Length == 0)
        {
            Console.Error.WriteLine($"{arguments[0]}: no .txt file lies in this folder.");
            return 2;
        }

        var bytes = reports.Sum(report => (long)Encoding.UTF8.GetByteCount(report.Text));
        var extractor = CaseExtractor.CreateDefault();
        var rounds = WarmUp(extractor, reports);
        var passes = new List<Pass>();
        for (var i = 0; i < Passes; i++)
            passes.Add(Measure(extractor, reports, rounds));

        var perSecond = reports.Length * rounds / passes.Select(pass => pass.Seconds).Order().ElementAt(Passes / 2);
        var allocated = passes.Select(pass => pass.Allocated).Order().ElementAt(Passes / 2) / (reports.Length * rounds);
        Print("machine", $"{ProcessorName()}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}");
        Print("corpus", $"{(arguments.Length == 0 ? $"seed {ReportGenerator.DefaultSeed}" : "a folder")}, {reports.Length:N0} reports, {bytes:N0} bytes, mean {bytes / reports.Length:N0}");
        Print("measured", $"one thread, median of {Passes} passes of {rounds:N0} x {reports.Length:N0} reports, after a warm-up");
        Print("reports/s", $"{perSecond:N0}");
        Print("MB/s", $"{perSecond * bytes / reports.Length / 1e6:N2}");
        Print("allocated", $"{allocated:N0} bytes a report");
        Print("records", $"{passes[0].Digest[..16]}");
        if (passes.TrueForAll(pass => pass.Digest == passes[0].Digest))
            return 0;
        Console.Error.WriteLine("The passes gave different records.");
        return 1;
    }

    private static Narrative[] ReadFolder(string folder) =>
        [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(file => new Narrative(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))];

    // Reads the corpus until the compiler has settled, and finds how many rounds make a pass long enough to be timed.
    private static int WarmUp(CaseExtractor extractor, Narrative[] reports)
    {
        var watch = Stopwatch.StartNew();
        var last = TimeSpan.Zero;
        for (var i = 0; i < 3 || watch.Elapsed < LongestTiering; i++)
        {
            var start = watch.Elapsed;
            foreach (var report in reports)
                extractor.Extract(report);
            last = watch.Elapsed - start;
        }

        return Math.Max(1, (int)Math.Ceiling(ShortestPass / last));
    }

    private static Pass Measure(CaseExtractor extractor, Narrative[] reports, int rounds)
    {
        var records = new IReadOnlyList<CaseRecord>[reports.Length];
        GC.Collect();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < reports.Length; i++)
                records[i] = extractor.Extract(reports[i]);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return new Pass(seconds, allocated, Digest(records));
    }

    private static string Digest(IReadOnlyList<CaseRecord>[] records) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(RecordText.Of(records))));

    private static string ProcessorName()
    {
        const string cpuInfo = "/proc/cpuinfo";
        var line = File.Exists(cpuInfo)
            ? File.ReadLines(cpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static void Print(string name, FormattableString value) =>
        Console.WriteLine($"{name,-10} {value.ToString(CultureInfo.InvariantCulture)}");

    private sealed record Pass(double Seconds, long Allocated, string Digest);
}
