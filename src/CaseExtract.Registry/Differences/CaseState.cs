using CaseExtract.Registry.Loading;

namespace CaseExtract.Registry.Differences;

/// <summary>What a run has of a case.</summary>
internal sealed record CaseState(string CaseId, string DocumentId, string? Sha256, string? ModelVersion, IReadOnlyDictionary<string, string> Values)
{
    public static CaseState Of(FlatCase flat, string? modelVersion) => new(
        flat.CaseId!, flat.Document.Id!, flat.Document.Sha256, modelVersion, CaseChanges.Shown(flat));

    /// <summary>How the case differs; <see langword="null"/> where it does not.</summary>
    public static CaseDifference? Between(CaseState? before, CaseState? after)
    {
        if (before is null || after is null)
        {
            var one = (before ?? after)!;
            return new CaseDifference(one.CaseId, one.DocumentId, before is null ? "added" : "removed", before is null ? "only the later run has it" : "only the earlier run has it", []);
        }

        var fields = CaseChanges.Between(before.Values, after.Values).Select(change => new FieldDifference(change.Field, change.OldValue, change.NewValue)).ToList();
        return fields.Count == 0 ? null : new CaseDifference(after.CaseId, after.DocumentId, "changed", Why(before, after), fields);
    }

    private static string Why(CaseState before, CaseState after)
    {
        var models = before.ModelVersion != after.ModelVersion ? $"other models read it ({before.ModelVersion ?? "unknown"}, then {after.ModelVersion ?? "unknown"})" : null;
        return (before.Sha256 != after.Sha256, models) switch
        {
            (true, null) => "the report changed",
            (true, _) => $"the report changed, and {models}",
            (false, null) => "the same report, read otherwise",
            _ => models!,
        };
    }
}
