namespace CaseExtract.Schema;

/// <summary>One vertebral level of the index lesion.</summary>
public sealed record SpinalLevelValue : FieldValue
{
    /// <summary><c>C1</c> to <c>C7</c>, <c>T1</c> to <c>T12</c>, <c>L1</c> to <c>L6</c>, <c>S1</c> to <c>S5</c>, <c>Co</c>.</summary>
    [Pattern(PatternAttribute.VertebralLevel)]
    public required string Level { get; init; }

    /// <summary><c>cervical</c>, <c>thoracic</c>, <c>lumbar</c>, <c>sacral</c> or <c>coccygeal</c>.</summary>
    [Vocabulary("cervical", "thoracic", "lumbar", "sacral", "coccygeal")]
    public required string Region { get; init; }
}
