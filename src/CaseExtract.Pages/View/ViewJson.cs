using System.Globalization;
using CaseExtract.Pages.Words;
using CaseExtract.Schema;
using Newtonsoft.Json;

namespace CaseExtract.Pages.View;

/// <summary>The data of the page as JSON that may stand inside a script element: no character in it can end the element.</summary>
internal static class ViewJson
{
    /// <summary>A case on one line. Quotations that stand in the text are places in UTF-16 code units, as the browser counts; others are words.</summary>
    public static void WriteCase(TextWriter output, ViewCase viewCase, Dictionary<string, int> rules)
    {
        using var json = Open(output);
        var record = viewCase.Record;
        json.WriteStartObject();
        Write(json, "id", record.CaseId);
        Write(json, "path", record.Document.Path);
        Write(json, "title", record.Document.Title);
        Write(json, "source", Word(viewCase.Source));
        json.WritePropertyName("lost");
        json.WriteValue(viewCase.CountLostQuotations());
        Write(json, "text", viewCase.Text?.ToString());
        WriteAll(json, "regions", record.SpinalRegions);
        WriteAll(json, "warnings", record.Warnings);
        json.WritePropertyName("fields");
        json.WriteStartArray();
        var fields = RecordFields.Of(record);
        for (var number = 0; number < fields.Count; number++)
        {
            if (fields[number].Values.Count > 0)
            {
                WriteField(json, viewCase, number, fields[number], rules);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What the page needs of all cases.</summary>
    public static void WriteIndex(TextWriter output, IEnumerable<CaseEntry> entries, Dictionary<string, int> rules)
    {
        using var json = Open(output);
        json.WriteStartObject();
        json.WritePropertyName("fields");
        json.WriteStartArray();
        foreach (var mark in FieldMark.All)
        {
            json.WriteStartObject();
            Write(json, "name", mark.Name);
            Write(json, "family", mark.Family);
            Write(json, "line", mark.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteAll(json, "rules", rules.OrderBy(rule => rule.Value).Select(rule => rule.Key));
        json.WritePropertyName("cases");
        json.WriteStartArray();
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            Write(json, "id", entry.Id);
            Write(json, "summary", entry.Summary);
            Write(json, "source", entry.Source == SourceState.Sound && entry.LostQuotations > 0 ? "misquoted" : Word(entry.Source));
            json.WritePropertyName("warned");
            json.WriteValue(entry.HasWarnings);
            json.WritePropertyName("lowest");
            json.WriteRawValue($"[{string.Join(',', entry.Lowest.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteField(JsonTextWriter json, ViewCase viewCase, int number, RecordField field, Dictionary<string, int> rules)
    {
        json.WriteStartObject();
        json.WritePropertyName("field");
        json.WriteValue(number);
        if (viewCase.Rules.TryGetValue(field.Key, out var rule))
        {
            rules.TryAdd(rule, rules.Count);
            json.WritePropertyName("rule");
            json.WriteValue(rules[rule]);
        }

        json.WritePropertyName("values");
        json.WriteStartArray();
        foreach (var value in field.Values)
        {
            json.WriteStartObject();
            Write(json, "name", value.Name);
            Write(json, "code", value.Code);
            json.WritePropertyName("confidence");
            json.WriteValue(value.Field.Confidence);
            json.WritePropertyName("quotes");
            json.WriteStartArray();
            foreach (var quotation in value.Field.Evidence)
            {
                WriteQuotation(json, viewCase, quotation);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteQuotation(JsonTextWriter json, ViewCase viewCase, Evidence quotation)
    {
        json.WriteStartArray();
        if (viewCase.Place(quotation) is { } place)
        {
            json.WriteValue(place.Start);
            json.WriteValue(place.End);
        }
        else
        {
            json.WriteValue(quotation.Text);
        }

        json.WriteValue(quotation.Section);
        json.WriteEndArray();
    }

    private static string Word(SourceState state) => state switch
    {
        SourceState.Changed => "changed",
        SourceState.Missing => "missing",
        SourceState.Unreadable => "unreadable",
        _ => "sound",
    };

    private static void Write(JsonTextWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void WriteAll(JsonTextWriter json, string name, IEnumerable<string> values)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteValue(value);
        }

        json.WriteEndArray();
    }

    private static JsonTextWriter Open(TextWriter output) => new(output) { CloseOutput = false, StringEscapeHandling = StringEscapeHandling.EscapeHtml };
}
