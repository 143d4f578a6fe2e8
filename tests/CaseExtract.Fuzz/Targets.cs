using CaseExtract.Documents;
using CaseExtract.Tests;
using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Fuzz;

/// <summary>What is fed with bytes: each reader, and the extractor. Whatever the bytes are, nothing may throw.</summary>
internal static class Targets
{
    private static readonly Lazy<CaseExtractor> Extractor = new(CaseExtractor.CreateDefault);

    /// <summary>The names of all targets: <c>extract</c>, and a format each.</summary>
    public static IReadOnlyList<string> Names { get; } = ["extract", .. Enum.GetNames<ReportFormat>().Select(name => name.ToLowerInvariant())];

    /// <summary>What to do with the bytes.</summary>
    public static Action<Stream> Of(string name) =>
        name == "extract" ? Extract : bytes => Read(bytes, Enum.Parse<ReportFormat>(name, ignoreCase: true));

    private static void Read(Stream bytes, ReportFormat format)
    {
        using var file = new MemoryStream();
        bytes.CopyTo(file);
        file.Position = 0;
        var reader = new ReportReader(new ReadingOptions { Format = format, SizeLimit = 1 << 20 });
        foreach (var read in reader.Read(new FoundReport("fuzz", ReportFinder.StandardInput), file))
        {
            Assert.True(read.Succeeded ? read.Narrative.Text.Length > 0 : read.Error.Reason.Length > 0, "neither a text nor a reason");
        }
    }

    private static void Extract(Stream bytes)
    {
        using var text = new StreamReader(bytes);
        var narrative = new Narrative("fuzz", text.ReadToEnd());
        Laws.HoldFor(Extractor.Value.Segment(narrative));
        Laws.HoldFor(narrative, Extractor.Value.Extract(narrative));
    }
}
