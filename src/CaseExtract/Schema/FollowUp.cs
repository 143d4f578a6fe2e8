namespace CaseExtract.Schema;

/// <summary>How long the patient was observed after the treatment of the present course, to the last information or to death.</summary>
public sealed record FollowUp : FieldValue
{
    /// <summary>The longest time told, in months to one decimal.</summary>
    public required double Months { get; init; }
}
