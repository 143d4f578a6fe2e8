namespace CaseExtract.Registry.Corrections;

/// <summary>A correction that someone asks for.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Field">The field, by its name in the record or in expressions.</param>
/// <param name="Value">The right value, members of a list separated by semicolons, empty where the report states none; <see langword="null"/> takes a correction back.</param>
/// <param name="Why">The reason.</param>
/// <param name="Who">Who asks.</param>
public sealed record CorrectionRequest(string CaseId, string Field, string? Value, string Why, string Who);

/// <summary>What became of a request.</summary>
/// <param name="Fault">Why it was refused; <see langword="null"/> when it was not.</param>
/// <param name="IsChange">Whether anything changed.</param>
/// <param name="OldValue">What stood there before.</param>
/// <param name="NewValue">What stands there now.</param>
public sealed record CorrectionOutcome(string? Fault, bool IsChange = false, string? OldValue = null, string? NewValue = null);
