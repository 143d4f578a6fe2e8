using System.Buffers.Binary;
using System.Text;

namespace CaseExtract.Registry.Store;

/// <summary>
/// Rows on their way into tables, in the form of PostgreSQL's <c>COPY … (format binary)</c>: the number of cells, then each with its length, -1 for
/// null, and its bytes. PostgreSQL takes them as they are and SQLite's writer binds from them, so they can be made on any thread, before a table is
/// open. <see href="https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4">The form.</see>
/// </summary>
internal sealed class RowBuffer(int capacity = 4096)
{
    /// <summary>What stands in front of the first cell's bytes in a row.</summary>
    private const int FirstCell = 2 + 4;

    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>A whole row of a table.</summary>
    public void AddRow(Table table, ReadOnlySpan<Cell> cells)
    {
        BeginRow(table);
        for (var i = 0; i < cells.Length; i++)
        {
            Add(in cells[i], table.Columns[i].Type);
        }
    }

    /// <summary>Begins a row of a table: a cell for each of its columns must follow.</summary>
    public void BeginRow(Table table) => BinaryPrimitives.WriteInt16BigEndian(Take(2), (short)table.Columns.Count);

    /// <summary>A cell of a row that is begun.</summary>
    public void Add(in Cell cell, ColumnType type)
    {
        switch (cell.Kind)
        {
            case CellKind.Null:
                BinaryPrimitives.WriteInt32BigEndian(Take(4), -1);
                break;
            case CellKind.Text:
                AddText(cell.Text!);
                break;
            case CellKind.Bytes:
                BinaryPrimitives.WriteInt32BigEndian(Take(4), cell.Bytes!.Length);
                Add(cell.Bytes);
                break;
            case CellKind.Truth:
                BinaryPrimitives.WriteInt32BigEndian(Take(4), 1);
                Take(1)[0] = cell.Truth ? (byte)1 : (byte)0;
                break;
            case CellKind.Whole when type == ColumnType.Small:
                BinaryPrimitives.WriteInt32BigEndian(Take(4), 2);
                BinaryPrimitives.WriteInt16BigEndian(Take(2), (short)cell.Whole);
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

    /// <summary>Rows or cells that are in this form already.</summary>
    public void Add(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>The end of all rows.</summary>
    public void AddEnd() => BinaryPrimitives.WriteInt16BigEndian(Take(2), -1);

    /// <summary>Adds a number to the first cell of each row, a whole number, and says how long they are.</summary>
    public static void Raise(Span<byte> rows, long by)
    {
        while (rows.Length > 0)
        {
            var cells = BinaryPrimitives.ReadInt16BigEndian(rows);
            var first = rows[FirstCell..];
            BinaryPrimitives.WriteInt64BigEndian(first, BinaryPrimitives.ReadInt64BigEndian(first) + by);
            var at = 2;
            for (var i = 0; i < cells; i++)
            {
                at += 4 + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(rows[at..]));
            }

            rows = rows[at..];
        }
    }

    private void AddText(string text)
    {
        var room = Take(4 + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, room[4..]);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        Length -= room.Length - 4 - length;
    }

    private Span<byte> Take(int length)
    {
        if (Length + length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + length));
        }

        var room = _bytes.AsSpan(Length, length);
        Length += length;
        return room;
    }
}
