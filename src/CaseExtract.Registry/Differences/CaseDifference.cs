namespace CaseExtract.Registry.Differences;

/// <summary>A field that two runs read differently.</summary>
/// <param name="Field">The field, named by its place in the record.</param>
/// <param name="OldValue">What the earlier run has; <see langword="null"/> for nothing.</param>
/// <param name="NewValue">What the later run has.</param>
public sealed record FieldDifference(string Field, string? OldValue, string? NewValue);

/// <summary>A case that two runs read differently.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DocumentId">Its report.</param>
/// <param name="Kind"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="Why">What changed beside it: the report, or what read it.</param>
/// <param name="Fields">The fields, in the order of their names; empty for a case that was added or removed.</param>
public sealed record CaseDifference(string CaseId, string DocumentId, string Kind, string Why, IReadOnlyList<FieldDifference> Fields);
