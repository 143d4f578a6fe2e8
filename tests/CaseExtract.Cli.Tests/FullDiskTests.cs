using System.Diagnostics;
using Xunit;

namespace CaseExtract.Cli.Tests;

/// <summary>A disk that is full, as a limit on the size of files makes one without root; <c>tests/scripts/full-disk</c> fills a real one.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_that_finds_no_space_says_so_and_is_gone_on_with()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux limits the size of files.");
        var reports = _folder.Write("reports.jsonl", string.Concat(Enumerable.Range(1, 400).Select(i => $"{{\"id\":\"p{i}\",\"text\":\"A {i % 90}-year-old man.\"}}\n")));
        var (whole, broken) = (Path.Combine(_folder.Path, "whole.jsonl"), Path.Combine(_folder.Path, "broken.jsonl"));
        Assert.Equal(0, Shell($"\"$@\" -o '{whole}'", reports).ExitCode);

        // the runtime has a large file of its own unless it is told otherwise, and a process that does not ignore the signal is killed
        var (exitCode, error) = Shell($"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 128; \"$@\" -o '{broken}'", reports);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("caseextract: The file is too large", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(File.Exists(broken));
        Assert.Equal(0, Shell($"\"$@\" -o '{broken}' --resume", reports).ExitCode);
        Assert.Equal(File.ReadAllBytes(whole), File.ReadAllBytes(broken));
    }

    private static (int ExitCode, string Error) Shell(string command, string reports)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "caseextract.dll");
        var start = new ProcessStartInfo("/bin/bash", ["-c", command, "bash", "dotnet", program, "extract", reports]) { UseShellExecute = false, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }
}
