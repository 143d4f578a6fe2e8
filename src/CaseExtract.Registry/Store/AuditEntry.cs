namespace CaseExtract.Registry.Store;

/// <summary>A change, as the audit table keeps it.</summary>
internal readonly record struct AuditEntry(
    string Action, string? DocumentId = null, string? CaseId = null, string? Field = null, string? OldValue = null, string? NewValue = null, string? Why = null)
{
    /// <summary>Words of reports can be long; what changed is clear from their beginning.</summary>
    private const int LongestValue = 500;

    public void Write(RowWriter writer, string at, string who, long? runKey) => writer.Write(
        [at, who, Action, runKey, DocumentId, CaseId, Field, Shortened(OldValue), Shortened(NewValue), Why]);

    private static string? Shortened(string? value) => value is { Length: > LongestValue } ? value[..LongestValue] + "…" : value;
}
