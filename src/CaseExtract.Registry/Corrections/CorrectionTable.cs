using CaseExtract.Registry.Store;
using Dapper;

namespace CaseExtract.Registry.Corrections;

/// <summary>The corrections that stand.</summary>
internal static class CorrectionTable
{
    private const string Columns =
        "select case_id as CaseId, field as Field, old_value as OldValue, new_value as NewValue, why as Why, who as Who, made_at as MadeAt from correction where ended_at is null";

    /// <summary>Those of some cases, by case.</summary>
    public static ILookup<string, Correction> Standing(RegistryStore store, IReadOnlyCollection<string> caseIds) => store.Connection
        .Query<Correction>($"{Columns} and {store.IsAmong("case_id", "@ids")}", new { ids = store.ListOf(caseIds) }, store.Transaction)
        .ToLookup(correction => correction.CaseId, StringComparer.Ordinal);
}
