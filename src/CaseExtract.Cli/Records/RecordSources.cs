using CaseExtract.Documents;
using CaseExtract.Text;
using Newtonsoft.Json.Linq;

namespace CaseExtract.Cli.Records;

/// <summary>A text that records were made from, or why it could not be read; neither where none was found.</summary>
internal sealed record RecordSource(string Path, Narrative? Narrative, ReportError? Error)
{
    /// <summary>The text by code points.</summary>
    public CodePointText Text { get; } = new(Narrative?.Text ?? "");
}

/// <summary>Finds the text that a record was made from, in a file of its own or in a table or an archive.</summary>
internal sealed class RecordSources : IDisposable
{
    private static readonly RecordSource None = new("", null, null);

    private readonly ReportReader _reader;
    private readonly Stream _standardInput;
    private readonly Dictionary<string, FoundReport> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FoundReport> _byPath = new(StringComparer.Ordinal);
    private readonly List<FoundReport> _collections = [];
    private (FoundReport File, IEnumerator<ReadResult> Reports)? _open;
    private (string? Id, string? Path, string? Sha256) _lastAsked;
    private RecordSource _last = None;

    public RecordSources(FoundReports found, ReportReader reader, Stream standardInput)
    {
        (_reader, _standardInput) = (reader, standardInput);
        foreach (var file in found.Reports.Where(file => file.Error is null))
        {
            if (reader.HoldsOne(file))
            {
                _byId[file.Id] = file;
                _byPath[file.Path] = file;
            }
            else
            {
                _collections.Add(file);
            }
        }
    }

    /// <summary>Finds the text of a record: by the id of its document, else by its path; between rows of one id the hash decides.</summary>
    public RecordSource Find(JObject record)
    {
        var document = record["document"] as JObject;
        var (id, path, sha256) = (Text(document?["id"]), Text(document?["path"]), Text(document?["sha256"]));

        // records of one report follow each other
        if (_lastAsked != (id, path, sha256))
        {
            _lastAsked = (id, path, sha256);
            _last = (id is not null && _byId.TryGetValue(id, out var file)) || (path is not null && _byPath.TryGetValue(path, out file))
                ? Source(file, _reader.Read(file, _standardInput).First())
                : InCollection(id, path, sha256);
        }

        return _last;
    }

    public void Dispose() => _open?.Reports.Dispose();

    private static string? Text(JToken? token) => token is JValue { Value: string text } ? text : null;

    private static RecordSource Source(FoundReport file, ReadResult read) => new(read.Narrative?.Path ?? read.Error?.Path ?? file.Path, read.Narrative, read.Error);

    private RecordSource InCollection(string? id, string? path, string? sha256)
    {
        var file = _collections.Find(file => path is null
            ? file.IsStandardInput
            : path == file.Path || path.StartsWith(file.Path + "/", StringComparison.Ordinal));
        return file is null ? None
            : Search(file, narrative => narrative.Id == id && narrative.Sha256 == sha256) ?? Search(file, narrative => narrative.Id == id) ?? None;
    }

    /// <summary>Records come in the order of the rows: the next is looked for behind the last, then once from the beginning.</summary>
    private RecordSource? Search(FoundReport file, Func<Narrative, bool> isWanted)
    {
        for (var turn = 0; turn < 2; turn++)
        {
            if (_open?.File != file)
            {
                _open?.Reports.Dispose();
                _open = (file, _reader.Read(file, _standardInput).GetEnumerator());
            }

            var rest = _open.Value.Reports;
            while (rest.MoveNext())
            {
                if (rest.Current.Narrative is { } narrative && isWanted(narrative))
                {
                    return Source(file, rest.Current);
                }
            }

            rest.Dispose();
            _open = null;
        }

        return null;
    }
}
