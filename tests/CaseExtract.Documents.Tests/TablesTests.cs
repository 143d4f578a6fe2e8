using System.Text;
using Xunit;

namespace CaseExtract.Documents.Tests;

public sealed class TablesTests : IDisposable
{
    private const string Woman = "A 55-year-old woman, seen for \"gait disturbance\".\nMRI: mass at T5.";
    private const string Man = "A 63-year-old man; naïve patient – 38 °C.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_line_of_json_lines_is_a_report()
    {
        var path = _folder.Write("notes.jsonl", "\uFEFF{\"id\":\"a\",\"text\":\"A woman.\",\"ward\":\"N2\",\"year\":2014,\"tags\":[1, 2],\"none\":null}\n\n{\"text\":\"A man.\"}\r\n{\"id\":7,\"text\":\"A boy.\"}");

        var read = Read(path);

        Assert.Equal(["a", "notes:3", "7"], read.Select(result => result.Narrative!.Id));
        Assert.Equal(["A woman.", "A man.", "A boy."], read.Select(result => result.Narrative!.Text));
        Assert.Equal(
            [new("ward", "N2"), new("year", "2014"), new("tags", "[1, 2]")], read[0].Narrative!.Columns);
        Assert.All(read, result => Assert.Equal((path, "application/jsonl"), (result.Narrative!.Path, result.Narrative!.MediaType)));
    }

    [Theory]
    [InlineData("[1]", ReportErrorKind.Malformed)]
    [InlineData("{\"text\": \"secret", ReportErrorKind.Malformed)]
    [InlineData("{\"text\": \"secret\"} {}", ReportErrorKind.Malformed)]
    [InlineData("{\"text\": 4}", ReportErrorKind.Malformed)]
    [InlineData("{\"text\": \"secret \\ud800\"}", ReportErrorKind.Malformed)]
    [InlineData("{\"report\": \"secret\"}", ReportErrorKind.MissingField)]
    [InlineData("{\"text\": \" \"}", ReportErrorKind.Empty)]
    [InlineData("{\"text\": null}", ReportErrorKind.Empty)]
    public void A_bad_line_is_told_with_its_place_and_the_others_are_read(string line, ReportErrorKind kind)
    {
        var path = _folder.Write("notes.jsonl", "{\"text\":\"A woman.\"}\n" + line + "\n{\"text\":\"A man.\"}\n");

        var read = Read(path);

        Assert.Equal([true, false, true], read.Select(result => result.Succeeded));
        Assert.Equal((path, "line 2", kind), (read[1].Error!.Path, read[1].Error!.Place, read[1].Error!.Kind));
        Assert.DoesNotContain("secret", read[1].Error!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_above_the_limit_is_passed_over()
    {
        var path = _folder.Write("notes.jsonl", "{\"text\":\"A woman.\"}\n{\"text\":\"" + new string('a', 2_000_000) + "\"}\n{\"text\":\"A man.\"}\n");

        var read = Read(path, new ReadingOptions { SizeLimit = 1_000_000 });

        Assert.Equal([null, ReportErrorKind.TooLarge, null], read.Select(result => result.Error?.Kind));
        Assert.Equal("A man.", read[2].Narrative!.Text);
    }

    [Fact]
    public void Lines_keep_their_number_wherever_reading_begins()
    {
        var lines = Enumerable.Range(1, 50_000).Select(i => $"{{\"text\":\"Patient {i}.\"}}\n").ToList();
        var path = _folder.Write("notes.jsonl", string.Concat(lines));
        var found = ReportFinder.Find([path]).Reports[0];
        var middle = Encoding.UTF8.GetByteCount(string.Concat(lines.Take(30_000))) - 3;

        var first = new ReportReader().Open(found, Stream.Null, 0, middle).Select(report => report.Read().Narrative!.Id).ToList();
        var second = new ReportReader().Open(found, Stream.Null, middle).Select(report => report.Read().Narrative!.Id).ToList();

        Assert.Equal((30_000, 20_000), (first.Count, second.Count));
        Assert.Equal(Enumerable.Range(1, 50_000).Select(i => $"notes:{i}"), first.Concat(second));
    }

    [Theory]
    [InlineData("utf-8", ',')]
    [InlineData("utf-8", ';')]
    [InlineData("windows-1252", ',')]
    [InlineData("utf-16", ';')]
    public void Every_row_of_a_table_is_a_report(string encoding, char separator)
    {
        var text = string.Join('\n', new[] { "id{0}Text{0}ward", "a{0}\"" + Woman.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"{0}N2", "{0}\"" + Man + "\"{0}" })
            .Replace("{0}", separator.ToString(), StringComparison.Ordinal);
        var bytes = encoding == "utf-16" ? [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]
            : (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.UTF8).GetBytes(text);
        var path = _folder.Write("notes.csv", bytes);

        var read = Read(path);

        Assert.Equal([Woman, Man], read.Select(result => result.Narrative!.Text));
        Assert.Equal(["a", "notes:2"], read.Select(result => result.Narrative!.Id));
        Assert.Equal([new("ward", "N2")], read[0].Narrative!.Columns);
        Assert.Empty(read[1].Narrative!.Columns);
    }

    [Fact]
    public void Columns_are_named_by_the_user()
    {
        var path = _folder.Write("notes.tsv", "accession\treport\tnote, with comma\n17\tA man.\tx\n");

        var narrative = Assert.Single(Read(path, new ReadingOptions { IdField = "accession", TextField = "report" })).Narrative!;

        Assert.Equal(("17", "A man."), (narrative.Id, narrative.Text));
        Assert.Equal([new("note, with comma", "x")], narrative.Columns);
    }

    [Fact]
    public void A_table_without_the_column_is_one_error()
    {
        var error = Assert.Single(Read(_folder.Write("notes.csv", "id,report\n1,secret\n2,secret\n"))).Error!;

        Assert.Equal(ReportErrorKind.MissingField, error.Kind);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_mark_that_is_not_closed_ends_the_table_with_an_error()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},secret\n"));
        var path = _folder.Write("notes.csv", "id,text\n1,A woman.\n2,\"A man.\n" + rows);

        var read = Read(path, new ReadingOptions { SizeLimit = 70_000 });

        Assert.Equal([true, false], read.Select(result => result.Succeeded));
        Assert.Equal(ReportErrorKind.Malformed, read[1].Error!.Kind);
        Assert.DoesNotContain("secret", read[1].Error!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"id\":\"a\",\"text\":\"A woman.\"}, {\"text\":\"A man.\"}]", "a notes:2")]
    [InlineData("{\n \"id\":\"a\",\n \"text\":\"A woman.\"}\n", "a")]
    public void Json_is_an_array_of_objects_or_one(string json, string ids)
    {
        Assert.Equal(ids.Split(' '), Read(_folder.Write("notes.json", json)).Select(result => result.Narrative!.Id));
    }

    [Theory]
    [InlineData("\"secret\"", ReportErrorKind.Malformed)]
    [InlineData("[{\"text\":\"secret\"}", ReportErrorKind.Malformed)]
    [InlineData("", ReportErrorKind.Malformed)]
    public void What_is_no_json_is_an_error(string json, ReportErrorKind kind)
    {
        var error = Assert.Single(Read(_folder.Write("notes.json", json))).Error!;

        Assert.Equal(kind, error.Kind);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_takes_the_format_that_is_named()
    {
        var found = ReportFinder.Find(["-"]).Reports[0];
        var input = new MemoryStream("{\"text\":\"A man.\"}\n"u8.ToArray());

        var narrative = Assert.Single(new ReportReader(new ReadingOptions { Format = ReportFormat.JsonLines }).Read(found, input)).Narrative!;

        Assert.Equal(("stdin:1", "A man.", null), (narrative.Id, narrative.Text, narrative.Path));
    }

    private static List<ReadResult> Read(string path, ReadingOptions? options = null) =>
        [.. new ReportReader(options).Read(ReportFinder.Find([path]).Reports[0], Stream.Null)];
}
