namespace CaseExtract.Schema;

/// <summary>Whether the metastasis that the report is told for was there with the primary tumour or came later.</summary>
public sealed record MetastasisTiming : FieldValue
{
    /// <summary><c>synchronous</c> (found within six months of the primary, or before it) or <c>metachronous</c>.</summary>
    [Vocabulary("synchronous", "metachronous")]
    public required string Value { get; init; }

    /// <summary>Months from the diagnosis or first treatment of the primary to the metastasis, if told.</summary>
    public double? MonthsAfterPrimary { get; init; }

    /// <summary><c>stated</c> in so many words, or <c>derived</c> from what is dated.</summary>
    [Vocabulary("stated", "derived")]
    public required string Basis { get; init; }
}
