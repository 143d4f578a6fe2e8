using CaseExtract.Registry.Store;

namespace CaseExtract.Registry.Loading;

/// <summary>The rows of cases: what stands in <c>cases</c> and <c>field_value</c>, whether loaded or corrected.</summary>
internal sealed class CaseRows
{
    private readonly Cell[] _case = new Cell[Table.Cases.Columns.Count];
    private readonly Cell[] _value = new Cell[Table.FieldValue.Columns.Count];

    public void WriteCase(IRowWriter writer, CaseKeys keys, FlatCase flat, string? path)
    {
        ReadOnlySpan<Cell> leading =
        [
            keys.CaseKey, keys.DocumentKey, (long)keys.Ordinal, keys.RunKey, flat.LevelMask == 0 ? default : (Cell)flat.LevelMask,
            flat.ProcedureLevelMask == 0 ? default : (Cell)flat.ProcedureLevelMask, flat.IsCorrected, flat.CaseId, flat.Document.Id, keys.AddedAt, keys.LoadedAt, path,
        ];
        leading.CopyTo(_case);
        flat.Cells.CopyTo(_case, leading.Length);
        writer.Write(_case);
    }

    public void WriteValues(IRowWriter writer, long caseKey, FlatCase flat)
    {
        foreach (var value in flat.Values)
        {
            _value[0] = caseKey;
            _value[1] = value.Field;
            _value[2] = (long)value.Ordinal;
            _value[3] = value.Text;
            _value[4] = value.Number;
            _value[5] = value.Code;
            _value[6] = value.Confidence;
            _value[7] = value.Evidence?.Start;
            _value[8] = value.Evidence?.End;
            _value[9] = value.Evidence?.Text;
            _value[10] = value.Evidence?.Section;
            _value[11] = value.IsCorrected;
            writer.Write(_value);
        }
    }
}

/// <summary>What ties the rows of a case to its document and its run.</summary>
internal readonly record struct CaseKeys(long CaseKey, long DocumentKey, int Ordinal, long RunKey, string AddedAt, string LoadedAt);
