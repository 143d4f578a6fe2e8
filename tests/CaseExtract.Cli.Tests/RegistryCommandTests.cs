using CaseExtract.Schema;
using Newtonsoft.Json.Linq;
using Xunit;

namespace CaseExtract.Cli.Tests;

/// <summary><c>load</c>, <c>cohort</c>, <c>correct</c> and <c>diff</c> as they are typed. What registries do is tested with the registry itself.</summary>
public sealed class RegistryCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Registry => Path.Combine(_folder.Path, "registry.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reports_are_loaded_corrected_and_rerun_and_the_correction_stands()
    {
        var reports = Path.GetDirectoryName(_folder.Write("reports/a.txt", "A 63-year-old man presented with back pain. MRI showed a metastasis at T9. Laminectomy was performed."))!;
        _folder.Write("reports/b.txt", "A 55-year-old woman presented with gait disturbance.");

        var first = Cli.Run("load", reports, "--to", Registry);
        Assert.Equal(0, first.ExitCode);
        Assert.StartsWith("2 documents added, 0 replaced, 0 unchanged, 0 failed; 2 cases written;", first.Error, StringComparison.Ordinal);
        Assert.StartsWith("0 documents added, 0 replaced, 2 unchanged", Cli.Run("load", reports, "--to", Registry).Error, StringComparison.Ordinal);

        var corrected = Cli.Run("correct", "--to", Registry, "--case", "a", "--field", "level", "--value", "T10", "--why", "the operation note says T10", "--who", "anna");
        Assert.Equal((0, "a level: T9 -> T10\n"), (corrected.ExitCode, corrected.Text));

        _folder.Write("reports/a.txt", "A 64-year-old man presented with back pain. MRI showed a metastasis at T9. Laminectomy was performed.");
        var again = Cli.Run("load", reports, "--to", Registry, "--run", "addended");
        Assert.StartsWith("0 documents added, 1 replaced, 1 unchanged", again.Error, StringComparison.Ordinal);
        Assert.Contains("1 correction stood", again.Error, StringComparison.Ordinal);

        var record = JObject.Parse(Assert.Single(Cli.Run("cohort", "--from", Registry, "--where", "level = T10 and age = 64").Lines));
        Assert.Equal("anna", record["corrections"]![0]!["who"]);
        Assert.Equal(["a: changed; the report changed", "  age: 63 -> 64"], Cli.Run("diff", "--from", Registry, "--runs", "1..2").Lines);
        Assert.Contains("addended", Cli.Run("diff", "--from", Registry).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cases.jsonl", "jsonl")]
    [InlineData("cases.json", "json")]
    public void Records_go_in_and_come_out_with_the_same_bytes(string name, string format)
    {
        var reports = Path.GetDirectoryName(_folder.Write("reports/a.txt", "A 63-year-old man presented with a metastasis at T9."))!;
        _folder.Write("reports/b.txt", "A 55-year-old woman presented.");
        var (records, cohort) = (Path.Combine(_folder.Path, name), Path.Combine(_folder.Path, "cohort"));
        Assert.Equal(0, Cli.Run("extract", reports, "-o", records, "--format", format).ExitCode);

        Assert.Equal(0, Cli.Run("load", records, "--to", Registry).ExitCode);
        Assert.Equal(0, Cli.Run("cohort", "--from", Registry, "-o", cohort, "--format", format).ExitCode);

        Assert.Equal(File.ReadAllText(records), File.ReadAllText(cohort));
        Assert.Equal(0, Cli.Run("verify", cohort, "--source", reports).ExitCode);
    }

    [Fact]
    public void Indented_JSON_is_loaded_too()
    {
        var records = _folder.Write("cases.json", new JArray(JObject.Parse(CaseRecordWriter.ToJson(SampleCase.Record))).ToString());

        Assert.StartsWith("1 document added", Cli.Run("load", records, "--to", Registry).Error, StringComparison.Ordinal);
        Assert.Equal("rep-1", JObject.Parse(Assert.Single(Cli.Run("cohort", "--from", Registry).Lines))["caseId"]);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    public void A_flat_table_has_its_values_and_a_dictionary_beside_it(string format)
    {
        Cli.Run("load", Records(), "--to", Registry);
        var cohort = Path.Combine(_folder.Path, "out", "cohort." + format);
        Directory.CreateDirectory(Path.GetDirectoryName(cohort)!);

        Assert.Equal(0, Cli.Run("cohort", "--from", Registry, "--format", format, "-o", cohort).ExitCode);

        Assert.Equivalent((string[])["cohort." + format, "cohort.dictionary.csv", "cohort.values.csv"], Directory.GetFiles(Path.GetDirectoryName(cohort)!).Select(Path.GetFileName), strict: true);
        Assert.Contains("cases,sex,text,sex.value,\"female, male\",Sex", File.ReadAllText(Path.ChangeExtension(cohort, ".dictionary.csv")), StringComparison.Ordinal);
        Assert.Contains("rep-1,primaryTumour.site,0,\"Uterus, NOS\",,C55.9,0.9,", File.ReadAllText(Path.ChangeExtension(cohort, ".values.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_corrections_is_applied_row_by_row()
    {
        Cli.Run("load", Records(), "--to", Registry);
        var table = _folder.Write("corrections.csv", "case,field,value,why,who\nrep-1,sex,male,letter,anna\nrep-1,age,old,letter,anna\nrep-1,level,\"T7; T8\",,\n");

        var result = Cli.Run("correct", table, "--to", Registry, "--why", "review", "--who", "ben");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["rep-1 sex: female -> male", "rep-1 level: T5; T6 -> T7; T8"], result.Lines);
        Assert.Contains("corrections.csv (line 3): age takes a number", result.Error, StringComparison.Ordinal);
        Assert.Contains("2 values corrected, 0 as they were, 1 failed", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 value corrected", Cli.Run("correct", "--to", Registry, "--case", "rep-1", "--field", "sex", "--withdraw", "--why", "no").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_registry_is_not_made_by_a_mistyped_name_and_is_no_file_of_records()
    {
        var missing = Cli.Run("correct", "--to", Registry, "--case", "a", "--field", "sex", "--value", "male", "--why", "letter");
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("no such registry", missing.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Registry));

        Cli.Run("load", Records(), "--to", Registry);
        var view = Cli.Run("view", Registry, "--source", _folder.Path, "-o", Path.Combine(_folder.Path, "view.html"));
        Assert.Equal(1, view.ExitCode);
        Assert.Contains("is a registry, not a file of records", Assert.Single(view.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_expression_is_no_way_to_ask_for_all_cases()
    {
        Cli.Run("load", Records(), "--to", Registry);

        Assert.Equal(2, Cli.Run("cohort", "--from", Registry, "--where", " ").ExitCode);
        Assert.NotEmpty(Cli.Run("cohort", "--from", Registry).Lines);
    }

    [Fact]
    public void Mistakes_in_an_expression_are_shown_with_a_caret()
    {
        Cli.Run("load", Records(), "--to", Registry);

        var result = Cli.Run("cohort", "--from", Registry, "--where", "sex = female and levle in T1..T12");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            "caseextract: --where: there is no field of this name; did you mean level?\n  sex = female and levle in T1..T12\n                   ^\n", result.Error);
    }

    [Fact]
    public void Faulty_records_are_told_with_their_lines()
    {
        var records = _folder.Write("cases.jsonl", CaseRecordWriter.ToJson(SampleCase.Record) + "\n{\"schemaVersion\":\"1.0\"}\n");
        var errors = Path.Combine(_folder.Path, "errors.jsonl");

        var result = Cli.Run("load", records, "--to", Registry, "--errors", errors);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("cases.jsonl (line 2): the key caseId is missing", result.Error, StringComparison.Ordinal);
        Assert.Equal("line 2", JObject.Parse(Assert.Single(File.ReadAllLines(errors)))["place"]);
    }

    [Theory]
    [InlineData("postgres://anna:s3cr3t@localhost:1/registry", 1)]
    [InlineData("postgre://anna:s3cr3t@localhost/registry", 2)]
    [InlineData("Host=localhost;Pasword=s3cr3t", 2)]
    public void A_password_is_never_shown(string target, int exitCode)
    {
        var load = Cli.Run("load", Records(), "--to", target);
        var cohort = Cli.Run("cohort", "--from", target);

        Assert.Equal((exitCode, exitCode), (load.ExitCode, cohort.ExitCode));
        Assert.DoesNotContain("s3cr3t", load.Text + load.Error + cohort.Text + cohort.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_done_is_wrong_use()
    {
        Assert.Equal(2, Cli.Run("cohort").ExitCode);
        Assert.Equal(1, Cli.Run("cohort", "--from", Registry).ExitCode);
        Assert.Equal(2, Cli.Run("correct", "--to", Registry, "--case", "a").ExitCode);
        Assert.Equal(2, Cli.Run("diff", Records()).ExitCode);
        Assert.Equal(2, Cli.Run("load", Records(), _folder.Write("a.txt", "A 63-year-old man."), "--to", Registry).ExitCode);
    }

    private string Records() => _folder.Write("cases.jsonl", CaseRecordWriter.ToJson(SampleCase.Record) + "\n");
}
