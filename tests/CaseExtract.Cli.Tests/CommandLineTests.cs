using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Without_a_command_the_use_is_told()
    {
        var result = Cli.Run();

        Assert.Equal(2, result.ExitCode);
        Assert.EndsWith("Try: caseextract --help\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_command_is_wrong_use_and_the_known_ones_are_told()
    {
        var result = Cli.Run("nonsense", "reports");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            "caseextract: 'nonsense' is no command; there are extract, watch, show, text, schema, verify, evaluate, load, cohort, correct, diff, report, view.\nTry: caseextract --help\n", result.Error);
    }

    [Theory]
    [InlineData("many")]
    [InlineData("0")]
    [InlineData("1025")]
    [InlineData("2.5")]
    public void A_number_that_will_not_do_is_named_with_what_would(string jobs) =>
        Assert.StartsWith(
            $"caseextract: --jobs takes a whole number from 1 to 1024, not '{jobs}'.\n", Cli.Run("extract", "a.txt", "--jobs", jobs).Error, StringComparison.Ordinal);

    [Fact]
    public void Help_names_every_command()
    {
        var result = Cli.Run("--help");

        Assert.Equal(0, result.ExitCode);
        Assert.All(
            ["extract", "show", "text", "schema", "verify", "evaluate"],
            command => Assert.Contains($"  {command}", result.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("show")]
    [InlineData("text")]
    [InlineData("schema")]
    [InlineData("verify")]
    [InlineData("evaluate")]
    public void Every_command_explains_itself(string command)
    {
        var result = Cli.Run(command, "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($" {command} ", result.Text, StringComparison.Ordinal);
        Assert.Contains("--help", result.Text, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }
}
