using Newtonsoft.Json.Linq;

namespace CaseExtract.Cli.Evaluation;

/// <summary>A key of the gold and the answer that a case record gives to it: one value or a set of members.</summary>
/// <param name="Name">The key's name in a gold case.</param>
internal sealed record GoldKey(string Name)
{
    public Func<JObject, JToken?>? Value { get; init; }

    public Func<JObject, HashSet<string>>? Members { get; init; }

    /// <summary>Whether it belongs to the eight fields that the extractor exists for.</summary>
    public bool IsCore { get; init; }

    /// <summary>Whether it is an age, which matches within a tolerance.</summary>
    public bool IsAge { get; init; }
}

/// <summary>How the keys of the gold are read from a case record. Records are read as they stand, whole or not, by whomever written.</summary>
internal static class GoldKeys
{
    public static readonly IReadOnlyList<GoldKey> All =
    [
        new("age_years") { Value = r => At(r, "age", "years"), IsCore = true, IsAge = true },
        new("sex") { Value = r => At(r, "sex", "value"), IsCore = true },
        new("origin") { Value = r => At(r, "lesion", "origin", "value") },
        new("primary_site") { Value = r => Code(At(r, "primaryTumour", "site", "code"), 3), IsCore = true },
        new("histology") { Value = r => Code(At(r, "histology", "code"), 4), IsCore = true },
        new("behaviour") { Value = r => At(r, "histology", "behaviour") },
        new("prior_surgeries") { Members = r => Texts(r["priorSurgeries"], "term"), IsCore = true },
        new("levels") { Members = r => Texts(r["spinalLevels"], "level"), IsCore = true },
        new("region") { Members = r => Texts(r["spinalRegions"]) },
        new("compartment") { Value = r => At(r, "lesion", "compartment", "value") },
        new("t1") { Value = r => Signal(r, "T1"), IsCore = true },
        new("t2") { Value = r => Signal(r, "T2"), IsCore = true },
        new("enhancement") { Value = Enhancement, IsCore = true },
        new("cord_compression") { Value = CordCompression },
        new("procedures") { Members = r => Texts(r["procedures"], "term"), IsCore = true },
        new("extent") { Value = r => At(r, "extent", "value") },
        new("adjuvant") { Members = r => Texts(r["adjuvants"], "kind") },
    ];

    /// <summary>The strings of a list, or of a key of its objects; none for <c>null</c>.</summary>
    public static HashSet<string> Texts(JToken? list, string? key = null) =>
        (list as JArray ?? []).Select(item => key is null ? item : (item as JObject)?[key])
            .Select(item => item is JValue { Value: string text } ? text : null)
            .OfType<string>().Where(text => text.Length > 0)
            .ToHashSet(StringComparer.Ordinal);

    private static JToken? At(JObject record, params ReadOnlySpan<string> keys)
    {
        JToken? token = record;
        foreach (var key in keys)
        {
            token = (token as JObject)?[key];
        }

        return token is null || token.Type == JTokenType.Null ? null : token;
    }

    /// <summary>The first characters of a code; <see langword="null"/> for a shorter one.</summary>
    private static JToken? Code(JToken? token, int length) =>
        token is JValue { Value: string code } && code.Length >= length ? code[..length] : null;

    /// <summary>The one signal of a sequence; two different ones are mixed.</summary>
    private static JToken? Signal(JObject record, string sequence)
    {
        var values = Signals(record, "signal")
            .Where(signal => At(signal, "sequence") is JValue { Value: string name } && name == sequence)
            .Select(signal => At(signal, "value") is JValue { Value: "hypo" or "iso" or "hyper" or "mixed" } value ? (string?)value : null)
            .OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return values.Count switch { 0 => null, 1 => values[0], _ => "mixed" };
    }

    private static JToken? Enhancement(JObject record)
    {
        var values = Texts(new JArray(Signals(record, "enhancement")), "value");
        return values.Contains("present") ? "yes" : values.Contains("absent") ? "no" : null;
    }

    private static JToken? CordCompression(JObject record) => At(record, "lesion", "cordCompression", "value") switch
    {
        JValue { Value: "present" } => "yes",
        JValue { Value: "absent" } => "no",
        _ => null,
    };

    private static IEnumerable<JObject> Signals(JObject record, string kind) =>
        (record["imagingSignals"] as JArray ?? []).OfType<JObject>().Where(signal => At(signal, "kind") is JValue { Value: string name } && name == kind);
}
