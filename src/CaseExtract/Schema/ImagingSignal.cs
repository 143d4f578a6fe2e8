namespace CaseExtract.Schema;

/// <summary>One imaging appearance of the index lesion.</summary>
public sealed record ImagingSignal : FieldValue
{
    /// <summary><c>MRI</c>, <c>CT</c>, <c>PET</c> or <see langword="null"/>.</summary>
    [Vocabulary("MRI", "CT", "PET")]
    public string? Modality { get; init; }

    /// <summary><c>T1</c>, <c>T2</c>, <c>STIR</c>, <c>FLAIR</c>, <c>DWI</c> or <see langword="null"/>.</summary>
    [Vocabulary("T1", "T2", "STIR", "FLAIR", "DWI")]
    public string? Sequence { get; init; }

    /// <summary><c>signal</c>, <c>enhancement</c>, <c>density</c>, <c>uptake</c> or <c>diffusion</c>.</summary>
    [Vocabulary("signal", "enhancement", "density", "uptake", "diffusion")]
    public required string Kind { get; init; }

    /// <summary>Of a signal <c>hypo</c>, <c>iso</c>, <c>hyper</c>, <c>mixed</c>; of a density these, <c>lytic</c> or <c>sclerotic</c>; else <c>present</c> or <c>absent</c>.</summary>
    [Vocabulary("hypo", "iso", "hyper", "mixed", WhenKind = "signal")]
    [Vocabulary("present", "absent", WhenKind = "enhancement")]
    [Vocabulary("hypo", "iso", "hyper", "mixed", "lytic", "sclerotic", WhenKind = "density")]
    [Vocabulary("present", "absent", WhenKind = "uptake")]
    [Vocabulary("present", "absent", WhenKind = "diffusion")]
    public required string Value { get; init; }

    /// <summary><c>homogeneous</c>, <c>heterogeneous</c>, <c>ring</c> or <see langword="null"/>.</summary>
    [Vocabulary("homogeneous", "heterogeneous", "ring")]
    public string? Pattern { get; init; }

    /// <summary>The contrast agent, if named.</summary>
    public string? Agent { get; init; }
}
