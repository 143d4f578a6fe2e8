using System.Globalization;
using CaseExtract.Pages.Words;
using CaseExtract.Schema;
using CsvHelper;

namespace CaseExtract.Cli.Output;

/// <summary>
/// One row a case with flat columns, for spreadsheets and statistics. Members of a list are joined by <c>; </c>. A cell that a
/// spreadsheet would run as a formula is defused with an apostrophe.
/// </summary>
internal sealed class CsvOutput : RecordOutput
{
    private static readonly (string Name, Func<CaseRecord, string?> Cell)[] Columns =
    [
        ("case_id", r => r.CaseId),
        ("document_id", r => r.Document.Id),
        ("path", r => r.Document.Path),
        ("age_years", r => Number(r.Age?.Years)),
        ("age_approximate", r => r.Age is { } age ? age.Approximate ? "true" : "false" : null),
        ("sex", r => r.Sex?.Value),
        ("primary_site_code", r => r.PrimaryTumour?.Site?.Code),
        ("primary_site", r => r.PrimaryTumour?.Site?.Display),
        ("primary_laterality", r => r.PrimaryTumour?.Laterality),
        ("primary_histology_code", r => r.PrimaryTumour?.Histology?.Code),
        ("primary_histology", r => r.PrimaryTumour?.Histology?.Display),
        ("prior_surgeries", r => Join(r.PriorSurgeries.Select(s => s.Term))),
        ("prior_surgery_months_before", r => Join(r.PriorSurgeries.Select(s => Number(s.MonthsBefore) ?? "?"))),
        ("spinal_levels", r => Join(r.SpinalLevels.Select(l => l.Level))),
        ("spinal_regions", r => Join(r.SpinalRegions)),
        ("t1_signal", r => Signal(r, "T1")),
        ("t2_signal", r => Signal(r, "T2")),
        ("enhancement", r => Join(r.ImagingSignals.Where(s => s.Kind == "enhancement").Select(s => s.Value).Distinct())),
        ("enhancement_pattern", r => Join(r.ImagingSignals.Where(s => s.Kind == "enhancement").Select(s => s.Pattern).OfType<string>().Distinct())),
        ("procedures", r => Join(r.Procedures.Select(p => p.Term))),
        ("procedure_levels", r => Join(r.Procedures.SelectMany(p => p.Levels).Distinct())),
        ("extent", r => r.Extent?.Value),
        ("histology_code", r => r.Histology?.Code),
        ("behaviour", r => r.Histology?.Behaviour),
        ("histology", r => r.Histology?.Display),
        ("grade", r => r.Histology?.Grade),
        ("histology_text", r => r.Histology?.Text),
        ("origin", r => r.Lesion.Origin?.Value),
        ("compartment", r => r.Lesion.Compartment?.Value),
        ("cord_compression", r => r.Lesion.CordCompression?.Value),
        ("cord_compression_severity", r => r.Lesion.CordCompression?.Severity),
        ("presentation", r => Join(r.Presentation.Select(p => string.Join(' ', p.Modifiers.Append(p.Term))))),
        ("adjuvants", r => Join(r.Adjuvants.Select(a => a.Kind))),
        ("age_at_diagnosis", r => Number(r.AgeAtDiagnosis?.Years)),
        ("metastasis_timing", r => r.MetastasisTiming?.Value),
        ("metastasis_months_after_primary", r => Number(r.MetastasisTiming?.MonthsAfterPrimary)),
        ("recurrence", r => r.Recurrence?.Value),
        ("recurrence_site", r => r.Recurrence?.Site),
        ("follow_up_months", r => Number(r.FollowUp?.Months)),
        ("vital_status", r => r.Outcome?.VitalStatus?.Value),
        ("cause_of_death", r => r.Outcome?.VitalStatus?.Cause),
        ("disease_status", r => r.Outcome?.Disease?.Value),
        ("neurology", r => r.Outcome?.Neurology?.Value),
        ("local_recurrence", r => r.Outcome?.LocalRecurrence?.Value),
        ("scales", r => Join(r.Scales.Select(PeopleWords.Scale))),
        ("sins_lower", r => Number(r.Sins?.Lower)),
        ("sins_upper", r => Number(r.Sins?.Upper)),
        ("warnings", r => Join(r.Warnings)),
    ];

    private readonly CsvWriter _csv;

    public CsvOutput(Stream stream, bool isContinued)
    {
        _csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n", Injection = CsvInjection.Escape }, leaveOpen: true);
        if (!isContinued)
        {
            _csv.WriteHeader([.. Columns.Select(column => column.Name)]);
        }
    }

    // Cells are a small part of the work of a case: they are made where the rows are written.
    public override ReadOnlyMemory<byte> Render(CaseRecord record) => default;

    public override void Write(CaseRecord record, ReadOnlyMemory<byte> rendered)
    {
        foreach (var (_, cell) in Columns)
        {
            _csv.WriteField(cell(record));
        }

        _csv.EndRecord();
    }

    public override void Flush() => _csv.Flush();

    public override void Complete() => Flush();

    public override void Dispose() => _csv.Dispose();

    private static string? Number(double? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Join(IEnumerable<string> members) => string.Join("; ", members);

    private static string Signal(CaseRecord record, string sequence) =>
        Join(record.ImagingSignals.Where(s => s.Kind == "signal" && s.Sequence == sequence).Select(s => s.Value).Distinct());
}
