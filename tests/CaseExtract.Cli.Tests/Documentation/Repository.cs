namespace CaseExtract.Cli.Tests.Documentation;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindUpward("CaseExtract.sln");

    /// <summary>The documents that people read, relative to the root.</summary>
    public static IEnumerable<string> Documents => new[] { ".", "docs", "benchmarks", "benchmarks/corpus", "tests/CaseExtract.Tests/Sentences", "tests/CaseExtract.Tests/Narratives" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md"))
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>The lines of the first block of README.md after a marker, which the build server runs as well.</summary>
    public static IReadOnlyList<string> CommandsOf(string marker)
    {
        var lines = File.ReadAllLines(Path.Combine(Root, "README.md"));
        return [.. lines.SkipWhile(line => line != $"<!-- command: {marker} -->")
            .SkipWhile(line => !line.StartsWith("```", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line != "```")];
    }

    private static string FindUpward(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, file)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"{file} is in no folder above {AppContext.BaseDirectory}");
    }
}
