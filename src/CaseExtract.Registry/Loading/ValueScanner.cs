using System.Text.Json;

namespace CaseExtract.Registry.Loading;

/// <summary>Reads the object of one value, with its levels and its first quotation.</summary>
/// <param name="tokens">Reads what it is made of.</param>
internal sealed class ValueScanner(RecordTokens tokens)
{
    /// <summary>A value of any field: no key means different things in two of them.</summary>
    public ParsedValue Read(ref Utf8JsonReader json, string field)
    {
        RecordTokens.Expect(ref json, JsonTokenType.StartObject, field);
        var value = new ParsedValue();
        while (tokens.Next(ref json, out var key))
        {
            switch (key)
            {
                case "value" when json.TokenType == JsonTokenType.Number: break;
                case "value": value.Value = tokens.Text(ref json, field); break;
                case "term": value.Term = tokens.Text(ref json, field); break;
                case "level": value.Level = tokens.Text(ref json, field); break;
                case "kind": value.Kind = tokens.Text(ref json, field); break;
                case "code": value.Code = tokens.Text(ref json, field); break;
                case "behaviour": value.Behaviour = tokens.Text(ref json, field); break;
                case "display": value.Display = tokens.Text(ref json, field); break;
                case "grade": value.Grade = tokens.Text(ref json, field); break;
                case "text": value.Text = tokens.Text(ref json, field); break;
                case "sequence": value.Sequence = tokens.Text(ref json, field); break;
                case "pattern": value.Pattern = tokens.Text(ref json, field); break;
                case "laterality": value.Laterality = tokens.Text(ref json, field); break;
                case "severity": value.Severity = tokens.Text(ref json, field); break;
                case "cause": value.Cause = tokens.Text(ref json, field); break;
                case "stability": value.Stability = tokens.Text(ref json, field); break;
                case "site" when json.TokenType == JsonTokenType.StartObject: value.Site = ReadCode(ref json, field); break;
                case "site": value.Place = tokens.Text(ref json, field); break;
                case "histology" when json.TokenType == JsonTokenType.StartObject: value.Histology = ReadCode(ref json, field); break;
                case "years": value.Years = RecordTokens.Number(ref json, field); break;
                case "monthsBefore" or "monthsAfterPrimary" or "months": value.Months = RecordTokens.Number(ref json, field); break;
                case "lower": value.Lower = RecordTokens.Number(ref json, field); break;
                case "upper": value.Upper = RecordTokens.Number(ref json, field); break;
                case "confidence": value.Confidence = RecordTokens.Number(ref json, field); break;
                case "approximate": value.Approximate = json.TokenType == JsonTokenType.True; break;
                case "levels": value.Levels = ReadLevels(ref json, field); break;
                case "evidence": value.Evidence = ReadEvidence(ref json, field); break;
                default: json.Skip(); break;
            }
        }

        return value;
    }

    /// <summary>Site or histology of the primary tumour.</summary>
    private ParsedCode ReadCode(ref Utf8JsonReader json, string field)
    {
        var code = new ParsedCode();
        while (tokens.Next(ref json, out var key))
        {
            switch (key)
            {
                case "code": code.Code = tokens.Text(ref json, field); break;
                case "display": code.Display = tokens.Text(ref json, field); break;
                default: json.Skip(); break;
            }
        }

        return code;
    }

    private List<string>? ReadLevels(ref Utf8JsonReader json, string field)
    {
        RecordTokens.Expect(ref json, JsonTokenType.StartArray, field);
        List<string>? levels = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            (levels ??= []).Add(tokens.Text(ref json, field) ?? throw new RecordFaultException($"{field} holds null"));
        }

        return levels;
    }

    /// <summary>The first quotation; the others are skipped.</summary>
    private ParsedEvidence? ReadEvidence(ref Utf8JsonReader json, string field)
    {
        RecordTokens.Expect(ref json, JsonTokenType.StartArray, field);
        ParsedEvidence? first = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (first is not null)
            {
                json.Skip();
                continue;
            }

            RecordTokens.Expect(ref json, JsonTokenType.StartObject, field);
            double? start = null, end = null;
            string? text = null, section = null;
            while (tokens.Next(ref json, out var key))
            {
                switch (key)
                {
                    case "start": start = RecordTokens.Number(ref json, field); break;
                    case "end": end = RecordTokens.Number(ref json, field); break;
                    case "text": text = tokens.Text(ref json, field); break;
                    case "section": section = tokens.Text(ref json, field); break;
                    default: json.Skip(); break;
                }
            }

            first = start is >= 0 and <= int.MaxValue && end is >= 0 and <= int.MaxValue && text is not null
                ? new ParsedEvidence((int)start, (int)end, text, section ?? "")
                : throw new RecordFaultException($"{field}: start, end or text of a quotation is missing");
        }

        return first;
    }
}
