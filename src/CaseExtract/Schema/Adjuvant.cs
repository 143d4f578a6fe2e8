namespace CaseExtract.Schema;

/// <summary>A treatment beside surgery, given in the present course.</summary>
public sealed record Adjuvant : FieldValue
{
    /// <summary><c>radiotherapy</c>, <c>chemotherapy</c>, <c>targeted</c>, <c>hormonal</c> or <c>immunotherapy</c>.</summary>
    [Vocabulary("radiotherapy", "chemotherapy", "targeted", "hormonal", "immunotherapy")]
    public required string Kind { get; init; }
}
