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

    /// <summary>Keys beside the scored ones: what the story gives of time, outcome and scales. A gold case may ask them; the averages leave them out.</summary>
    public static readonly IReadOnlyList<GoldKey> Further =
    [
        new("prior_interval_months") { Value = PriorInterval, IsAge = true },
        new("age_at_diagnosis") { Value = r => At(r, "ageAtDiagnosis", "years"), IsAge = true },
        new("metastasis_timing") { Value = r => At(r, "metastasisTiming", "value") },
        new("metastasis_months") { Value = r => At(r, "metastasisTiming", "monthsAfterPrimary"), IsAge = true },
        new("recurrence") { Value = r => At(r, "recurrence", "value") },
        new("recurrence_site") { Value = r => At(r, "recurrence", "site") },
        new("follow_up_months") { Value = r => At(r, "followUp", "months"), IsAge = true },
        new("vital_status") { Value = r => At(r, "outcome", "vitalStatus", "value") },
        new("death_cause") { Value = r => At(r, "outcome", "vitalStatus", "cause") },
        new("disease_status") { Value = r => At(r, "outcome", "disease", "value") },
        new("neurology") { Value = r => At(r, "outcome", "neurology", "value") },
        new("local_recurrence") { Value = r => At(r, "outcome", "localRecurrence", "value") },
        new("scales") { Members = Scales },
        new("sins") { Value = r => r["sins"] is JObject sins ? Interval(sins) : null },
        new("sins_components") { Members = SinsComponents },
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

    /// <summary>Months since the first prior surgery whose time is told.</summary>
    private static JToken? PriorInterval(JObject record) =>
        (record["priorSurgeries"] as JArray ?? []).OfType<JObject>().Select(surgery => At(surgery, "monthsBefore")).FirstOrDefault(months => months is not null);

    /// <summary>Kind, value and time of each, as <c>frankel:C:preoperative</c>.</summary>
    private static HashSet<string> Scales(JObject record) => (record["scales"] as JArray ?? []).OfType<JObject>()
        .Select(scale => string.Join(':', Parts(scale, "kind", "value", "time"))).ToHashSet(StringComparer.Ordinal);

    /// <summary>Name and interval of each, as <c>location:1-1</c>.</summary>
    private static HashSet<string> SinsComponents(JObject record) => (At(record, "sins", "components") as JArray ?? []).OfType<JObject>()
        .Select(component => $"{string.Join(':', Parts(component, "component"))}:{Interval(component)}").ToHashSet(StringComparer.Ordinal);

    private static string Interval(JObject range) => string.Join('-', Parts(range, "lower", "upper"));

    private static IEnumerable<string> Parts(JObject item, params string[] keys) => keys.Select(key => At(item, key)?.ToString()).OfType<string>();

    private static IEnumerable<JObject> Signals(JObject record, string kind) =>
        (record["imagingSignals"] as JArray ?? []).OfType<JObject>().Where(signal => At(signal, "kind") is JValue { Value: string name } && name == kind);
}
