using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace CaseExtract.Registry.Store;

/// <summary>
/// Rows by <c>COPY … (format binary)</c>, the fastest way into a table. The format is written here rather than by the driver, which looks up how to
/// write for each of the twelve million values of a load: <see href="https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4">its description</see>.
/// </summary>
internal sealed class PostgresRowWriter : IRowWriter
{
    private const int UsualLength = 1 << 16;

    private readonly Table _table;
    private readonly NpgsqlRawCopyStream _stream;
    private byte[] _buffer = new byte[UsualLength];
    private int _length;
    private bool _isComplete;

    public PostgresRowWriter(NpgsqlConnection connection, Table table)
    {
        _table = table;
        _stream = connection.BeginRawBinaryCopy($"copy {table.Name} ({table.ColumnList}) from stdin (format binary)");

        // signature, no flags, no extension
        _stream.Write([.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    public void Write(ReadOnlySpan<Cell> cells)
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(2), (short)cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            Write(in cells[i], _table.Columns[i].Type);
        }

        if (_length > UsualLength / 2)
        {
            Flush();
        }
    }

    public void Complete()
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(2), -1);
        Flush();
        _isComplete = true;
        _stream.Dispose();
    }

    /// <summary>What was not completed is not copied.</summary>
    public void Dispose()
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

    private void Write(in Cell cell, ColumnType type)
    {
        switch (cell.Kind)
        {
            case CellKind.Null:
                BinaryPrimitives.WriteInt32BigEndian(Take(4), -1);
                break;
            case CellKind.Text:
                WriteText(cell.Text!);
                break;
            case CellKind.Bytes:
                BinaryPrimitives.WriteInt32BigEndian(Take(4), cell.Bytes!.Length);
                cell.Bytes.CopyTo(Take(cell.Bytes.Length));
                break;
            case CellKind.Truth:
                BinaryPrimitives.WriteInt32BigEndian(Take(4), 1);
                Take(1)[0] = cell.Truth ? (byte)1 : (byte)0;
                break;
            case CellKind.Whole when type == ColumnType.Integer:
                BinaryPrimitives.WriteInt32BigEndian(Take(4), 4);
                BinaryPrimitives.WriteInt32BigEndian(Take(4), (int)cell.Whole);
                break;
            case CellKind.Whole:
                BinaryPrimitives.WriteInt32BigEndian(Take(4), 8);
                BinaryPrimitives.WriteInt64BigEndian(Take(8), cell.Whole);
                break;
            default:
                BinaryPrimitives.WriteInt32BigEndian(Take(4), 8);
                BinaryPrimitives.WriteDoubleBigEndian(Take(8), cell.Number);
                break;
        }
    }

    private void WriteText(string text)
    {
        var room = Take(4 + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, room[4..]);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        _length -= room.Length - 4 - length;
    }

    private Span<byte> Take(int length)
    {
        if (_length + length > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + length));
        }

        var room = _buffer.AsSpan(_length, length);
        _length += length;
        return room;
    }

    private void Flush()
    {
        _stream.Write(_buffer, 0, _length);
        _length = 0;
    }
}
