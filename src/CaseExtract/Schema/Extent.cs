namespace CaseExtract.Schema;

/// <summary>Extent of the index lesion's removal.</summary>
public sealed record Extent : FieldValue
{
    /// <summary><c>gross-total</c>, <c>en-bloc</c>, <c>subtotal</c> or <c>biopsy</c>.</summary>
    [Vocabulary("gross-total", "en-bloc", "subtotal", "biopsy")]
    public required string Value { get; init; }
}
