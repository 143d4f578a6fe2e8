namespace CaseExtract.Tests.Sentences;

/// <summary>A file of the sentence suite; <c>README.md</c> beside it says how it is written.</summary>
internal static class SentenceTable
{
    public static IReadOnlyList<string> Files(string prefix) => [.. Repository.FilesOf(Repository.Sentences, $"{prefix}-*.tsv")];

    /// <summary>The rows of a file, cut into their cells.</summary>
    public static IReadOnlyList<string[]> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Sentences, file));
        var head = lines.TakeWhile(line => line.StartsWith("# ", StringComparison.Ordinal)).ToList();
        var columns = head.Single(line => line.StartsWith("# columns", StringComparison.Ordinal))["# columns".Length..].Trim().Split('\t').Length;
        var rows = lines.Skip(head.Count).Where(line => line.Length > 0).Select(line => line.Split('\t')).ToList();
        foreach (var row in rows.Where(row => row.Length != columns))
        {
            throw new FormatException($"{file}: expected {columns} columns, found {row.Length} in '{row[0]}'");
        }

        return rows;
    }
}
