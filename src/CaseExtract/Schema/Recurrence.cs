namespace CaseExtract.Schema;

/// <summary>Whether the disease came back after treatment, at any time of the story: before the present course, as its reason, or after it.</summary>
public sealed record Recurrence : FieldValue
{
    /// <summary><c>present</c>, or <c>absent</c> where the narrative says that there was none.</summary>
    [Vocabulary("present", "absent")]
    public required string Value { get; init; }

    /// <summary><c>local</c>, <c>distant</c> or <c>both</c>; <see langword="null"/> where it is not told.</summary>
    [Vocabulary("local", "distant", "both")]
    public string? Site { get; init; }
}
