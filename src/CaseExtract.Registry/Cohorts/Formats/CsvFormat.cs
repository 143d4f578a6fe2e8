using CsvHelper;

namespace CaseExtract.Registry.Cohorts.Formats;

/// <summary>A row a case. A cell that a spreadsheet would run as a formula is defused with an apostrophe.</summary>
internal sealed class CsvFormat : ICohortFormat
{
    public static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { NewLine = "\n", Injection = CsvInjection.Escape };

    private readonly CsvWriter _csv;
    private readonly IReadOnlyList<FlatColumn> _columns;

    public CsvFormat(Stream stream, IReadOnlyList<FlatColumn> columns)
    {
        _columns = columns;
        _csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        _csv.WriteHeader([.. columns.Select(column => column.Name)]);
    }

    public void Write(CohortRow row)
    {
        foreach (var column in _columns)
        {
            _csv.WriteField(FlatColumn.Text(column.Cell(row)));
        }

        _csv.EndRecord();
    }

    public void Complete() => _csv.Flush();

    public void Dispose() => _csv.Dispose();
}
