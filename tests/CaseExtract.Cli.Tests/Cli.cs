using System.Text;

namespace CaseExtract.Cli.Tests;

/// <summary>What a command gave back.</summary>
internal sealed record CliResult(int ExitCode, byte[] Output, string Error)
{
    public string Text => Encoding.UTF8.GetString(Output);

    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the real command line in this process, with streams in place of the standard ones.</summary>
internal static class Cli
{
    public static CliResult Run(params IReadOnlyList<string> args) => RunWith([], args);

    public static CliResult RunWith(byte[] input, params IReadOnlyList<string> args)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var exitCode = CommandLine.Invoke(args, new MemoryStream(input), output, error);
        return new CliResult(exitCode, output.ToArray(), Encoding.UTF8.GetString(error.ToArray()));
    }
}
