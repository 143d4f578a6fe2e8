namespace CaseExtract.Registry.Store;

/// <summary>Writes rows into one table.</summary>
internal abstract class RowWriter(Table table) : IDisposable
{
    private readonly RowBuffer _row = new();

    protected Table Table { get; } = table;

    /// <summary>Writes rows, in the form of a <see cref="RowBuffer"/>.</summary>
    public abstract void Write(ReadOnlySpan<byte> rows);

    /// <summary>Writes a row: a cell for each column of the table.</summary>
    public void Write(ReadOnlySpan<Cell> cells)
    {
        _row.Clear();
        _row.AddRow(Table, cells);
        Write(_row.Written);
    }

    /// <summary>All rows are written.</summary>
    public abstract void Complete();

    /// <inheritdoc/>
    public abstract void Dispose();
}
