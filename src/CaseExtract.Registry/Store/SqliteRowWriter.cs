using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CaseExtract.Registry.Store;

/// <summary>
/// One prepared statement, stepped for each row. It calls SQLite itself: the driver makes several objects for each value, and the library below it
/// counts who uses the statement at each call, while a load of 200,000 cases binds eighty million values.
/// </summary>
internal sealed unsafe partial class SqliteRowWriter : RowWriter
{
    private const string Library = "e_sqlite3";

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly nint _handle;

    public SqliteRowWriter(SqliteConnection connection, Table table) : base(table)
    {
        _database = connection.Handle!;
        var values = string.Join(", ", table.Columns.Select(_ => "?"));
        Check(raw.sqlite3_prepare_v3(_database, $"insert into {table.Name} ({table.ColumnList}) values ({values})", raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        _handle = _statement.DangerousGetHandle();
    }

    public override void Write(ReadOnlySpan<byte> rows)
    {
        // texts are bound where they lie, so they must lie still until the row is written
        fixed (byte* start = rows)
        {
            var at = start;
            while (at < start + rows.Length)
            {
                at = Bind(at + 2);
                var result = Step(_handle);

                // tells once more what went wrong
                var after = Reset(_handle);
                if (result != raw.SQLITE_DONE)
                {
                    Check(after);
                }
            }
        }

        // nothing bound may outlast the rows
        Check(ClearBindings(_handle));
    }

    public override void Complete()
    {
        // each row is written when it comes
    }

    public override void Dispose()
    {
        // prepared once for the connection, closed with it
    }

    public void Close() => _statement.Dispose();

    /// <summary>Binds the cells of a row.</summary>
    /// <returns>Where the next row begins.</returns>
    private byte* Bind(byte* at)
    {
        var columns = Table.Types;
        for (var i = 0; i < columns.Length; i++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(new ReadOnlySpan<byte>(at, 4));
            at += 4;
            Check(length < 0 ? BindNull(_handle, i + 1) : columns[i] switch
            {
                ColumnType.Text => BindText(_handle, i + 1, at, length, 0),
                ColumnType.Whole => BindWhole(_handle, i + 1, BinaryPrimitives.ReadInt64BigEndian(new ReadOnlySpan<byte>(at, 8))),
                ColumnType.Integer => BindWhole(_handle, i + 1, BinaryPrimitives.ReadInt32BigEndian(new ReadOnlySpan<byte>(at, 4))),
                ColumnType.Small => BindWhole(_handle, i + 1, BinaryPrimitives.ReadInt16BigEndian(new ReadOnlySpan<byte>(at, 2))),
                ColumnType.Truth => BindWhole(_handle, i + 1, *at),
                _ => BindNumber(_handle, i + 1, BinaryPrimitives.ReadDoubleBigEndian(new ReadOnlySpan<byte>(at, 8))),
            });
            at += Math.Max(0, length);
        }

        return at;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }

    // Binding takes nanoseconds and never waits: the garbage collector need not be told.
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    private static partial int BindNull(nint statement, int index);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    private static partial int BindWhole(nint statement, int index, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_double"), SuppressGCTransition]
    private static partial int BindNumber(nint statement, int index, double value);

    // the last argument, SQLITE_STATIC: no copy is made
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text"), SuppressGCTransition]
    private static partial int BindText(nint statement, int index, byte* text, int length, nint free);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    private static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    private static partial int Reset(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_clear_bindings")]
    private static partial int ClearBindings(nint statement);
}
