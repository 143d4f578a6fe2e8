using System.Diagnostics;
using System.Text;

namespace CaseExtract.Cli.Tests;

/// <summary>What a command gave back.</summary>
internal sealed record CliResult(int ExitCode, byte[] Output, string Error)
{
    public string Text => Encoding.UTF8.GetString(Output);

    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>
/// Runs the real command line in this process, with streams in place of the standard ones. With a published program in the environment variable <c>CASEEXTRACT_PROGRAM</c> it runs that in a
/// process of its own: what a native program leaves out of the framework and the packages shows nowhere else.
/// </summary>
internal static class Cli
{
    private static readonly string? Program = Environment.GetEnvironmentVariable("CASEEXTRACT_PROGRAM");

    public static CliResult Run(params IReadOnlyList<string> args) => RunWith([], args);

    public static CliResult RunWith(byte[] input, params IReadOnlyList<string> args)
    {
        if (Program is not null)
        {
            return RunProcess(input, args);
        }

        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var exitCode = CommandLine.Invoke(args, new MemoryStream(input), output, error);
        return new CliResult(exitCode, output.ToArray(), Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>Runs the program as it was published, or else as it was built.</summary>
    public static CliResult RunProcess(byte[] input, params IReadOnlyList<string> args)
    {
        var start = Program is null
            ? new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "caseextract.dll"), .. args])
            : new ProcessStartInfo(Program, args);
        start.UseShellExecute = false;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;

        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        var error = process.StandardError.ReadToEndAsync();
        Feed(process.StandardInput.BaseStream, input);
        process.WaitForExit();
        reading.GetAwaiter().GetResult();
        return new CliResult(process.ExitCode, output.ToArray(), error.GetAwaiter().GetResult());
    }

    /// <summary>A program that does not ask for its input may end before it is written.</summary>
    private static void Feed(Stream stream, byte[] input)
    {
        try
        {
            stream.Write(input);
            stream.Close();
        }
        catch (IOException)
        {
        }
    }
}
