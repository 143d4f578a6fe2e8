using Npgsql;
using NpgsqlTypes;

namespace CaseExtract.Registry.Store;

/// <summary>Rows by binary <c>COPY</c>, the fastest way into a table.</summary>
internal sealed class PostgresRowWriter : IRowWriter
{
    private readonly Table _table;
    private readonly NpgsqlBinaryImporter _import;

    public PostgresRowWriter(NpgsqlConnection connection, Table table)
    {
        _table = table;
        _import = connection.BeginBinaryImport($"copy {table.Name} ({table.ColumnList}) from stdin (format binary)");
    }

    public void Write(ReadOnlySpan<Cell> cells)
    {
        _import.StartRow();
        var columns = _table.Columns;
        for (var i = 0; i < cells.Length; i++)
        {
            ref readonly var cell = ref cells[i];
            if (cell.Kind == CellKind.Null)
            {
                _import.WriteNull();
                continue;
            }

            switch (columns[i].Type)
            {
                case ColumnType.Text when cell.Kind == CellKind.Bytes: _import.Write(cell.Bytes!, NpgsqlDbType.Text); break;
                case ColumnType.Text: _import.Write(cell.Text!, NpgsqlDbType.Text); break;
                case ColumnType.Integer: _import.Write((int)cell.Whole, NpgsqlDbType.Integer); break;
                case ColumnType.Whole: _import.Write(cell.Whole, NpgsqlDbType.Bigint); break;
                case ColumnType.Number: _import.Write(cell.Number, NpgsqlDbType.Double); break;
                default: _import.Write(cell.Truth, NpgsqlDbType.Boolean); break;
            }
        }
    }

    public void Complete() => _import.Complete();

    public void Dispose() => _import.Dispose();
}
