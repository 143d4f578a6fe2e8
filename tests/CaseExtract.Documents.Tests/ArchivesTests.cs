using System.IO.Compression;
using System.Text;
using Xunit;

namespace CaseExtract.Documents.Tests;

public sealed class ArchivesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_report_of_an_archive_is_read_in_the_order_of_names()
    {
        var path = Zip("ward.zip", ("b/note.txt", "A man."), ("a.md", "A woman."), ("a.xyz", "no"), (".hidden.txt", "no"), ("b/rows.jsonl", "{\"text\":\"A boy.\"}\n{\"text\":\"A girl.\"}\n"));

        var read = Read(path);

        Assert.Equal(["ward/a", "ward/note", "ward/rows:1", "ward/rows:2"], read.Select(result => result.Narrative!.Id));
        Assert.Equal(["A woman.", "A man.", "A boy.", "A girl."], read.Select(result => result.Narrative!.Text));
        Assert.Equal($"{path}/b/note.txt", read[1].Narrative!.Path);
    }

    [Fact]
    public void Compressed_files_are_what_they_were()
    {
        var text = _folder.Write("note.txt.gz", Gzip("A man."));
        var rows = _folder.Write("rows.jsonl.gz", Gzip("{\"text\":\"A boy.\"}\n"));

        Assert.Equal(("note", "A man."), Single(text));
        Assert.Equal(("rows:1", "A boy."), Single(rows));
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("/etc/evil.txt")]
    [InlineData("a/../../evil.txt")]
    [InlineData("..\\evil.txt")]
    [InlineData("C:\\evil.txt")]
    public void A_name_that_leads_out_of_the_archive_is_refused(string name)
    {
        var read = Read(Zip("a.zip", (name, "A man."), ("good.txt", "A woman.")));

        Assert.Equal(ReportErrorKind.Refused, Assert.Single(read, result => !result.Succeeded).Error!.Kind);
        Assert.Equal("A woman.", Assert.Single(read, result => result.Succeeded).Narrative!.Text);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        var read = Read(Zip("a.zip", ("bomb.txt", new string(' ', 20 << 20)), ("good.txt", "A woman.")));

        Assert.Equal([ReportErrorKind.Refused, null], read.Select(result => result.Error?.Kind));
    }

    [Fact]
    public void What_unpacks_to_more_than_the_limit_is_not_read()
    {
        var options = new ReadingOptions { SizeLimit = 1000 };

        Assert.Equal(ReportErrorKind.TooLarge, Assert.Single(Read(Zip("a.zip", ("a.txt", new string('a', 1001))), options)).Error!.Kind);
        Assert.Equal(ReportErrorKind.TooLarge, Assert.Single(Read(_folder.Write("a.txt.gz", Gzip(new string('a', 1001))), options)).Error!.Kind);
    }

    [Fact]
    public void An_archive_inside_an_archive_is_not_opened()
    {
        var inner = File.ReadAllBytes(Zip("inner.zip", ("a.txt", "A man.")));
        var path = Path.Combine(_folder.Path, "outer.zip");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using var stream = archive.CreateEntry("inner.zip").Open();
            stream.Write(inner);
        }

        Assert.Equal(ReportErrorKind.Refused, Assert.Single(Read(path)).Error!.Kind);
    }

    [Fact]
    public void A_damaged_archive_is_an_error()
    {
        var bytes = File.ReadAllBytes(Zip("a.zip", ("a.txt", string.Concat(Enumerable.Range(0, 5000)))));
        for (var i = 60; i < 4000; i += 7)
        {
            bytes[i] ^= 0x55;
        }

        Assert.Equal(ReportErrorKind.Malformed, Assert.Single(Read(_folder.Write("b.zip", bytes))).Error!.Kind);
        Assert.Equal(ReportErrorKind.Malformed, Assert.Single(Read(_folder.Write("c.zip", "no archive"))).Error!.Kind);
        Assert.Equal(ReportErrorKind.Malformed, Assert.Single(Read(_folder.Write("d.txt.gz", "no archive"))).Error!.Kind);
    }

    [Fact]
    public void An_archive_without_a_report_is_an_error() =>
        Assert.Equal(ReportErrorKind.NoReports, Assert.Single(Read(Zip("a.zip", ("a.xyz", "no")))).Error!.Kind);

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static List<ReadResult> Read(string path, ReadingOptions? options = null) =>
        [.. new ReportReader(options).Read(ReportFinder.Find([path]).Reports[0], Stream.Null)];

    private static (string Id, string Text) Single(string path)
    {
        var narrative = Assert.Single(Read(path)).Narrative!;
        return (narrative.Id, narrative.Text);
    }

    private string Zip(string name, params (string Name, string Text)[] entries)
    {
        var path = Path.Combine(_folder.Path, name);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var entry in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry.Name).Open());
            writer.Write(entry.Text);
        }

        return path;
    }
}
