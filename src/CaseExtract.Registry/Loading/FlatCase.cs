using System.Globalization;
using CaseExtract.Registry.Store;

namespace CaseExtract.Registry.Loading;

/// <summary>The document of a record as it stands in JSON.</summary>
internal sealed class ParsedDocument
{
    public string? Id { get; set; }

    public string? Path { get; set; }

    public string? Sha256 { get; set; }

    public string? MediaType { get; set; }

    public string? Title { get; set; }

    public long? Length { get; set; }
}

/// <summary>One value of a field as the registry keeps it.</summary>
internal readonly record struct FlatValue(string Field, int Ordinal, string? Text, double? Number, string? Code, double? Confidence, ParsedEvidence? Evidence, bool IsCorrected)
{
    /// <summary>The value in one short text, for comparing and for the audit; never a quotation.</summary>
    public string? Shown => Code is null || Field is "scales" or "imagingSignals"
        ? string.Join(' ', ((string?[])[Code, Text ?? Number?.ToString(CultureInfo.InvariantCulture)]).OfType<string>())
        : Code;
}

/// <summary>A record laid out flat: a cell for each column, and a row for each value. <see cref="CaseLayout"/> says what goes where.</summary>
internal sealed class FlatCase(IReadOnlySet<string>? corrected = null)
{
    /// <summary>So many values a case may have: that many numbers are kept for its rows.</summary>
    public const int MostValues = 1 << 20;

    private long _fieldsSeen;

    public string? CaseId { get; set; }

    public ParsedDocument Document { get; } = new();

    /// <summary>A cell for each of <see cref="CaseColumn.All"/>.</summary>
    public Cell[] Cells { get; } = new Cell[CaseColumn.All.Count];

    public List<FlatValue> Values { get; } = new(32);

    public long LevelMask { get; private set; }

    public long ProcedureLevelMask { get; private set; }

    /// <summary>Whether people corrected something of it.</summary>
    public bool IsCorrected => corrected is { Count: > 0 };

    /// <summary>Adds a row.</summary>
    public void AddRow(string field, int ordinal, in ParsedValue value, string? text = null, double? number = null, string? code = null)
    {
        if (ordinal == 0)
        {
            // a key that stands twice would begin its list anew
            var bit = 1L << RecordField.KeyOf(field);
            if ((_fieldsSeen & bit) != 0)
            {
                throw new RecordFaultException($"the key {field} stands twice");
            }

            _fieldsSeen |= bit;
        }

        if (Values.Count == MostValues)
        {
            throw new RecordFaultException($"more than {MostValues} values");
        }

        var isCorrected = corrected?.Contains(field) ?? false;
        Values.Add(new FlatValue(field, ordinal, text, number, code, isCorrected ? 1 : value.Confidence, value.Evidence, isCorrected));
    }

    public void Set(CaseColumn column, Cell cell) => Cells[column.Index] = cell;

    /// <summary>Adds a member to a list. A semicolon separates members, so one inside a member becomes a comma here; the rows have it as it is.</summary>
    public void Append(CaseColumn column, string? member)
    {
        if (!string.IsNullOrEmpty(member))
        {
            ref var cell = ref Cells[column.Index];
            cell = string.Concat(cell.Text ?? ";", Separable(member), ";");
        }
    }

    public void AddLevel(int order) => LevelMask |= Spine.Bit(order);

    /// <summary>Adds a level of an operation.</summary>
    /// <returns>Whether it is the first one there.</returns>
    public bool AddProcedureLevel(int order)
    {
        var isNew = (ProcedureLevelMask & Spine.Bit(order)) == 0;
        ProcedureLevelMask |= Spine.Bit(order);
        return isNew;
    }

    /// <summary>A member as it stands in a list.</summary>
    public static string Separable(string member) => member.Contains(';', StringComparison.Ordinal) ? member.Replace(';', ',') : member;
}
