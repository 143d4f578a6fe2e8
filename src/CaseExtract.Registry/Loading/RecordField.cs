using System.Collections.Frozen;

namespace CaseExtract.Registry.Loading;

/// <summary>The fields whose values stand in <c>field_value</c>, with the numbers that stand for them there: those of the table <c>field</c>.</summary>
internal static class RecordField
{
    private static readonly string[] Names =
    [
        "age", "sex",
        "primaryTumour", "primaryTumour.site", "primaryTumour.histology", "primaryTumour.laterality",
        "priorSurgeries", "spinalLevels", "spinalRegions", "imagingSignals", "procedures", "extent",
        "histology", "histology.behaviour", "histology.grade",
        "lesion.origin", "lesion.compartment", "lesion.cordCompression",
        "presentation", "adjuvants", "ageAtDiagnosis", "metastasisTiming", "recurrence", "followUp",
        "outcome.vitalStatus", "outcome.disease", "outcome.neurology", "outcome.localRecurrence",
        "scales", "sins",
    ];

    private static readonly FrozenDictionary<string, int> Keys = Names.Select((name, index) => (name, key: index + 1)).ToFrozenDictionary(field => field.name, field => field.key, StringComparer.Ordinal);

    /// <summary>All fields, in the order of their numbers, from 1.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The number of a field, from 1 to 63.</summary>
    public static int KeyOf(string field) => Keys[field];
}
