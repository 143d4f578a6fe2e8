using CaseExtract.Registry.Store;
using Parquet;
using Parquet.Schema;

namespace CaseExtract.Registry.Cohorts.Formats;

/// <summary>A Parquet file with a row a case, in groups of rows.</summary>
internal sealed class ParquetFormat : ICohortFormat
{
    private const int RowsInGroup = 10_000;

    private readonly IReadOnlyList<FlatColumn> _columns;
    private readonly DataField[] _fields;
    private readonly List<Cell[]> _rows = [];
    private readonly ParquetWriter _writer;

    public ParquetFormat(Stream stream, IReadOnlyList<FlatColumn> columns)
    {
        _columns = columns;
        _fields = [.. columns.Select(Field)];
        _writer = ParquetWriter.CreateAsync(new ParquetSchema(_fields), stream).GetAwaiter().GetResult();
    }

    public void Write(CohortRow row)
    {
        _rows.Add([.. _columns.Select(column => column.Cell(row))]);
        if (_rows.Count == RowsInGroup)
        {
            WriteGroup();
        }
    }

    public void Complete()
    {
        if (_rows.Count > 0)
        {
            WriteGroup();
        }
    }

    public void Dispose() => _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static DataField Field(FlatColumn column) => column.Type switch
    {
        ColumnType.Number => new DataField<double?>(column.Name),
        ColumnType.Truth => new DataField<bool?>(column.Name),
        _ => new DataField<string>(column.Name),
    };

    private void WriteGroup()
    {
        WriteGroupAsync().GetAwaiter().GetResult();
        _rows.Clear();
    }

    private async Task WriteGroupAsync()
    {
        using var group = _writer.CreateRowGroup();
        for (var i = 0; i < _fields.Length; i++)
        {
            var index = i;
            switch (_columns[i].Type)
            {
                case ColumnType.Number: await group.WriteAsync<double>(_fields[i], _rows.ConvertAll(row => row[index].Kind == CellKind.Null ? (double?)null : row[index].Number).ToArray()).ConfigureAwait(false); break;
                case ColumnType.Truth: await group.WriteAsync<bool>(_fields[i], _rows.ConvertAll(row => row[index].Kind == CellKind.Null ? (bool?)null : row[index].Truth).ToArray()).ConfigureAwait(false); break;
                default: await group.WriteAsync(_fields[i], _rows.ConvertAll(row => FlatColumn.Text(row[index])).ToArray()).ConfigureAwait(false); break;
            }
        }
    }
}
