using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseExtract.Models;
using CaseExtract.Schema;

namespace CaseExtract.Registry.Cohorts;

/// <summary>
/// Takes out of a record what could tell who the patient is, after the Safe Harbor method of HIPAA (45 CFR 164.514(b)(2)): names and numbers of
/// documents and cases, titles and paths, further columns, all words of the report, and ages over 89, which become 90. Keys that this version does not
/// know are left out too. What remains is a case record that any reader takes.
/// </summary>
internal static class Deidentifier
{
    /// <summary>Ages above this are told as <see cref="OldestTold"/>.</summary>
    private const double OldestExact = 89;

    private const double OldestTold = 90;

    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly HashSet<string> KnownKeys = FindKeys(typeof(CaseRecord), []);

    /// <summary>Words of the report, wherever they stand.</summary>
    private static readonly string[] FreeText = ["text", "indication", "grade", "title", "path", "agent"];

    /// <summary>The record without what identifies.</summary>
    /// <param name="json">The record.</param>
    /// <param name="number">The number of the case, from 1; no order of names is kept in it.</param>
    public static byte[] Apply(ReadOnlySpan<byte> json, int number)
    {
        var record = JsonNode.Parse(json)!.AsObject();
        DropTyped(record, KnownTerms.Procedures, "procedures", "priorSurgeries");
        DropTyped(record, KnownTerms.Presentation, "presentation");
        Strip(record, isEvidence: false);
        var id = string.Create(CultureInfo.InvariantCulture, $"case-{number:000000}");
        record["caseId"] = id;
        record["document"] = new JsonObject
        {
            ["id"] = id,
            ["path"] = null,
            ["sha256"] = new string('0', 64),
            ["mediaType"] = "text/plain",
            ["title"] = null,
            ["length"] = 0,
            ["columns"] = new JsonObject(),
        };
        record["warnings"] = new JsonArray();
        CapAges(record);
        return Encoding.UTF8.GetBytes(record.ToJsonString(Writing));
    }

    /// <summary>
    /// Operations and symptoms may be named by any words in a correction, also by those that name a person. What rests on no words of the report was
    /// typed: it goes out only as a term that the models know.
    /// </summary>
    private static void DropTyped(JsonObject record, IReadOnlySet<string> terms, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            var members = record[field] as JsonArray ?? [];
            foreach (var member in members.OfType<JsonObject>().Where(member => member["evidence"] is not JsonArray { Count: > 0 }).ToList())
            {
                if (member["term"] is not JsonValue value || !value.TryGetValue<string>(out var term) || !terms.Contains(term))
                {
                    members.Remove(member);
                }
            }
        }
    }

    private static void Strip(JsonObject node, bool isEvidence)
    {
        foreach (var key in node.Select(property => property.Key).ToList())
        {
            if (!KnownKeys.Contains(key))
            {
                node.Remove(key);
            }
            else if (FreeText.Contains(key, StringComparer.Ordinal))
            {
                node[key] = isEvidence ? "" : null;
            }
            else if (node[key] is JsonObject child)
            {
                Strip(child, isEvidence: false);
            }
            else if (node[key] is JsonArray list)
            {
                foreach (var member in list.OfType<JsonObject>())
                {
                    Strip(member, isEvidence: key == "evidence");
                }
            }
        }
    }

    /// <summary>With an age that is capped go the intervals from which it could be reckoned.</summary>
    private static void CapAges(JsonObject record)
    {
        var isOld = Cap(record["age"], ("value", OldestTold), ("years", OldestTold));
        isOld |= Cap(record["ageAtDiagnosis"], ("years", OldestTold));
        if (!isOld && !ReachesBeyond(record))
        {
            return;
        }

        if (record["metastasisTiming"] is JsonObject timing)
        {
            timing["monthsAfterPrimary"] = null;
        }

        foreach (var surgery in (record["priorSurgeries"] as JsonArray ?? []).OfType<JsonObject>())
        {
            surgery["monthsBefore"] = null;
        }

        record["followUp"] = null;
        if (isOld)
        {
            record["ageAtDiagnosis"] = null;
        }
    }

    private static bool Cap(JsonNode? node, params (string Key, double Value)[] told)
    {
        if (node is not JsonObject age || Number(age["years"]) is not > OldestExact)
        {
            return false;
        }

        foreach (var (key, value) in told)
        {
            age[key] = value;
        }

        if (age.ContainsKey("unit"))
        {
            age["unit"] = "year";
            age["approximate"] = true;
        }

        return true;
    }

    /// <summary>Whether the patient grew older than that while observed.</summary>
    private static bool ReachesBeyond(JsonObject record) =>
        Number(record["age"]?["years"]) is { } years && Number((record["followUp"] as JsonObject)?["months"]) is { } months && years + (months / 12) > OldestExact;

    private static double? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A native program keeps our assemblies whole (CaseExtract.Cli.csproj).")]
    private static HashSet<string> FindKeys(Type type, HashSet<Type> seen)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (type.Namespace != typeof(CaseRecord).Namespace || !seen.Add(type))
        {
            return keys;
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            keys.Add(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
            foreach (var inner in (Type[])[property.PropertyType, .. property.PropertyType.GenericTypeArguments])
            {
                keys.UnionWith(FindKeys(inner, seen));
            }
        }

        return keys;
    }
}
