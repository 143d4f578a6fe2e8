namespace CaseExtract.Schema;

/// <summary>Age at which the primary tumour was diagnosed; the evidence quotes the facts that it follows from.</summary>
public sealed record AgeAtDiagnosis : FieldValue
{
    /// <summary>In years, to two decimals.</summary>
    public required double Years { get; init; }

    /// <summary><c>stated</c>, or <c>derived</c>: the age at presentation less the time since the diagnosis, or that age itself.</summary>
    [Vocabulary("stated", "derived")]
    public required string Basis { get; init; }
}
