namespace CaseExtract.Schema;

/// <summary>What became of the patient after the present course, as last told.</summary>
public sealed record Outcome
{
    /// <summary>Alive or dead.</summary>
    public VitalStatus? VitalStatus { get; init; }

    /// <summary>Whether there is disease.</summary>
    public DiseaseStatus? Disease { get; init; }

    /// <summary>What became of neurological deficits.</summary>
    public NeurologicalChange? Neurology { get; init; }

    /// <summary>Whether the index lesion came back where it was.</summary>
    public LocalRecurrence? LocalRecurrence { get; init; }
}

/// <summary>Alive or dead.</summary>
public sealed record VitalStatus : FieldValue
{
    /// <summary><c>alive</c> or <c>dead</c>.</summary>
    [Vocabulary("alive", "dead")]
    public required string Value { get; init; }

    /// <summary>Of a death: <c>disease</c> or <c>other</c>; <see langword="null"/> where no cause is told.</summary>
    [Vocabulary("disease", "other")]
    public string? Cause { get; init; }

    /// <summary><c>stated</c>, or <c>derived</c> for who was seen to be free of disease after treatment.</summary>
    [Vocabulary("stated", "derived")]
    public required string Basis { get; init; }
}

/// <summary>Whether there is disease at the last information.</summary>
public sealed record DiseaseStatus : FieldValue
{
    /// <summary><c>absent</c> (no evidence of disease) or <c>present</c>.</summary>
    [Vocabulary("present", "absent")]
    public required string Value { get; init; }
}

/// <summary>Change of the neurological state after treatment.</summary>
public sealed record NeurologicalChange : FieldValue
{
    /// <summary><c>improved</c> (recovered too), <c>unchanged</c> or <c>worse</c>.</summary>
    [Vocabulary("improved", "unchanged", "worse")]
    public required string Value { get; init; }

    /// <summary><c>stated</c> in words, or <c>derived</c> from two values of one scale.</summary>
    [Vocabulary("stated", "derived")]
    public required string Basis { get; init; }
}

/// <summary>Recurrence or regrowth of the index lesion where it was, after the present course.</summary>
public sealed record LocalRecurrence : FieldValue
{
    /// <summary><c>present</c> or <c>absent</c>.</summary>
    [Vocabulary("present", "absent")]
    public required string Value { get; init; }
}
