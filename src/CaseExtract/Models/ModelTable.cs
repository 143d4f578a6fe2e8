namespace CaseExtract.Models;

/// <summary>A model file: a head of <c># key value</c> lines, then tab-separated rows of as many cells as <c># columns</c> names.</summary>
internal sealed class ModelTable
{
    private const string ColumnsKey = "# columns";

    private readonly string[] _columns;

    private ModelTable(string name, string[] columns, ModelRow[] rows)
    {
        Name = name;
        _columns = columns;
        Rows = rows;
    }

    public string Name { get; }

    public IReadOnlyList<ModelRow> Rows { get; }

    /// <summary>Index of a column that the caller needs.</summary>
    public int Column(string column)
    {
        var index = Array.IndexOf(_columns, column);
        return index >= 0 ? index : throw new ModelException($"{Name}: column '{column}' is missing from the '# columns' line");
    }

    /// <summary>Reads the text of a file. The rows keep it: a cell becomes a string only where one is asked for.</summary>
    public static ModelTable Parse(string name, string text)
    {
        string[]? columns = null;
        var rows = new List<ModelRow>(text.AsSpan().Count('\n'));
        var number = 0;
        for (int start = 0, next; start < text.Length; start = next)
        {
            number++;
            var lineFeed = text.IndexOf('\n', start);
            next = lineFeed < 0 ? text.Length : lineFeed + 1;
            var end = lineFeed < 0 ? text.Length : lineFeed;
            end -= end > start && text[end - 1] == '\r' ? 1 : 0;
            var line = text.AsSpan(start, end - start);
            if (line.StartsWith(ColumnsKey, StringComparison.Ordinal))
            {
                columns = line[ColumnsKey.Length..].Trim().ToString().Split('\t', StringSplitOptions.TrimEntries);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                if (columns is null)
                {
                    throw new ModelException($"{name}({number}): a row stands before the '{ColumnsKey}' line");
                }

                var cells = line.Count('\t') + 1;
                if (cells != columns.Length)
                {
                    throw new ModelException($"{name}({number}): expected {columns.Length} columns, found {cells}");
                }

                rows.Add(new ModelRow(name, number, text, start, end));
            }
        }

        return new ModelTable(name, columns ?? throw new ModelException($"{name}: the '{ColumnsKey}' line is missing"), rows.ToArray());
    }
}
