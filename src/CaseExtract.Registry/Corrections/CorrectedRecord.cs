using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseExtract.Registry.Loading;

namespace CaseExtract.Registry.Corrections;

/// <summary>
/// Puts corrections into the JSON of a record. A corrected value has confidence 1 and, unless it is what the extractor had, no evidence, since it does
/// not rest on words of the report; who corrected it, when and why stands under <c>corrections</c> at the record's end.
/// </summary>
internal static class CorrectedRecord
{
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The record with the corrections in it, as one line of JSON.</summary>
    public static byte[] Apply(ReadOnlySpan<byte> json, IReadOnlyList<Correction> corrections)
    {
        var record = JsonNode.Parse(json)!.AsObject();
        var notes = new JsonArray();
        foreach (var correction in corrections.OrderBy(correction => correction.Field, StringComparer.Ordinal))
        {
            Apply(record, CorrectableField.Find(correction.Field)!, correction.NewValue);
            notes.Add((JsonNode)new JsonObject
            {
                ["field"] = correction.Field,
                ["oldValue"] = correction.OldValue,
                ["newValue"] = correction.NewValue,
                ["why"] = correction.Why,
                ["who"] = correction.Who,
                ["madeAt"] = correction.MadeAt,
            });
        }

        record["corrections"] = notes;
        return Encoding.UTF8.GetBytes(record.ToJsonString(Writing));
    }

    /// <summary>The record with the corrections in it, laid out flat.</summary>
    public static FlatCase Flat(ReadOnlySpan<byte> json, IReadOnlyList<Correction> corrections) => corrections.Count == 0
        ? new RecordScanner().Scan(json)
        : new RecordScanner().Scan(Apply(json, corrections), corrections.Select(correction => correction.Field).ToHashSet(StringComparer.Ordinal));

    private static void Apply(JsonObject record, CorrectableField field, string? value)
    {
        var path = field.Name.Split('.');
        if (field.Form == ValueForm.List)
        {
            ReplaceList(record, field, value);
            return;
        }

        // part of an object with a basis of its own: site of the primary tumour, behaviour of the histology
        var isPart = path[0] is "primaryTumour" or "histology";
        var holder = path.Length == 2 && !isPart ? Child(record, path[0]) : record;
        var key = isPart ? path[0] : path[^1];
        if (value is null && !isPart)
        {
            holder[key] = null;
            return;
        }

        var node = holder[key] as JsonObject;
        if (node is null)
        {
            if (value is null)
            {
                return;
            }

            holder[key] = node = WithBasis(field.Empty);
        }

        if (isPart)
        {
            SetPart(node, field, value);
            return;
        }

        var isSame = field.Form == ValueForm.Number ? Number(node[field.Key]) == Parsed(value!) : Text(node[field.Key]) == value;
        Set(node, field, value!);
        node["confidence"] = 1;
        if (!isSame)
        {
            node["evidence"] = new JsonArray();
        }
    }

    private static void Set(JsonObject node, CorrectableField field, string value)
    {
        if (field.Form != ValueForm.Number)
        {
            node[field.Key] = value;
            return;
        }

        node[field.Key] = Parsed(value);
        if (field.Name == "age")
        {
            node["value"] = Parsed(value);
            node["unit"] = "year";
            node["approximate"] = false;
        }
    }

    /// <summary>The other parts keep their basis, and so their confidence and evidence.</summary>
    private static void SetPart(JsonObject node, CorrectableField field, string? value)
    {
        if (field.Name == "histology")
        {
            node["display"] = Text(node["code"]) == value ? Text(node["display"]) : value;
            node["code"] = value;
        }
        else if (field.Form == ValueForm.Code)
        {
            var display = node[field.Key] is JsonObject code && Text(code["code"]) == value ? Text(code["display"]) : value;
            var part = new JsonObject { ["code"] = value };
            if (field.Key == "histology")
            {
                part["behaviour"] = node[field.Key] is JsonObject before ? Text(before["behaviour"]) : null;
            }

            part["display"] = display;
            node[field.Key] = value is null ? null : part;
        }
        else
        {
            node[field.Key] = value;
        }
    }

    private static void ReplaceList(JsonObject record, CorrectableField field, string? value)
    {
        var before = (record[field.Name] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var members = new JsonArray();
        foreach (var word in value?.Split("; ") ?? [])
        {
            var kept = before.Find(member => Text(member[field.Key]) == word);
            var member = kept is null ? WithBasis(field.Empty) : kept.DeepClone().AsObject();
            member[field.Key] = word;
            member["confidence"] = 1;
            if (field.Name == "spinalLevels" && Spine.TryParse(word, out var order))
            {
                member["region"] = Spine.RegionOf(order);
            }

            members.Add((JsonNode)member);
        }

        record[field.Name] = members;
        if (field.Name == "spinalLevels")
        {
            record["spinalRegions"] = new JsonArray([.. members.Select(member => Text(member!["region"])).Distinct(StringComparer.Ordinal).Select(region => JsonValue.Create(region))]);
        }
    }

    private static JsonObject Child(JsonObject holder, string key)
    {
        if (holder[key] is not JsonObject child)
        {
            holder[key] = child = new JsonObject();
        }

        return child;
    }

    private static JsonObject WithBasis(string empty)
    {
        var node = JsonNode.Parse(empty)!.AsObject();
        node["confidence"] = 1;
        node["evidence"] = new JsonArray();
        return node;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static double? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;

    private static double Parsed(string value) => double.Parse(value, CultureInfo.InvariantCulture);
}
