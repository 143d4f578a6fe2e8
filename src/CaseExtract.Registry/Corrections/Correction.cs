namespace CaseExtract.Registry.Corrections;

/// <summary>A value that a person corrected.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Field">The field, as the registry names it.</param>
/// <param name="OldValue">What stood there before; <see langword="null"/> for nothing.</param>
/// <param name="NewValue">What stands there now; <see langword="null"/> for nothing.</param>
/// <param name="Why">The reason given.</param>
/// <param name="Who">Who corrected it.</param>
/// <param name="MadeAt">When, in UTC, such as <c>2026-11-20T09:30:00Z</c>.</param>
public sealed record Correction(string CaseId, string Field, string? OldValue, string? NewValue, string Why, string Who, string MadeAt);
