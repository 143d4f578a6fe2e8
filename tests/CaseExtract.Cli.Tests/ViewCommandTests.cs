using System.Text.RegularExpressions;
using CaseExtract.Schema;
using Newtonsoft.Json.Linq;
using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed partial class ViewCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _records;
    private readonly string _source;
    private readonly string _page;

    public ViewCommandTests()
    {
        _source = _folder.Write("source/rep-1.txt", SampleCase.Text);
        _records = _folder.Write("records.jsonl", CaseRecordWriter.ToJson(SampleCase.Record) + "\n");
        _page = Path.Combine(_folder.Path, "view.html");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_record_stands_beside_its_report()
    {
        var result = View();

        Assert.Equal("1 case, 0 without a report, 0 reports changed since, 0 quotations not where the record says\n", result.Error);
        Assert.Equal(0, result.ExitCode);
        var shown = Assert.Single(Shown());
        Assert.Equal(SampleCase.Text, (string?)shown["text"]);
        Assert.Equal("sound", (string?)shown["source"]);
        Assert.Equal("records.jsonl", Title.Match(File.ReadAllText(_page)).Groups["words"].Value);
    }

    [Fact]
    public void Quotations_are_places_in_the_units_that_a_browser_counts()
    {
        View();

        var quotation = Shown()[0]["fields"]![0]!["values"]![0]!["quotes"]![0]!;
        Assert.Equal("55-year-old", SampleCase.Text[(int)quotation[0]!..(int)quotation[1]!]);
        Assert.Equal("case", (string?)quotation[2]);
    }

    [Fact]
    public void A_report_that_has_changed_is_called_so()
    {
        _folder.Write("source/rep-1.txt", SampleCase.Text.Replace("woman", "wOman", StringComparison.Ordinal));

        var result = View();

        Assert.Equal("1 case, 0 without a report, 1 report changed since, 1 quotation not where the record says\n", result.Error);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("changed", (string?)Shown()[0]["source"]);
        Assert.Equal(1, (int)Shown()[0]["lost"]!);
    }

    [Fact]
    public void A_report_that_is_gone_leaves_its_record()
    {
        File.Move(_source, Path.Combine(_folder.Path, "source", "other.txt"));

        var result = View();

        Assert.StartsWith("1 case, 1 without a report,", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(("missing", null), ((string?)Shown()[0]["source"], (string?)Shown()[0]["text"]));
    }

    [Fact]
    public void A_quotation_that_was_altered_is_not_marked()
    {
        _folder.Write("records.jsonl", CaseRecordWriter.ToJson(SampleCase.Record).Replace("\"55-year-old\"", "\"65-year-old\"", StringComparison.Ordinal));

        Assert.EndsWith("0 reports changed since, 1 quotation not where the record says\n", View().Error, StringComparison.Ordinal);
        Assert.Equal("""["65-year-old","case"]""", Shown()[0]["fields"]![0]!["values"]![0]!["quotes"]![0]!.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public void Values_that_are_read_so_today_have_their_rule()
    {
        _folder.Write("source/note.txt", "A 63-year-old man presented with back pain. MRI showed an intradural mass at L2.");
        File.Delete(_source);
        Cli.Run("extract", Path.Combine(_folder.Path, "source"), "-o", _records);
        var record = JObject.Parse(File.ReadAllText(_records));
        record["sex"]!["value"] = "female";
        File.WriteAllText(_records, record.ToString(Newtonsoft.Json.Formatting.None));

        View();
        Assert.Equal("the best supported age of the patient", RuleOf("63 years"));
        Assert.Null(RuleOf("female"));

        Assert.Equal(0, View("--no-rules").ExitCode);
        Assert.Null(RuleOf("63 years"));
    }

    [Fact]
    public void Records_of_a_table_find_their_rows()
    {
        File.Delete(_source);
        _folder.Write("source/notes.csv", "id,text\na,A 63-year-old man presented.\nb,A 55-year-old woman presented.\n");
        Cli.Run("extract", Path.Combine(_folder.Path, "source"), "-o", _records);

        Assert.Equal(0, View().ExitCode);
        Assert.Equal(["A 63-year-old man presented.", "A 55-year-old woman presented."], Shown().Select(one => (string?)one["text"]));
    }

    [Fact]
    public void A_faulty_line_is_named_and_the_rest_is_shown()
    {
        _folder.Write("records.jsonl", "{\"a\": 1}\n" + CaseRecordWriter.ToJson(SampleCase.Record) + "\nnonsense\n");

        var result = View();

        Assert.Equal(1, result.ExitCode);
        Assert.Matches(@"records\.jsonl\(1\): .+\n.*records\.jsonl\(3\): not valid JSON at column \d+\n1 case, ", result.Error);
        Assert.Single(Shown());
    }

    [Fact]
    public void Nothing_is_written_where_the_records_are_not()
    {
        var result = Cli.Run("view", Path.Combine(_folder.Path, "none.jsonl"), "--source", _source, "-o", _page);

        Assert.Equal(1, result.ExitCode);
        Assert.EndsWith("none.jsonl: no such file\n", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_page));
    }

    [Fact]
    public void Without_an_output_the_page_goes_to_standard_output()
    {
        var result = Cli.Run("view", _records, "--source", Path.GetDirectoryName(_source)!);

        Assert.StartsWith("<!DOCTYPE html>", result.Text, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", result.Text, StringComparison.Ordinal);
    }

    private CliResult View(params string[] more) => Cli.Run(["view", _records, "--source", Path.GetDirectoryName(_source)!, "-o", _page, .. more]);

    private List<JObject> Shown() => [.. Data.Match(File.ReadAllText(_page)).Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JObject.Parse)];

    private string? RuleOf(string value)
    {
        var rules = JObject.Parse(Index.Match(File.ReadAllText(_page)).Groups["json"].Value)["rules"]!;
        var field = Shown()[0]["fields"]!.Single(field => (string?)field["values"]![0]!["name"] == value);
        return field["rule"] is { } rule ? (string?)rules[(int)rule] : null;
    }

    [GeneratedRegex("<title>(?<words>[^<]*)</title>")] // <title>cases.jsonl</title>
    private static partial Regex Title { get; }

    [GeneratedRegex("<script type=\"application/json\" id=\"cases\">(?<lines>[^<]*)</script>")] // no "<" in the data can end it
    private static partial Regex Data { get; }

    [GeneratedRegex("<script type=\"application/json\" id=\"index\">(?<json>[^<]*)</script>")]
    private static partial Regex Index { get; }
}
