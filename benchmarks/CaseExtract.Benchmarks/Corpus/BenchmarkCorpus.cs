using System.Reflection;
using System.Text;
using CaseExtract.Text;
using Newtonsoft.Json;

namespace CaseExtract.Benchmarks.Corpus;

/// <summary>The committed corpus <c>benchmarks/corpus/reports.jsonl</c>: one JSON object a line with <c>id</c> and <c>text</c>.</summary>
internal static class BenchmarkCorpus
{
    /// <summary>The committed reports, which this assembly carries as it was built.</summary>
    public static Narrative[] Load() => [.. ReadCommitted().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    /// <summary>The committed file, byte for byte.</summary>
    public static string ReadCommitted()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("reports.jsonl")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The file as the generator writes it now.</summary>
    public static string Regenerate()
    {
        var generator = new ReportGenerator(ReportGenerator.DefaultSeed, Grammar.LoadEmbedded());
        var file = new StringBuilder();
        foreach (var report in generator.Generate(ReportGenerator.DefaultCount))
            file.Append(JsonConvert.SerializeObject(new ReportLine(report.Id, report.Text))).Append('\n');
        return file.ToString();
    }

    /// <summary>Whether the committed corpus is what the generator writes.</summary>
    public static bool IsCurrent() => ReadCommitted() == Regenerate();

    private static Narrative Parse(string line)
    {
        var report = JsonConvert.DeserializeObject<ReportLine>(line)!;
        return new Narrative(report.Id, report.Text);
    }

    private sealed record ReportLine([property: JsonProperty("id")] string Id, [property: JsonProperty("text")] string Text);
}
