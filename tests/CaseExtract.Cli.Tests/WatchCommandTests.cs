using CaseExtract.Cli.Runs;
using Newtonsoft.Json.Linq;
using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class WatchCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_arrives_is_read_once_also_after_a_restart()
    {
        _folder.Write("in/a.txt", "A 55-year-old woman presented.");
        var output = Path.Combine(_folder.Path, "cases.jsonl");

        await Watch(output, until: () => Ids(output) is ["a"]);
        _folder.Write("in/b.txt", "A 63-year-old man presented.");
        _folder.Write("in/empty.txt", "");

        // what a crash left behind the last file that was done
        File.AppendAllText(output, "{\"torn\":");
        await Watch(output, until: () => Ids(output) is ["a", "b"] && Errors(output) == 1);
        await Watch(output, until: () => true);

        Assert.Equal(["a", "b"], Ids(output));
        Assert.Equal(1, Errors(output));
    }

    [Fact]
    public async Task What_cannot_be_opened_is_told_once_also_after_a_restart()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights on Windows.");
        _folder.Write("in/a.txt", "A 55-year-old woman presented.");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "in", "circle"), _folder.Path);
        var output = Path.Combine(_folder.Path, "cases.jsonl");

        await Watch(output, until: () => Ids(output) is ["a"] && Errors(output) == 1);
        _folder.Write("in/b.txt", "A 63-year-old man presented.");
        await Watch(output, until: () => Ids(output) is ["a", "b"]);

        Assert.Equal(1, Errors(output));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_wrong_use() =>
        Assert.Equal(2, Cli.Run("watch", Path.Combine(_folder.Path, "none"), "-o", Path.Combine(_folder.Path, "cases.jsonl")).ExitCode);

    [Fact]
    public void Two_watches_do_not_write_one_file()
    {
        var output = Path.Combine(_folder.Path, "cases.jsonl");
        using var ledger = new WatchLedger(output);

        Assert.Equal(2, Cli.Run("watch", _folder.Path, "-o", output).ExitCode);
    }

    private static List<string> Ids(string output)
    {
        if (!File.Exists(output))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(output, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.EndsWith('}')).Select(line => (string)JObject.Parse(line)["caseId"]!)];
    }

    private static int Errors(string output)
    {
        using var reader = new StreamReader(new FileStream(output + ".errors", FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n').Count(line => line.EndsWith('}'));
    }

    /// <summary>Watches until something is so, then presses Ctrl+C.</summary>
    private async Task Watch(string output, Func<bool> until)
    {
        using var cancellation = new CancellationTokenSource();
        using var terminal = new Terminal(Stream.Null, Stream.Null, Stream.Null);
        var watching = Task.Run(
            () => CommandLine.Invoke(["watch", Path.Combine(_folder.Path, "in"), "-o", output, "--errors", output + ".errors", "--interval", "1"], terminal, cancellation.Token),
            TestContext.Current.CancellationToken);
        var deadline = DateTime.UtcNow.AddMinutes(2);
        while (!until() && DateTime.UtcNow < deadline)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await cancellation.CancelAsync();
        Assert.Equal(0, await watching);
    }
}
