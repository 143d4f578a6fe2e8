using CaseExtract.Documents;
using CaseExtract.Text;
using Newtonsoft.Json.Linq;

namespace CaseExtract.Cli.Records;

/// <summary>The report that a record was made from, or why it cannot be read.</summary>
/// <param name="Narrative">The report; <see langword="null"/> when it was not found or not readable.</param>
/// <param name="Text">Its text by code points.</param>
/// <param name="Error">Why it is not readable.</param>
internal sealed record RecordSource(Narrative? Narrative, CodePointText? Text, string? Error)
{
    public static readonly RecordSource NotFound = new(null, null, null);
}

/// <summary>Finds the reports that records were made from: by the id of the record's document, else by its path.</summary>
internal sealed class RecordSources
{
    private readonly PlainTextReader _reader;
    private readonly Stream _standardInput;
    private readonly Dictionary<string, FoundReport> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FoundReport> _byPath = new(StringComparer.Ordinal);

    // Records of one report follow each other: the last source read is enough.
    private (FoundReport Report, RecordSource Source)? _last;

    public RecordSources(FoundReports reports, PlainTextReader reader, Stream standardInput)
    {
        _reader = reader;
        _standardInput = standardInput;
        foreach (var report in reports.Reports.Where(report => report.Error is null))
        {
            _byId[report.Id] = report;
            _byPath[report.Path] = report;
        }
    }

    public RecordSource Find(JObject record)
    {
        var document = record["document"] as JObject;
        var report = document?["id"] is JValue { Value: string id } && _byId.TryGetValue(id, out var byId) ? byId
            : document?["path"] is JValue { Value: string path } && _byPath.TryGetValue(path, out var byPath) ? byPath
            : null;
        if (report is null)
        {
            return RecordSource.NotFound;
        }

        if (_last?.Report != report)
        {
            var read = _reader.Read(report, _standardInput);
            _last = (report, read.Succeeded ? new RecordSource(read.Narrative, new CodePointText(read.Narrative.Text), null) : RecordSource.NotFound with { Error = read.Error.ToString() });
        }

        return _last.Value.Source;
    }
}
