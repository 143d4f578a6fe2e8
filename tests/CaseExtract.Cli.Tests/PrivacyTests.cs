using System.IO.Compression;
using System.Text;
using CaseExtract.Cli.Runs;
using CaseExtract.Documents;
using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Cli.Tests;

/// <summary>A word that stands in every report must stand nowhere but in the output that was asked for, whatever goes wrong.</summary>
public sealed class PrivacyTests : IDisposable
{
    private const string Canary = "xyloquartz";
    private const string Text = $"A 55-year-old woman, Mrs. {Canary}, presented with a mass at T5.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Files { get; } = new()
    {
        { "no-column.csv", $"id,{Canary}\n1,\"{Text}\"\n" },
        { "open-quote.csv", $"id,text\n1,\"{Text}\n" },
        { "open-quote.tsv", $"id\ttext\n1\t\"{Text}\n" },
        { "line.jsonl", $"{{\"text\": \"{Text}\n{{\"text\": {Canary}}}\n\"{Canary}\"\n{{\"{Canary}\": 1}}\n{{\"text\": [\"{Canary}\"]}}\n{{\"text\": \"{Canary} \\ud800\"}}\n{{\"id\": \"{Canary}\", \"text\": \"\"}}\n" },
        { "cut.json", $"[{{\"text\": \"{Text}\"}}, {{\"text\": \"{Canary}" },
        { "scalar.json", $"\"{Canary}\"" },
        { "cut.xml", $"<article><body><p>{Text}" },
        { "names.xml", $"<article><{Canary}></other></article>" },
        { "entity.xml", $"<!DOCTYPE article [<!ENTITY a \"{Canary}\">]><article><body><p>&a;</p></body></article>" },
        { "undefined.xml", $"<article><body><p>&{Canary};</p></body></article>" },
        { "other.xml", $"<note>{Text}</note>" },
        { "deep.html", string.Concat(Enumerable.Repeat($"<div title={Canary}>", 1000)) + Text },
        { "deep.rtf", "{\\rtf1 " + string.Concat(Enumerable.Repeat($"{{{Canary} ", 1000)) },
        { "none.rtf", Text },
        { "none.pdf", $"%PDF-1.4\n1 0 obj<</{Canary} ({Text})>>endobj\ntrailer<</Root 1 0 R>>" },
        { "none.docx", $"PK\u0003\u0004{Text}" },
        { "none.zip", Text },
        { "none.parquet", $"PAR1{Text}PAR1" },
        { "none.hl7", Text },
        { "cut.hl7", $"MSH|^~\\&|{Canary}\rOBX|1|ED|{Canary}||{Canary}\r" },
        { "binary.txt", $"{Text}\0\0\0{Canary}" },
        { "none.txt.gz", Text },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void No_damage_brings_the_text_into_messages(string name, string content)
    {
        var path = _folder.Write(name, Encoding.Latin1.GetBytes(content));

        AssertSilent(Run("extract", path), path);
        AssertSilent(Run("text", path), path);
        AssertSilent(Run("show", path), path);
    }

    [Fact]
    public void No_cut_of_a_file_brings_its_text_into_messages()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(archive.CreateEntry("report.txt", CompressionLevel.NoCompression).Open());
            writer.Write(string.Concat(Enumerable.Repeat(Text, 20)));
        }

        var bytes = zip.ToArray();
        for (var length = 40; length < bytes.Length; length += 97)
        {
            var path = _folder.Write("cut.zip", bytes[..length]);
            AssertSilent(Run("extract", path), path);
        }
    }

    [Fact]
    public void A_timeout_and_a_fault_of_the_extractor_do_not_quote()
    {
        var path = _folder.Write("a.txt", Text);
        foreach (Func<Narrative, IReadOnlyList<Schema.CaseRecord>> extract in new Func<Narrative, IReadOnlyList<Schema.CaseRecord>>[]
            { narrative => throw new InvalidOperationException(narrative.Text), _ => { Thread.Sleep(Timeout.Infinite); return []; } })
        {
            var settings = new RunSettings
            {
                Output = Path.Combine(_folder.Path, "cases.jsonl"),
                Errors = Path.Combine(_folder.Path, "errors.jsonl"),
                Format = "jsonl",
                Jobs = 1,
                Timeout = TimeSpan.FromMilliseconds(200),
                CheckpointInterval = TimeSpan.Zero,
                Reading = "test",
            };
            using var error = new MemoryStream();
            using var terminal = new Terminal(Stream.Null, Stream.Null, error);
            using (var run = new ExtractRun(settings, new RunInput(ReportFinder.Find([path]).Reports, new ReportReader(), Stream.Null, Shard.Whole), terminal))
            {
                run.Run(extract, null, CancellationToken.None);
                run.Summary.WriteTo(terminal.Error, TimeSpan.Zero, 0, new Dictionary<string, int>());
                Assert.Equal(1, run.Summary.Counts.Failed);
                AssertNoCanaryIn(path);
            }

            AssertNoCanaryIn(path);
            Assert.DoesNotContain(Canary, Encoding.UTF8.GetString(error.ToArray()), StringComparison.OrdinalIgnoreCase);
        }
    }

    private CliResult Run(string command, string path) => command == "extract"
        ? Cli.Run("extract", path, "-o", Path.Combine(_folder.Path, "cases.jsonl"), "--errors", Path.Combine(_folder.Path, "errors.jsonl"))
        : Cli.Run(command, path);

    /// <summary>Where the report was read after all, its words may stand in the output, and there alone.</summary>
    private void AssertSilent(CliResult result, string path)
    {
        Assert.DoesNotContain(Canary, result.Error, StringComparison.OrdinalIgnoreCase);
        if (result.ExitCode != 0)
        {
            Assert.NotEmpty(result.Error);
        }

        File.Delete(Path.Combine(_folder.Path, "cases.jsonl"));
        AssertNoCanaryIn(path);
    }

    private void AssertNoCanaryIn(string path)
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", new EnumerationOptions { AttributesToSkip = 0 }).Where(file => file != path && Path.GetFileName(file) != "cases.jsonl"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Assert.DoesNotContain(Canary, new StreamReader(stream).ReadToEnd(), StringComparison.OrdinalIgnoreCase);
        }
    }
}
