namespace CaseExtract.Schema;

/// <summary>An operation before the present course.</summary>
public sealed record PriorSurgery : FieldValue
{
    /// <summary>The operation, a singular noun in American spelling.</summary>
    public required string Term { get; init; }

    /// <summary>Months between the operation and the presentation, if stated or derivable.</summary>
    public double? MonthsBefore { get; init; }

    /// <summary>What it was done for, in the narrative's words.</summary>
    public string? Indication { get; init; }

    /// <summary>Vertebral levels of the operation.</summary>
    [Pattern(PatternAttribute.VertebralLevel)]
    public IReadOnlyList<string> Levels { get; init; } = [];
}
