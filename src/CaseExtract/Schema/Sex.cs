namespace CaseExtract.Schema;

/// <summary>Sex of the patient.</summary>
public sealed record Sex : FieldValue
{
    /// <summary><c>female</c> or <c>male</c>.</summary>
    [Vocabulary("female", "male")]
    public required string Value { get; init; }
}
