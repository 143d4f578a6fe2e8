using Xunit;

namespace CaseExtract.Cli.Tests.Documentation;

/// <summary>The README's example of the library is compiled, runs, and is the same to the letter but for the console it writes to.</summary>
public sealed class LibraryExampleTests
{
    [Fact]
    public void The_example_works()
    {
        var written = new StringWriter();

        Readme.LibraryExample.Run("A 63-year-old man presented with back pain. Histology: chordoma.", written);

        Assert.Equal("note-1: 63 years, Chordoma\n", written.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_README_shows_this_example()
    {
        var file = File.ReadAllLines(Path.Combine(Repository.Root, "tests/CaseExtract.Cli.Tests/Documentation/LibraryExample.cs"));
        var usings = file.Where(line => line.StartsWith("using ", StringComparison.Ordinal));
        var statements = file.SkipWhile(line => line.Trim() != "// begin: README").Skip(1).TakeWhile(line => line.Trim() != "// end: README")
            .Select(line => line["        ".Length..].Replace("console.", "Console.", StringComparison.Ordinal));
        var shown = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"))
            .SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```");

        Assert.Equal([.. usings, "", .. statements], shown);
    }
}
