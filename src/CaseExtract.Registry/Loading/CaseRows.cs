using CaseExtract.Registry.Store;

namespace CaseExtract.Registry.Loading;

/// <summary>What ties the rows of a case to its document and its run.</summary>
internal readonly record struct CaseKeys(long CaseKey, long DocumentKey, int Ordinal, long RunKey, string AddedAt, string LoadedAt);

/// <summary>
/// The rows of a case in <c>cases</c> and <c>field_value</c>, whether loaded or corrected, as they go into the tables but for its keys, which only the
/// writer knows. They are made where records are read, on all processors: who writes has but one.
/// </summary>
internal readonly struct CaseRows
{
    /// <summary>The cells of the table of cases that come from <see cref="CaseKeys"/>.</summary>
    private const int KeyCells = 6;

    private readonly byte[] _bytes;
    private readonly int _caseLength;

    private CaseRows(byte[] bytes, int caseLength) => (_bytes, _caseLength) = (bytes, caseLength);

    /// <summary>How many bytes they take.</summary>
    public int Length => _bytes.Length;

    public void WriteCase(RowWriter writer, RowBuffer scratch, CaseKeys keys)
    {
        scratch.Clear();
        scratch.BeginRow(Table.Cases);
        ReadOnlySpan<Cell> cells = [keys.CaseKey, keys.DocumentKey, (long)keys.Ordinal, keys.RunKey, keys.AddedAt, keys.LoadedAt];
        for (var i = 0; i < KeyCells; i++)
        {
            scratch.Add(in cells[i], Table.Cases.Types[i]);
        }

        scratch.Add(_bytes.AsSpan(0, _caseLength));
        writer.Write(scratch.Written);
    }

    /// <summary>Writes the rows of the values, once: each gets its key from that of the case.</summary>
    public void WriteValues(RowWriter writer, long caseKey)
    {
        var rows = _bytes.AsSpan(_caseLength);
        RowBuffer.Raise(rows, ValueKeys.First(caseKey));
        writer.Write(rows);
    }

    /// <summary>Makes them; used by one thread.</summary>
    public sealed class Maker
    {
        private readonly RowBuffer _rows = new();
        private readonly CaseMembers _members = new();

        public CaseRows Make(FlatCase flat)
        {
            _rows.Clear();
            AddCase(flat);
            var caseLength = _rows.Length;
            for (var i = 0; i < flat.Values.Count; i++)
            {
                AddValue(flat.Values[i], i);
            }

            return new CaseRows(_rows.Written.ToArray(), caseLength);
        }

        private void AddCase(FlatCase flat)
        {
            ReadOnlySpan<Cell> cells =
            [
                flat.LevelMask == 0 ? default : (Cell)flat.LevelMask, flat.ProcedureLevelMask == 0 ? default : (Cell)flat.ProcedureLevelMask, flat.IsCorrected,
                flat.CaseId, flat.Document.Id, flat.Document.Path, _members.Of(flat),
            ];
            var types = Table.Cases.Types[KeyCells..];
            for (var i = 0; i < cells.Length; i++)
            {
                _rows.Add(in cells[i], types[i]);
            }

            types = types[cells.Length..];
            for (var i = 0; i < flat.Cells.Length; i++)
            {
                _rows.Add(in flat.Cells[i], types[i]);
            }
        }

        private void AddValue(in FlatValue value, int number)
        {
            var evidence = value.Evidence;
            _rows.BeginRow(Table.FieldValue);
            _rows.Add((long)number, ColumnType.Whole);
            _rows.Add((long)RecordField.KeyOf(value.Field), ColumnType.Small);
            _rows.Add((long)value.Ordinal, ColumnType.Integer);
            _rows.Add(value.Text, ColumnType.Text);
            _rows.Add(value.Number, ColumnType.Number);
            _rows.Add(value.Code, ColumnType.Text);
            _rows.Add(value.Confidence, ColumnType.Number);
            _rows.Add((long?)evidence?.Start, ColumnType.Integer);
            _rows.Add((long?)evidence?.End, ColumnType.Integer);
            _rows.Add(evidence?.Text, ColumnType.Text);
            _rows.Add(evidence?.Section, ColumnType.Text);
            _rows.Add(value.IsCorrected, ColumnType.Truth);
        }
    }
}
