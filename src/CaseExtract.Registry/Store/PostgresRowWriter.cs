using Npgsql;

namespace CaseExtract.Registry.Store;

/// <summary>
/// Rows by <c>COPY … (format binary)</c>, the fastest way into a table. They come in that form: the driver would look up how to write for each of the
/// twelve million values of a load.
/// </summary>
internal sealed class PostgresRowWriter : RowWriter
{
    private const int UsualLength = 1 << 16;

    private readonly NpgsqlRawCopyStream _stream;
    private readonly RowBuffer _rows = new(UsualLength);
    private bool _isComplete;

    public PostgresRowWriter(NpgsqlConnection connection, Table table) : base(table)
    {
        _stream = connection.BeginRawBinaryCopy($"copy {table.Name} ({table.ColumnList}) from stdin (format binary)");

        // signature, no flags, no extension
        _rows.Add([.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    public override void Write(ReadOnlySpan<byte> rows)
    {
        _rows.Add(rows);
        if (_rows.Length > UsualLength / 2)
        {
            Flush();
        }
    }

    public override void Complete()
    {
        _rows.AddEnd();
        Flush();
        _isComplete = true;
        _stream.Dispose();
    }

    /// <summary>What was not completed is not copied.</summary>
    public override void Dispose()
    {
        if (_isComplete)
        {
            return;
        }

        _isComplete = true;
        try
        {
            _stream.Cancel();
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or InvalidOperationException)
        {
            // the server that is lost brought us here: what it was lost by is told, and nothing was copied
        }
    }

    private void Flush()
    {
        _stream.Write(_rows.Written);
        _rows.Clear();
    }
}
