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

    private readonly TextPool _texts = new();

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
        Expect(ref json, JsonTokenType.StartObject, "record");
        while (Next(ref json, out var key))
        {
            switch (key)
            {
                case "schemaVersion" when Text(ref json, key)?.StartsWith("1.", StringComparison.Ordinal) != true:
                    throw new RecordFaultException("its schemaVersion is none that this version knows");
                case "schemaVersion": break;
                case "caseId": record.CaseId = Id(ref json, key); break;
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

        Expect(ref json, JsonTokenType.StartObject, group);
        while (Next(ref json, out var key))
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
            CaseLayout.Add(record, field, 0, ReadValue(ref json, field));
        }
    }

    private void ReadList(ref Utf8JsonReader json, FlatCase record, string field)
    {
        Expect(ref json, JsonTokenType.StartArray, field);
        for (var ordinal = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; ordinal++)
        {
            CaseLayout.Add(record, field, ordinal, ReadValue(ref json, field));
        }
    }

    private void ReadWords(ref Utf8JsonReader json, FlatCase record, string field)
    {
        Expect(ref json, JsonTokenType.StartArray, field);
        for (var ordinal = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; ordinal++)
        {
            CaseLayout.AddWord(record, field, ordinal, Text(ref json, field) ?? throw new RecordFaultException($"{field} holds null"));
        }
    }

    private void ReadDocument(ref Utf8JsonReader json, ParsedDocument document)
    {
        Expect(ref json, JsonTokenType.StartObject, "document");
        while (Next(ref json, out var key))
        {
            switch (key)
            {
                case "id": document.Id = Id(ref json, key); break;
                case "path": document.Path = Text(ref json, key); break;
                case "sha256": document.Sha256 = Text(ref json, key); break;
                case "mediaType": document.MediaType = Text(ref json, key); break;
                case "title": document.Title = Text(ref json, key); break;
                case "length": document.Length = (long?)Number(ref json, key); break;
                default: json.Skip(); break;
            }
        }
    }

    /// <summary>A value of any field: no key means different things in two of them.</summary>
    private ParsedValue ReadValue(ref Utf8JsonReader json, string field)
    {
        Expect(ref json, JsonTokenType.StartObject, field);
        var value = new ParsedValue();
        while (Next(ref json, out var key))
        {
            switch (key)
            {
                case "value" when json.TokenType == JsonTokenType.Number: break;
                case "value": value.Value = Text(ref json, field); break;
                case "term": value.Term = Text(ref json, field); break;
                case "level": value.Level = Text(ref json, field); break;
                case "kind": value.Kind = Text(ref json, field); break;
                case "code": value.Code = Text(ref json, field); break;
                case "behaviour": value.Behaviour = Text(ref json, field); break;
                case "display": value.Display = Text(ref json, field); break;
                case "grade": value.Grade = Text(ref json, field); break;
                case "text": value.Text = Text(ref json, field); break;
                case "sequence": value.Sequence = Text(ref json, field); break;
                case "pattern": value.Pattern = Text(ref json, field); break;
                case "laterality": value.Laterality = Text(ref json, field); break;
                case "severity": value.Severity = Text(ref json, field); break;
                case "cause": value.Cause = Text(ref json, field); break;
                case "stability": value.Stability = Text(ref json, field); break;
                case "site" when json.TokenType == JsonTokenType.StartObject: value.Site = ReadValue(ref json, field); break;
                case "site": value.Place = Text(ref json, field); break;
                case "histology" when json.TokenType == JsonTokenType.StartObject: value.Histology = ReadValue(ref json, field); break;
                case "years": value.Years = Number(ref json, field); break;
                case "monthsBefore" or "monthsAfterPrimary" or "months": value.Months = Number(ref json, field); break;
                case "lower": value.Lower = Number(ref json, field); break;
                case "upper": value.Upper = Number(ref json, field); break;
                case "confidence": value.Confidence = Number(ref json, field); break;
                case "approximate": value.Approximate = json.TokenType == JsonTokenType.True; break;
                case "levels": value.Levels = ReadLevels(ref json, field); break;
                case "evidence": value.Evidence = ReadEvidence(ref json, field); break;
                default: json.Skip(); break;
            }
        }

        return value;
    }

    private List<string>? ReadLevels(ref Utf8JsonReader json, string field)
    {
        Expect(ref json, JsonTokenType.StartArray, field);
        List<string>? levels = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            (levels ??= []).Add(Text(ref json, field) ?? throw new RecordFaultException($"{field} holds null"));
        }

        return levels;
    }

    /// <summary>The first quotation; the others are skipped.</summary>
    private ParsedEvidence? ReadEvidence(ref Utf8JsonReader json, string field)
    {
        Expect(ref json, JsonTokenType.StartArray, field);
        ParsedEvidence? first = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (first is not null)
            {
                json.Skip();
                continue;
            }

            Expect(ref json, JsonTokenType.StartObject, field);
            double? start = null, end = null;
            string? text = null, section = null;
            while (Next(ref json, out var key))
            {
                switch (key)
                {
                    case "start": start = Number(ref json, field); break;
                    case "end": end = Number(ref json, field); break;
                    case "text": text = Text(ref json, field); break;
                    case "section": section = Text(ref json, field); break;
                    default: json.Skip(); break;
                }
            }

            first = start is >= 0 and <= int.MaxValue && end is >= 0 and <= int.MaxValue && text is not null
                ? new ParsedEvidence((int)start, (int)end, text, section ?? "")
                : throw new RecordFaultException($"{field}: start, end or text of a quotation is missing");
        }

        return first;
    }

    /// <summary>Moves to the next key of the object and to what stands behind it; <see langword="false"/> at the object's end.</summary>
    private bool Next(ref Utf8JsonReader json, out string key)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.EndObject)
        {
            key = "";
            return false;
        }

        key = _texts.Text(ref json);
        json.Read();
        return true;
    }

    private string? Id(ref Utf8JsonReader json, string field) => json.TokenType == JsonTokenType.String ? _texts.AsIs(ref json) : Text(ref json, field);

    private string? Text(ref Utf8JsonReader json, string field) => json.TokenType switch
    {
        JsonTokenType.String => _texts.Text(ref json),
        JsonTokenType.Null => null,
        _ => throw new RecordFaultException($"{field}: a string is of the wrong type"),
    };

    private static double? Number(ref Utf8JsonReader json, string field) => json.TokenType switch
    {
        JsonTokenType.Number when json.TryGetDouble(out var number) && double.IsFinite(number) => number,
        JsonTokenType.Null => null,
        _ => throw new RecordFaultException($"{field}: a number is of the wrong type or too large"),
    };

    private static void Expect(ref Utf8JsonReader json, JsonTokenType type, string field)
    {
        if (json.TokenType != type)
        {
            throw new RecordFaultException($"{field} is of the wrong type");
        }
    }
}
