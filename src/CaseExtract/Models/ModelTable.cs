namespace CaseExtract.Models;

/// <summary>A model file: a head of <c># key value</c> lines, then tab-separated rows of as many cells as <c># columns</c> names.</summary>
internal sealed class ModelTable
{
    private readonly string[] _columns;

    private ModelTable(string name, string[] columns, List<ModelRow> rows)
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

    public static ModelTable Parse(string name, TextReader reader)
    {
        string[]? columns = null;
        var rows = new List<ModelRow>();
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith("# columns", StringComparison.Ordinal))
            {
                columns = line["# columns".Length..].Trim().Split('\t', StringSplitOptions.TrimEntries);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                if (columns is null)
                {
                    throw new ModelException($"{name}({number}): a row stands before the '# columns' line");
                }

                var cells = line.Split('\t');
                if (cells.Length != columns.Length)
                {
                    throw new ModelException($"{name}({number}): expected {columns.Length} columns, found {cells.Length}");
                }

                rows.Add(new ModelRow(name, number, cells));
            }
        }

        return new ModelTable(name, columns ?? throw new ModelException($"{name}: the '# columns' line is missing"), rows);
    }
}

/// <summary>One row of a model file and where it stands.</summary>
internal sealed record ModelRow(string File, int Line, string[] Cells)
{
    public string this[int column] => Cells[column];

    public ModelException Fault(string what) => new($"{File}({Line}): {what}");

    /// <summary>Reads a cell that must name a member of an enumeration, in kebab case.</summary>
    public T Enum<T>(int column) where T : struct, Enum =>
        System.Enum.TryParse<T>(Cells[column].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            && !Cells[column].AsSpan().ContainsAnyInRange('0', '9')
            ? value
            : throw Fault($"'{Cells[column]}' is not one of {string.Join(", ", System.Enum.GetNames<T>()).ToLowerInvariant()}");
}
