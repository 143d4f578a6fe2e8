using Newtonsoft.Json.Linq;

namespace CaseExtract.Cli.Evaluation;

/// <summary>Keys of what the story gives of time, outcome and scales. A gold case may ask them; the averages leave them out, since few golds have them.</summary>
internal static class DerivedKeys
{
    public static readonly IReadOnlyList<GoldKey> All =
    [
        Of("prior_interval_months", "priorSurgeries") with { Value = PriorInterval, IsAge = true },
        Single("age_at_diagnosis", "ageAtDiagnosis", "years") with { IsAge = true },
        Single("metastasis_timing", "metastasisTiming", "value"),
        Single("metastasis_months", "metastasisTiming", "monthsAfterPrimary") with { IsAge = true },
        Single("recurrence", "recurrence", "value"),
        Single("recurrence_site", "recurrence", "site"),
        Single("follow_up_months", "followUp", "months") with { IsAge = true },
        Single("vital_status", "outcome.vitalStatus", "value"),
        Single("death_cause", "outcome.vitalStatus", "cause"),
        Single("disease_status", "outcome.disease", "value"),
        Single("neurology", "outcome.neurology", "value"),
        Single("local_recurrence", "outcome.localRecurrence", "value"),
        Of("scales", "scales") with { Members = Scales },
        Of("sins", "sins") with { Value = record => record["sins"] is JObject sins ? Interval(sins) : null },
        Of("sins_components", "sins") with { Members = SinsComponents },
    ];

    private static GoldKey Single(string name, string field, string key) => Of(name, field) with { Value = record => GoldKeys.At(record, [.. field.Split('.'), key]) };

    private static GoldKey Of(string name, string field) => new(name)
    {
        Field = field,
        Saying = (record, _) => GoldKeys.At(record, field.Split('.')) switch
        {
            JObject value => [value],
            var list => GoldKeys.Objects(list),
        },
    };

    /// <summary>Months since the first prior surgery whose time is told.</summary>
    private static JToken? PriorInterval(JObject record) =>
        GoldKeys.Objects(record["priorSurgeries"]).Select(surgery => GoldKeys.At(surgery, "monthsBefore")).FirstOrDefault(months => months is not null);

    /// <summary>Kind, value and time of each, as <c>frankel:C:preoperative</c>.</summary>
    private static HashSet<string> Scales(JObject record) =>
        GoldKeys.Objects(record["scales"]).Select(scale => string.Join(':', Parts(scale, "kind", "value", "time"))).ToHashSet(StringComparer.Ordinal);

    /// <summary>Name and interval of each, as <c>location:1-1</c>.</summary>
    private static HashSet<string> SinsComponents(JObject record) => GoldKeys.Objects(GoldKeys.At(record, "sins", "components"))
        .Select(component => $"{string.Join(':', Parts(component, "component"))}:{Interval(component)}").ToHashSet(StringComparer.Ordinal);

    private static string Interval(JObject range) => string.Join('-', Parts(range, "lower", "upper"));

    private static IEnumerable<string> Parts(JObject item, params string[] keys) => keys.Select(key => GoldKeys.At(item, key)?.ToString()).OfType<string>();
}
