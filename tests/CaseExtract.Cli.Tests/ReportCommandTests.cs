using CaseExtract.Schema;
using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class ReportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _records;
    private readonly string _registry;
    private readonly string _page;

    public ReportCommandTests()
    {
        var other = SampleCase.Record with { CaseId = "rep-2", Document = SampleCase.Record.Document with { Id = "rep-2" }, Sex = SampleCase.Record.Sex! with { Value = "male" } };
        _records = _folder.Write("records.jsonl", CaseRecordWriter.ToJson(SampleCase.Record) + "\n" + CaseRecordWriter.ToJson(other) + "\n");
        _registry = Path.Combine(_folder.Path, "registry.db");
        _page = Path.Combine(_folder.Path, "report.html");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_of_records_is_a_cohort()
    {
        var result = Cli.Run("report", "--from", _records, "-o", _page);

        Assert.Equal((0, "2 cases from 2 reports\n"), (result.ExitCode, result.Error));
        Assert.Contains("<p class=\"origin\">records.jsonl</p>", File.ReadAllText(_page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_registry_gives_the_cohort_that_the_expression_names()
    {
        Assert.Equal(0, Cli.Run("load", _records, "--to", _registry).ExitCode);

        Assert.Equal("2 cases from 2 reports\n", Cli.Run("report", "--from", _registry, "-o", _page).Error);
        Assert.Equal("1 case from 1 report\n", Cli.Run("report", "--from", _registry, "--where", "sex = female and level in T1..T12", "-o", _page).Error);
        Assert.Contains("<code>sex = female and level in T1..T12</code>", File.ReadAllText(_page), StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, File.ReadAllText(_page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_registry_and_its_records_give_the_same_figures()
    {
        Cli.Run("load", _records, "--to", _registry);

        var ofFile = Cli.Run("report", "--from", _records).Text;
        var ofRegistry = Cli.Run("report", "--from", _registry).Text;

        Assert.Equal(ofFile.Replace("records.jsonl", "registry.db", StringComparison.Ordinal), ofRegistry);
    }

    [Fact]
    public void An_expression_over_a_file_is_refused()
    {
        var result = Cli.Run("report", "--from", _records, "--where", "sex = female", "-o", _page);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("load the file first", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_page));
    }

    [Fact]
    public void Dates_are_read_from_the_column_that_is_named()
    {
        var document = SampleCase.Record.Document with { Columns = new Dictionary<string, string> { ["seen"] = "2019-03-01" } };
        File.WriteAllText(_records, CaseRecordWriter.ToJson(SampleCase.Record with { Document = document }));

        Assert.DoesNotContain("2019", Cli.Run("report", "--from", _records).Text, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">2019</th>", Cli.Run("report", "--from", _records, "--date-field", "seen").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_evidence_and_no_id_is_in_the_report()
    {
        var page = Cli.Run("report", "--from", _records).Text;

        Assert.DoesNotContain("rep-1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("55-year-old", page, StringComparison.Ordinal);
    }
}
