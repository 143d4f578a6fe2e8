using CsvHelper;

namespace CaseExtract.Registry.Cohorts.Formats;

/// <summary>A CSV table beside that of the cases, with a row for each value: its code, its confidence and the words it rests on.</summary>
internal sealed class ValueTable : IDisposable
{
    private const string Name = "values";

    private static readonly (string Name, string Type, string Description, bool IsFreeText)[] Columns =
    [
        ("case_id", "text", "The case", false),
        ("field", "text", "The field, named by its place in the record", false),
        ("ordinal", "whole number", "Which value of the field, from 0", false),
        ("text", "text", "The value as a word, or the name of its code", false),
        ("number", "number", "The value as a number: years, months, points; of a level its place in the spine, from 0", false),
        ("code", "text", "The code: ICD-O-3 for sites and histologies; of a signal the sequence, of a scale its name", false),
        ("confidence", "number", "Confidence, from 0 to 1", false),
        ("evidence_start", "whole number", "First character of the first quotation, in code points of the report", false),
        ("evidence_end", "whole number", "One past its last character", false),
        ("evidence_text", "text", "The first quotation", true),
        ("evidence_section", "text", "The kind of section it stands in", false),
        ("is_corrected", "true or false", "Whether a person corrected the field", false),
    ];

    private readonly CsvWriter _csv;
    private readonly bool _isDeidentified;

    public ValueTable(Stream stream, bool isDeidentified)
    {
        _isDeidentified = isDeidentified;
        _csv = CsvWriter.Create(stream, CsvFormat.Options, leaveOpen: true);
        _csv.WriteHeader([.. Shown(isDeidentified).Select(column => column.Name)]);
    }

    /// <summary>Its rows of the data dictionary: table, column, type, place in the record, vocabulary, meaning.</summary>
    public static IEnumerable<string[]> Describe(bool isDeidentified) => Shown(isDeidentified).Select(column => (string[])[Name, column.Name, column.Type, "", "", column.Description]);

    public void Write(CohortRow row)
    {
        foreach (var value in row.Flat.Value.Values)
        {
            string?[] cells =
            [
                row.CaseId, value.Field, FlatColumn.Text((long)value.Ordinal), value.Text, FlatColumn.Text(value.Number), value.Code, FlatColumn.Text(value.Confidence),
                FlatColumn.Text((long?)value.Evidence?.Start), FlatColumn.Text((long?)value.Evidence?.End), value.Evidence?.Text, value.Evidence?.Section, value.IsCorrected ? "true" : "false",
            ];
            for (var i = 0; i < cells.Length; i++)
            {
                if (!(_isDeidentified && Columns[i].IsFreeText))
                {
                    _csv.WriteField(cells[i]);
                }
            }

            _csv.EndRecord();
        }
    }

    public void Dispose() => _csv.Dispose();

    private static IEnumerable<(string Name, string Type, string Description, bool IsFreeText)> Shown(bool isDeidentified) =>
        Columns.Where(column => !(isDeidentified && column.IsFreeText));
}
