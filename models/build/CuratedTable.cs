namespace CaseExtract.Lexicons;

/// <summary>A table that is its own source: its rows are put in order, and what no order can mend stops the build.</summary>
internal static class CuratedTable
{
    private static readonly string[] Head = ["source", "licence", "columns"];

    /// <returns>The table as it should stand in its file.</returns>
    /// <exception cref="InvalidDataException">The head is incomplete, a row has too few or too many cells, or a row stands twice.</exception>
    public static string Rebuild(string path)
    {
        var lines = File.ReadAllText(path).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var head = lines.TakeWhile(line => line.StartsWith("# ", StringComparison.Ordinal)).ToList();
        foreach (var key in Head)
        {
            if (!head.Exists(line => line.StartsWith($"# {key} ", StringComparison.Ordinal)))
            {
                throw new InvalidDataException($"{path}: the head names no {key}");
            }
        }

        var columns = head.Find(line => line.StartsWith("# columns ", StringComparison.Ordinal))!.Split('\t').Length;
        var rows = lines.Skip(head.Count).OrderBy(row => row.Split('\t')[0], StringComparer.Ordinal).ToList();
        foreach (var row in rows)
        {
            if (row.Split('\t').Length is var cells && cells != columns)
            {
                throw new InvalidDataException($"{path}: expected {columns} columns, found {cells} in '{row}'");
            }
        }

        if (rows.GroupBy(row => row, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            throw new InvalidDataException($"{path}: twice: '{twice.Key}'");
        }

        return string.Join('\n', head.Concat(rows)) + "\n";
    }
}
