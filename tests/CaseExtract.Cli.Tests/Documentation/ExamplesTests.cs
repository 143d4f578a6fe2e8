using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace CaseExtract.Cli.Tests.Documentation;

/// <summary>Runs after all others and alone: the paths of the examples are relative, so the folder of the process is moved.</summary>
[CollectionDefinition(nameof(FolderOfTheProcess), DisableParallelization = true)]
public sealed class FolderOfTheProcess;

/// <summary>What the documents show is what the commands print. Where they differ, run the command and mend the document.</summary>
[Collection(nameof(FolderOfTheProcess))]
public sealed partial class ExamplesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _before = Directory.GetCurrentDirectory();

    public ExamplesTests()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples")))
        {
            _folder.Write($"samples/{Path.GetFileName(path)}", File.ReadAllBytes(path));
        }

        Directory.SetCurrentDirectory(_folder.Path);
    }

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_before);
        _folder.Dispose();
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/architecture.md")]
    [InlineData("docs/registry.md")]
    [InlineData("docs/pages.md")]
    public void Commands_print_what_the_document_shows(string document)
    {
        var examples = ConsoleExample.Of(File.ReadAllLines(Path.Combine(Repository.Root, document)));

        Assert.NotEmpty(examples);
        var exitCode = 0;
        foreach (var example in examples)
        {
            // A failure goes unnoticed by no example: the next one asks for the exit code.
            Assert.True(exitCode == 0 || example.Command == "echo $?", $"{document}({example.Line}): the command before it gave exit code {exitCode}");
            (exitCode, var output) = Run(example.Command, exitCode);
            Assert.True(example.Shows(output), $"{document}({example.Line}): {example.Command}\nprints\n{output}\nand the document shows\n{string.Join('\n', example.Output)}");
        }

        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void The_main_command_does_its_work()
    {
        var command = Assert.Single(Repository.CommandsOf("main"));

        Assert.StartsWith("dotnet run --project src/CaseExtract.Cli -c Release -- ", command, StringComparison.Ordinal);
        Assert.Equal(0, Cli.Run(command[(command.IndexOf("-- ", StringComparison.Ordinal) + 3)..].Split(' ')).ExitCode);
        Assert.True(File.ReadAllLines("cases.jsonl").Length >= Directory.GetFiles("samples").Length);
    }

    [Fact]
    public void The_test_command_is_one_line() => Assert.Equal("dotnet test", Assert.Single(Repository.CommandsOf("test")));

    [Theory]
    [InlineData("a\nb\nc", true)]
    [InlineData("a  \nb\nc\n", true)]
    [InlineData("a\nc", true)]
    [InlineData("a\nbb\nb\nc", true)]
    [InlineData("a\nb\nc\nd", false)]
    [InlineData("b\nc", false)]
    [InlineData("a\nb\ncc", false)]
    public void Lines_left_out_are_marked(string output, bool isShown) =>
        Assert.Equal(isShown, new ConsoleExample(1, "", ["a", "…", "c"]).Shows(output));

    [Theory]
    [InlineData("read 5 of 5", true)]
    [InlineData("read  of 5", true)]
    [InlineData("read 5 of 6", false)]
    [InlineData("read 5\n of 5", false)]
    public void Words_left_out_are_marked(string output, bool isShown) =>
        Assert.Equal(isShown, new ConsoleExample(1, "", ["read … of 5"]).Shows(output));

    /// <summary>What a shell does with the few forms that the documents use.</summary>
    private static (int ExitCode, string Output) Run(string command, int exitCodeBefore)
    {
        if (command == "echo $?")
        {
            return (0, exitCodeBefore.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (WriteForm.Match(command) is { Success: true } write)
        {
            File.WriteAllText(write.Groups["file"].Value, write.Groups["text"].Value + "\n");
            return (0, "");
        }

        var run = RunForm.Match(command);
        Assert.True(run.Success, $"the tests cannot run: {command}");
        var result = Cli.RunWith(Encoding.UTF8.GetBytes(run.Groups["text"].Value + "\n"), [.. Word.Matches(run.Groups["args"].Value).Select(word => word.Value.Trim('\''))]);
        return (result.ExitCode, result.Text + result.Error);
    }

    [GeneratedRegex(@"^echo '(?<text>[^']*)' > (?<file>[\w.-]+)$")] // echo '{"id": "a"}' > gold.jsonl
    private static partial Regex WriteForm { get; }

    [GeneratedRegex(@"^(?:echo '(?<text>[^']*)' \| )?caseextract (?<args>(?:[^'""|>]|'[^']*')+)$")] // echo 'A 63-year-old man …' | caseextract show -
    private static partial Regex RunForm { get; }

    [GeneratedRegex("'[^']*'|[^' ]+")] // cohort --where 'sex = female'
    private static partial Regex Word { get; }
}
