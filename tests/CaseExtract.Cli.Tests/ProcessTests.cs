using System.Text;
using Newtonsoft.Json.Linq;
using Xunit;

namespace CaseExtract.Cli.Tests;

/// <summary>The program as it was built, in a process of its own: its standard streams, its exit code, what loads at start.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_program_reads_standard_input_and_writes_standard_output()
    {
        var (exitCode, output, error) = Run("A 55-year-old woman presented with gait disturbance.", "extract", "-");

        Assert.Equal((0, "stdin"), (exitCode, (string?)JObject.Parse(output)["caseId"]));
        Assert.Equal("female", JObject.Parse(output)["sex"]!["value"]);
        Assert.StartsWith("1 document read, 1 case, 0 inputs failed;", error, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_returns_the_exit_code()
    {
        var path = _folder.Write("a.txt", "A 63-year-old man presented.");

        Assert.Equal(1, Run("", "extract", path, Path.Combine(_folder.Path, "none")).ExitCode);
        Assert.Equal(2, Run("", "extract").ExitCode);
    }

    [Fact]
    public void The_program_writes_a_folder_of_reports_to_a_file_and_verifies_it()
    {
        _folder.Write("reports/a.txt", "A 63-year-old man presented.");
        _folder.Write("reports/b.txt", "A 55-year-old woman presented.");
        var (reports, records) = (Path.Combine(_folder.Path, "reports"), Path.Combine(_folder.Path, "cases.jsonl"));

        Assert.Equal(0, Run("", "extract", reports, "-o", records).ExitCode);
        Assert.Equal(2, File.ReadAllLines(records).Length);
        Assert.Equal(0, Run("", "verify", records, "--source", reports).ExitCode);
    }

    private static (int ExitCode, string Output, string Error) Run(string input, params string[] args)
    {
        var result = Cli.RunProcess(Encoding.UTF8.GetBytes(input), args);
        return (result.ExitCode, result.Text, result.Error);
    }
}
