using System.Text;
using CaseExtract.Schema;
using Newtonsoft.Json.Linq;
using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class ExtractCommandTests : IDisposable
{
    private const string Woman = "A 55-year-old woman presented with gait disturbance.";
    private const string Man = "A 63-year-old man presented with back pain.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_report_gives_a_record()
    {
        var path = _folder.Write("rep-017.txt", Woman);

        var result = Cli.Run("extract", path);

        Assert.Equal(0, result.ExitCode);
        var record = JObject.Parse(Assert.Single(result.Lines));
        Assert.Equal("rep-017", record["caseId"]);
        Assert.Equal(path, record["document"]!["path"]);
        Assert.Equal(55, record["age"]!["years"]);
        Assert.Equal("female", record["sex"]!["value"]);
        Assert.Equal("55", ((string)record["age"]!["evidence"]![0]!["text"]!)[..2]);
    }

    [Fact]
    public void The_summary_goes_to_standard_error_and_counts_filled_fields()
    {
        _folder.Write("a.txt", Woman);
        _folder.Write("b.txt", "The patient presented with gait disturbance.");
        _folder.Write("c.pptx", "no");

        var result = Cli.Run("extract", _folder.Path);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, result.Lines.Count);
        Assert.All(result.Lines, line => Assert.StartsWith("{\"schemaVersion\":\"1.0\",", line, StringComparison.Ordinal));
        Assert.StartsWith("2 documents read, 2 cases, 0 inputs failed;", result.Error, StringComparison.Ordinal);
        Assert.Matches("\n  age +1 +50\\.0 %\n", result.Error);
        Assert.Matches("\n  adjuvants +0 +0\\.0 %\n", result.Error);
        Assert.Contains("passed over in folders, of formats that are not read: 1 .pptx\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_fails_is_named_with_its_reason_and_the_rest_of_the_batch_goes_on()
    {
        var first = _folder.Write("in/a.txt", Woman);
        var empty = _folder.Write("in/b.txt", "");
        var binary = _folder.Write("in/c.txt", [1, 0, 2, 0, 0, 3]);
        var last = _folder.Write("in/d.txt", Man);
        var none = Directory.CreateDirectory(Path.Combine(_folder.Path, "none")).FullName;
        var missing = Path.Combine(_folder.Path, "missing.txt");
        var errors = Path.Combine(_folder.Path, "errors.jsonl");

        var result = Cli.Run("extract", missing, Path.Combine(_folder.Path, "in"), none, "--errors", errors);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal([first, last], result.Lines.Select(line => (string?)JObject.Parse(line)["document"]!["path"]));
        Assert.StartsWith("2 documents read, 2 cases, 4 inputs failed;", result.Error, StringComparison.Ordinal);
        var failures = File.ReadAllLines(errors).Select(JObject.Parse).ToList();
        Assert.Equal([(missing, "missing"), (empty, "empty"), (binary, "binary"), (none, "noReports")],
            failures.Select(failure => ((string)failure["path"]!, (string)failure["kind"]!)));
        Assert.All(failures, failure => Assert.Contains($"  {failure["path"]}: {failure["reason"]}\n", result.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_may_not_be_read_fails_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        _folder.Write("a.txt", Woman);
        var closed = _folder.Write("b.txt", Man);
        File.SetUnixFileMode(closed, UnixFileMode.None);
        Assert.SkipWhen(TemporaryFolder.CanOpen(closed), "This user may read everything (root).");

        var result = Cli.Run("extract", _folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Lines);
        Assert.Contains($"  {closed}: the file cannot be read: permission denied\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_failures_are_summed_up()
    {
        for (var i = 0; i < 25; i++)
        {
            _folder.Write($"{i}.txt", "");
        }

        var result = Cli.Run("extract", _folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("  and 5 more (--errors FILE lists all); by kind: 25 empty\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_number_of_jobs_and_any_run_give_the_same_bytes()
    {
        for (var i = 0; i < 300; i++)
        {
            // Lengths vary, so that later reports are done before earlier ones.
            _folder.Write($"{i:000}.txt", i % 17 == 3 ? "" : $"A {20 + (i % 60)}-year-old woman. {string.Concat(Enumerable.Repeat("No more. ", i * 7919 % 500))}");
        }

        foreach (var format in new[] { "jsonl", "json", "csv", "table" })
        {
            var one = Cli.Run("extract", _folder.Path, "--jobs", "1", "--format", format);
            var four = Cli.Run("extract", _folder.Path, "--jobs", "4", "--format", format);
            var again = Cli.Run("extract", _folder.Path, "--jobs", "4", "--format", format);

            Assert.Equal(1, one.ExitCode);
            Assert.True(one.Output.Length > 10_000);
            Assert.Equal(one.Output, four.Output);
            Assert.Equal(one.Output, again.Output);
        }
    }

    [Fact]
    public void The_order_of_the_output_is_the_order_of_the_input()
    {
        var paths = new[] { "c.txt", "a.txt", "b.txt" }.Select(name => _folder.Write(name, Man)).ToList();

        var ids = Cli.Run(["extract", .. paths, "--jobs", "3"]).Lines.Select(line => (string?)JObject.Parse(line)["caseId"]);

        Assert.Equal(["c", "a", "b"], ids);
    }

    [Fact]
    public void Same_names_in_two_folders_are_told_apart()
    {
        _folder.Write("ward-1/a.txt", Woman);
        _folder.Write("ward-2/a.txt", Man);

        var ids = Cli.Run("extract", _folder.Path).Lines.Select(line => (string?)JObject.Parse(line)["caseId"]);

        Assert.Equal(["ward-1/a", "ward-2/a"], ids);
    }

    [Fact]
    public void Standard_input_is_a_report()
    {
        var result = Cli.RunWith(Encoding.Unicode.GetBytes(Woman), "extract", "-");

        Assert.Equal(0, result.ExitCode);
        var record = JObject.Parse(Assert.Single(result.Lines));
        Assert.Equal("stdin", record["caseId"]);
        Assert.Equal(JTokenType.Null, record["document"]!["path"]!.Type);
        Assert.Equal("female", record["sex"]!["value"]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public void Every_encoding_gives_the_same_values(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var path = _folder.Write("a.txt", encoding.GetBytes("Prof. Müller’s patient – a 55-year-old woman – presented with gait disturbance."));

        var record = JObject.Parse(Assert.Single(Cli.Run("extract", path).Lines));

        Assert.Equal(55, record["age"]!["years"]);
        Assert.Equal("female", record["sex"]!["value"]);
        Assert.Equal(79, record["document"]!["length"]);
    }

    [Fact]
    public void A_long_single_line_is_read()
    {
        var path = _folder.Write("a.txt", Woman + string.Concat(Enumerable.Repeat(" The course was uneventful.", 100_000)));

        var result = Cli.Run("extract", path);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("female", JObject.Parse(Assert.Single(result.Lines))["sex"]!["value"]);
    }

    [Fact]
    public void A_file_beyond_the_size_limit_is_refused()
    {
        var path = _folder.Write("a.txt", Woman + new string(' ', 1 << 20));

        var result = Cli.Run("extract", path, "--max-size", "1");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("larger than the limit of 1 MiB", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_an_array_of_the_same_records()
    {
        _folder.Write("a.txt", Woman);
        _folder.Write("b.txt", Man);

        var array = JArray.Parse(Cli.Run("extract", _folder.Path, "--format", "json").Text);
        var lines = Cli.Run("extract", _folder.Path).Lines.Select(JObject.Parse);

        Assert.Equal(lines, array.Children<JObject>(), JToken.EqualityComparer);
    }

    [Fact]
    public void Json_without_a_record_is_an_empty_array()
    {
        var result = Cli.Run("extract", _folder.Path, "--format", "json");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("[]\n", result.Text);
    }

    [Fact]
    public void Csv_has_a_row_a_case()
    {
        _folder.Write("a.txt", Woman);
        _folder.Write("b.txt", Man);

        var lines = Cli.Run("extract", _folder.Path, "--format", "csv").Lines;

        Assert.Equal(3, lines.Count);
        Assert.StartsWith("case_id,document_id,path,age_years,age_approximate,sex,", lines[0], StringComparison.Ordinal);
        Assert.Equal("a,a,".Length, lines[1].IndexOf(_folder.Path, StringComparison.Ordinal));
        Assert.Contains("/a.txt,55,false,female,", lines[1], StringComparison.Ordinal);
        Assert.Contains("/b.txt,63,false,male,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_a_row_a_case_and_no_colour_in_a_pipe()
    {
        _folder.Write("a [red]b[-].txt", Woman);

        var text = Cli.Run("extract", _folder.Path, "--format", "table").Text;

        Assert.Matches("│ a \\[red\\]b\\[-\\] +│ 55 +│ female +│", text);
        Assert.DoesNotContain("\u001b", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("table")]
    public void An_output_file_holds_what_standard_output_would(string format)
    {
        var path = _folder.Write("a.txt", Woman);
        var output = Path.Combine(_folder.Path, "out", "cases.jsonl");
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        File.WriteAllText(output, "old");

        var result = Cli.Run("extract", path, "-o", output, "--format", format);

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Equal(Cli.Run("extract", path, "-o", "-", "--format", format).Output, File.ReadAllBytes(output));
        Assert.Equal([output], Directory.GetFileSystemEntries(Path.GetDirectoryName(output)!));
    }

    [Fact]
    public void A_run_that_reads_nothing_leaves_an_earlier_output_as_it_was()
    {
        var empty = _folder.Write("a.txt", "");
        var output = _folder.Write("cases.jsonl", "old");

        var result = Cli.Run("extract", empty, "-o", output);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("old", File.ReadAllText(output));
        Assert.Contains("nothing was read", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.Path).Length);
    }

    [Fact]
    public void A_report_is_never_overwritten()
    {
        var path = _folder.Write("a.txt", Woman);

        var result = Cli.Run("extract", _folder.Path, "-o", path);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(Woman, File.ReadAllText(path));
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_wrong_use_and_named()
    {
        var path = _folder.Write("a.txt", Woman);
        var output = Path.Combine(_folder.Path, "no", "such", "folder.jsonl");

        var result = Cli.Run("extract", path, "-o", output);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal($"caseextract: {output}: cannot be written (no such folder)\n", result.Error);
        Assert.Equal(2, Cli.Run("extract", path, "-o", _folder.Path).ExitCode);
    }

    [Fact]
    public void A_cancelled_run_leaves_no_output_behind()
    {
        var path = _folder.Write("a.txt", Woman);
        var output = Path.Combine(_folder.Path, "cases.jsonl");
        using var terminal = new Terminal(Stream.Null, Stream.Null, Stream.Null);

        var exitCode = CommandLine.Invoke(["extract", path, "-o", output], terminal, new CancellationToken(canceled: true));

        Assert.Equal(130, exitCode);
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Models_that_do_not_exist_are_wrong_use()
    {
        var path = _folder.Write("a.txt", Woman);

        var none = Path.Combine(_folder.Path, "none");

        var result = Cli.Run("extract", path, "--models", none);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal($"caseextract: {none}: no such folder of models\n", result.Error);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("extract --jobs 2")]
    [InlineData("extract a.txt --jobs 0")]
    [InlineData("extract a.txt --jobs many")]
    [InlineData("extract a.txt --format xml")]
    [InlineData("extract a.txt --max-size 0")]
    [InlineData("extract a.txt --nonsense")]
    public void Wrong_use_is_told_and_nothing_is_done(string command)
    {
        var result = Cli.Run(command.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("caseextract: ", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("Try: caseextract extract --help\n", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Records_can_be_read_back()
    {
        var path = _folder.Write("a.txt", Woman);
        var output = Path.Combine(_folder.Path, "cases.jsonl");
        Cli.Run("extract", path, "-o", output);

        var record = Assert.Single(CaseRecordReader.ReadFile(output));

        Assert.Equal("female", record.Sex!.Value);
        Assert.Equal(File.ReadAllText(output), CaseRecordWriter.ToJson(record) + "\n");
    }
}
