namespace CaseExtract.Schema;

/// <summary>Age at the presentation of the index lesion.</summary>
public sealed record Age : FieldValue
{
    /// <summary>The number in <see cref="Unit"/>.</summary>
    public required double Value { get; init; }

    /// <summary><c>year</c>, <c>month</c>, <c>week</c> or <c>day</c>.</summary>
    [Vocabulary("year", "month", "week", "day")]
    public required string Unit { get; init; }

    /// <summary>The age in years, to two decimals.</summary>
    public required double Years { get; init; }

    /// <summary>Whether the narrative gives it roughly ("in her 60s", "about 50").</summary>
    public bool Approximate { get; init; }
}
