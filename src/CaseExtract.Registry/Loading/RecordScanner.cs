using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CaseExtract.Registry.Loading;

/// <summary>
/// Reads the JSON of a case record in one pass, straight from its bytes: a load is bound by how fast records are read. It checks the form that the
/// registry relies on; keys that it does not know are skipped and stay in the record's JSON. Used by one thread.
/// </summary>
internal sealed class RecordScanner
{
    private const int LongestId = 1000;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    private readonly RecordTokens _tokens = new();
    private readonly ValueScanner _values;

    public RecordScanner() => _values = new ValueScanner(_tokens);

    /// <summary>Reads one record.</summary>
    /// <param name="json">One JSON object in UTF-8.</param>
    /// <param name="corrected">The fields that people corrected.</param>
    /// <exception cref="RecordFaultException">It is no case record.</exception>
    public FlatCase Scan(ReadOnlySpan<byte> json, IReadOnlySet<string>? corrected = null)
    {
        if (!Utf8.IsValid(json))
        {
            throw new RecordFaultException("not valid UTF-8");
        }

        var record = new FlatCase(corrected);
        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            ReadRecord(ref reader, record);
            if (reader.Read())
            {
                throw new RecordFaultException("something stands behind the record");
            }
        }
        catch (JsonException exception)
        {
            throw new RecordFaultException($"not valid JSON at column {exception.BytePositionInLine + 1}");
        }

        CheckId(record.CaseId, "caseId");
        CheckId(record.Document.Id, "document.id");
        if (record.Document.Sha256 is not { Length: 64 } hash || hash.AsSpan().ContainsAnyExcept(Hexadecimal))
        {
            throw new RecordFaultException("document.sha256 is missing or has not the form it must have");
        }

        return record;
    }

    private static void CheckId(string? id, string key)
    {
        if (string.IsNullOrEmpty(id))
        {
            throw new RecordFaultException($"the key {key} is missing");
        }

        if (id.Contains('\0', StringComparison.Ordinal) || Encoding.UTF8.GetByteCount(id) > LongestId)
        {
            throw new RecordFaultException($"{key} is longer than {LongestId} bytes or holds a NUL character");
        }
    }

    private void ReadRecord(ref Utf8JsonReader json, FlatCase record)
    {
        RecordTokens.Expect(ref json, JsonTokenType.StartObject, "record");
        while (_tokens.Next(ref json, out var key))
        {
            switch (key)
            {
                case "schemaVersion" when _tokens.Text(ref json, key)?.StartsWith("1.", StringComparison.Ordinal) != true:
                    throw new RecordFaultException("its schemaVersion is none that this version knows");
                case "schemaVersion": break;
                case "caseId": record.CaseId = _tokens.Id(ref json, key); break;
                case "document": ReadDocument(ref json, record.Document); break;
                case "lesion": ReadGroup(ref json, record, "lesion", LesionFields); break;
                case "outcome": ReadGroup(ref json, record, "outcome", OutcomeFields); break;
                case "priorSurgeries" or "spinalLevels" or "imagingSignals" or "procedures" or "presentation" or "adjuvants" or "scales": ReadList(ref json, record, key); break;
                case "spinalRegions" or "warnings": ReadWords(ref json, record, key); break;
                case "age" or "sex" or "primaryTumour" or "extent" or "histology" or "ageAtDiagnosis" or "metastasisTiming" or "recurrence" or "followUp" or "sins":
                    ReadSingle(ref json, record, key);
                    break;
                default: json.Skip(); break;
            }
        }
    }

    private static readonly Dictionary<string, string> LesionFields = Named("lesion", "origin", "compartment", "cordCompression");
    private static readonly Dictionary<string, string> OutcomeFields = Named("outcome", "vitalStatus", "disease", "neurology", "localRecurrence");

    private static Dictionary<string, string> Named(string group, params string[] fields) => fields.ToDictionary(field => field, field => $"{group}.{field}", StringComparer.Ordinal);

    private void ReadGroup(ref Utf8JsonReader json, FlatCase record, string group, Dictionary<string, string> fields)
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            return;
        }

        RecordTokens.Expect(ref json, JsonTokenType.StartObject, group);
        while (_tokens.Next(ref json, out var key))
        {
            if (fields.TryGetValue(key, out var field))
            {
                ReadSingle(ref json, record, field);
            }
            else
            {
                json.Skip();
            }
        }
    }

    private void ReadSingle(ref Utf8JsonReader json, FlatCase record, string field)
    {
        if (json.TokenType != JsonTokenType.Null)
        {
            CaseLayout.Add(record, field, 0, _values.Read(ref json, field));
        }
    }

    private void ReadList(ref Utf8JsonReader json, FlatCase record, string field)
    {
        RecordTokens.Expect(ref json, JsonTokenType.StartArray, field);
        for (var ordinal = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; ordinal++)
        {
            CaseLayout.Add(record, field, ordinal, _values.Read(ref json, field));
        }
    }

    private void ReadWords(ref Utf8JsonReader json, FlatCase record, string field)
    {
        RecordTokens.Expect(ref json, JsonTokenType.StartArray, field);
        for (var ordinal = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; ordinal++)
        {
            CaseLayout.AddWord(record, field, ordinal, _tokens.Text(ref json, field) ?? throw new RecordFaultException($"{field} holds null"));
        }
    }

    private void ReadDocument(ref Utf8JsonReader json, ParsedDocument document)
    {
        RecordTokens.Expect(ref json, JsonTokenType.StartObject, "document");
        while (_tokens.Next(ref json, out var key))
        {
            switch (key)
            {
                case "id": document.Id = _tokens.Id(ref json, key); break;
                case "path": document.Path = _tokens.Text(ref json, key); break;
                case "sha256": document.Sha256 = _tokens.Text(ref json, key); break;
                case "mediaType": document.MediaType = _tokens.Text(ref json, key); break;
                case "title": document.Title = _tokens.Text(ref json, key); break;
                case "length": document.Length = (long?)RecordTokens.Number(ref json, key); break;
                default: json.Skip(); break;
            }
        }
    }
}
