using System.Globalization;
using CaseExtract.Registry.Differences;
using Newtonsoft.Json;

namespace CaseExtract.Cli.Registry;

/// <summary>A difference as one line of JSON.</summary>
internal static class DifferenceJson
{
    public static string Write(CaseDifference difference, IReadOnlyDictionary<string, string> rules)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using var json = new JsonTextWriter(text);
        json.WriteStartObject();
        Write(json, "caseId", difference.CaseId);
        Write(json, "documentId", difference.DocumentId);
        Write(json, "kind", difference.Kind);
        Write(json, "why", difference.Why);
        json.WritePropertyName("fields");
        json.WriteStartArray();
        foreach (var field in difference.Fields)
        {
            json.WriteStartObject();
            Write(json, "field", field.Field);
            Write(json, "oldValue", field.OldValue);
            Write(json, "newValue", field.NewValue);
            Write(json, "rule", rules.GetValueOrDefault(field.Field));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return text.ToString();
    }

    private static void Write(JsonTextWriter json, string key, string? value)
    {
        json.WritePropertyName(key);
        json.WriteValue(value);
    }
}
