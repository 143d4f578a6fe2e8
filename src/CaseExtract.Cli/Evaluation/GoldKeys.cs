using Newtonsoft.Json.Linq;

namespace CaseExtract.Cli.Evaluation;

/// <summary>A key of the gold and the answer that a case record gives to it: one value or a set of members.</summary>
/// <param name="Name">The key's name in a gold case.</param>
internal sealed record GoldKey(string Name)
{
    public Func<JObject, JToken?>? Value { get; init; }

    public Func<JObject, HashSet<string>>? Members { get; init; }

    /// <summary>The field of the record that answers it, as explanations name fields.</summary>
    public required string Field { get; init; }

    /// <summary>The parts of a record that say a value of this key: those that hold the evidence for it.</summary>
    public required Func<JObject, string, IEnumerable<JObject>> Saying { get; init; }

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
        Single("age_years", "age", "years") with { IsCore = true, IsAge = true },
        Single("sex", "sex", "value") with { IsCore = true },
        Single("origin", "lesion.origin", "value"),
        Single("primary_site", "primaryTumour", "site", "code") with { Value = r => Code(At(r, "primaryTumour", "site", "code"), 3), IsCore = true },
        Single("histology", "histology", "code") with { Value = r => Code(At(r, "histology", "code"), 4), IsCore = true },
        Single("behaviour", "histology", "behaviour"),
        List("prior_surgeries", "priorSurgeries", "term") with { IsCore = true },
        List("levels", "spinalLevels", "level") with { IsCore = true },
        List("region", "spinalLevels", "region") with { Members = r => Texts(r["spinalRegions"]) },
        Single("compartment", "lesion.compartment", "value"),
        OfSignals("t1", r => Signal(r, "T1"), signal => IsSignalOf(signal, "T1")),
        OfSignals("t2", r => Signal(r, "T2"), signal => IsSignalOf(signal, "T2")),
        OfSignals("enhancement", Enhancement, signal => At(signal, "kind") is JValue { Value: "enhancement" }),
        Single("cord_compression", "lesion.cordCompression", "value") with { Value = CordCompression },
        List("procedures", "procedures", "term") with { IsCore = true },
        Single("extent", "extent", "value"),
        List("adjuvant", "adjuvants", "kind"),
    ];

    private static GoldKey Single(string name, string field, params string[] keys) => new(name)
    {
        Field = field,
        Value = record => At(record, [.. field.Split('.'), .. keys]),
        Saying = (record, _) => At(record, field.Split('.')) is JObject value ? [value] : [],
    };

    private static GoldKey List(string name, string field, string key) => new(name)
    {
        Field = field,
        Members = record => Texts(record[field], key),
        Saying = (record, member) => Objects(record[field]).Where(item => At(item, key) is JValue { Value: string text } && text == member),
    };

    private static GoldKey OfSignals(string name, Func<JObject, JToken?> value, Func<JObject, bool> isMeant) => new(name)
    {
        Field = "imagingSignals",
        Value = value,
        Saying = (record, _) => Objects(record["imagingSignals"]).Where(isMeant),
        IsCore = true,
    };

    private static bool IsSignalOf(JObject signal, string sequence) =>
        At(signal, "kind") is JValue { Value: "signal" } && At(signal, "sequence") is JValue { Value: string name } && name == sequence;

    /// <summary>The objects of a list.</summary>
    public static IEnumerable<JObject> Objects(JToken? list) => (list as JArray ?? []).OfType<JObject>();

    /// <summary>The strings of a list, or of a key of its objects; none for <c>null</c>.</summary>
    public static HashSet<string> Texts(JToken? list, string? key = null) =>
        (list as JArray ?? []).Select(item => key is null ? item : (item as JObject)?[key])
            .Select(item => item is JValue { Value: string text } ? text : null)
            .OfType<string>().Where(text => text.Length > 0)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>What stands behind keys of nested objects; <see langword="null"/> where there is nothing.</summary>
    public static JToken? At(JObject record, params ReadOnlySpan<string> keys)
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
