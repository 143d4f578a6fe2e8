using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CaseExtract.Registry.Store;

/// <summary>
/// One prepared statement, stepped for each row. It goes around the commands of the driver, which make several objects for each value: a load of
/// 200,000 cases writes six million rows.
/// </summary>
internal sealed class SqliteRowWriter : IRowWriter
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _bytes = new byte[64 * 1024];

    public SqliteRowWriter(SqliteConnection connection, Table table)
    {
        _database = connection.Handle!;
        var values = string.Join(", ", table.Columns.Select(_ => "?"));
        Check(raw.sqlite3_prepare_v2(_database, $"insert into {table.Name} ({table.ColumnList}) values ({values})", out _statement));
    }

    public void Write(ReadOnlySpan<Cell> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            Bind(i + 1, in cells[i]);
        }

        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }
    }

    public void Complete()
    {
        // each row is written when it comes
    }

    public void Dispose()
    {
        // prepared once for the connection, closed with it
    }

    public void Close() => _statement.Dispose();

    private void Bind(int index, in Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Null: raw.sqlite3_bind_null(_statement, index); break;
            case CellKind.Whole: raw.sqlite3_bind_int64(_statement, index, cell.Whole); break;
            case CellKind.Truth: raw.sqlite3_bind_int(_statement, index, cell.Truth ? 1 : 0); break;
            case CellKind.Number: raw.sqlite3_bind_double(_statement, index, cell.Number); break;
            case CellKind.Bytes: Check(raw.sqlite3_bind_text(_statement, index, cell.Bytes.AsSpan())); break;
            default: BindText(index, cell.Text!); break;
        }
    }

    private void BindText(int index, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _bytes.Length)
        {
            _bytes = new byte[most];
        }

        var length = Encoding.UTF8.GetBytes(text, _bytes);
        Check(raw.sqlite3_bind_text(_statement, index, _bytes.AsSpan(0, length)));
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
