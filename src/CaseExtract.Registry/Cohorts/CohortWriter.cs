using CaseExtract.Registry.Cohorts.Formats;
using CaseExtract.Registry.Loading;

namespace CaseExtract.Registry.Cohorts;

/// <summary>Writes a cohort: nested JSON, or flat tables. The same cases give the same bytes.</summary>
/// <param name="format"><c>jsonl</c>, <c>json</c>, <c>csv</c> or <c>parquet</c>.</param>
/// <param name="isDeidentified">Leaves out what could tell who the patients are.</param>
public sealed class CohortWriter(string format, bool isDeidentified)
{
    /// <summary>The formats.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["jsonl", "json", "csv", "parquet"];

    /// <summary>Whether the format is a flat table, beside which the other streams make sense.</summary>
    public bool IsFlat => format is "csv" or "parquet";

    /// <summary>Writes the cases.</summary>
    /// <param name="cohort">The cases.</param>
    /// <param name="output">Receives the records, or the table of cases; not closed.</param>
    /// <param name="values">Receives the table of values, CSV; <see langword="null"/> for nobody.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public void Write(Cohort cohort, Stream output, Stream? values, CancellationToken cancellation)
    {
        using var cases = Open(output);
        using var table = values is null ? null : new ValueTable(values, isDeidentified);
        foreach (var row in isDeidentified ? Deidentified(cohort) : Rows(cohort))
        {
            cancellation.ThrowIfCancellationRequested();
            cases.Write(row);
            table?.Write(row);
        }

        cases.Complete();
    }

    /// <summary>Writes what each column of the flat tables holds, CSV.</summary>
    public void WriteDictionary(Stream stream) => DataDictionary.Write(stream, isDeidentified);

    private ICohortFormat Open(Stream stream) => format switch
    {
        "jsonl" => new JsonFormat(stream, asArray: false),
        "json" => new JsonFormat(stream, asArray: true),
        "csv" => new CsvFormat(stream, FlatColumn.OfCases(isDeidentified)),
        "parquet" => new ParquetFormat(stream, FlatColumn.OfCases(isDeidentified)),
        _ => throw new InvalidOperationException($"there is no format {format}"),
    };

    private static IEnumerable<CohortRow> Rows(Cohort cohort)
    {
        var scanner = new RecordScanner();
        foreach (var member in cohort.Cases())
        {
            yield return new CohortRow(member.CaseId, member.Json, member.Corrections.Count > 0, new Lazy<FlatCase>(() => member.Flat(scanner)));
        }
    }

    /// <summary>In an order that tells nothing of names, with numbers in place of ids.</summary>
    private static IEnumerable<CohortRow> Deidentified(Cohort cohort)
    {
        var scanner = new RecordScanner();
        var number = 0;
        foreach (var member in cohort.CasesByContent())
        {
            var json = Deidentifier.Apply(member.Json.Span, ++number);
            var corrected = member.Corrections.Select(correction => correction.Field).ToHashSet(StringComparer.Ordinal);
            var flat = scanner.Scan(json, corrected);
            yield return new CohortRow(flat.CaseId!, json, corrected.Count > 0, new Lazy<FlatCase>(flat));
        }
    }
}
