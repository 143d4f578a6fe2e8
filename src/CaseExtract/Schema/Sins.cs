using System.ComponentModel.DataAnnotations;

namespace CaseExtract.Schema;

/// <summary>
/// The interval in which the Spinal Instability Neoplastic Score lies (Fisher et al., Spine 2010;35:E1221), with its proof: the points of each
/// component as far as the narrative settles them. Both ends are equal where all is settled or the total itself is stated.
/// </summary>
public sealed record Sins : FieldValue
{
    /// <summary>The least total that the narrative allows.</summary>
    [Range(0, 18)]
    public required int Lower { get; init; }

    /// <summary>The greatest total that the narrative allows.</summary>
    [Range(0, 18)]
    public required int Upper { get; init; }

    /// <summary><c>stable</c> (0 to 6), <c>indeterminate</c> (7 to 12) or <c>unstable</c> (13 to 18) where the whole interval says so, else <see langword="null"/>.</summary>
    [Vocabulary("stable", "indeterminate", "unstable")]
    public string? Stability { get; init; }

    /// <summary>Whether the total is stated, so that it does not rest on the components.</summary>
    public required bool IsStated { get; init; }

    /// <summary>The six components, in the order of the score.</summary>
    public required IReadOnlyList<SinsComponent> Components { get; init; }
}

/// <summary>One component of the score.</summary>
public sealed record SinsComponent
{
    /// <summary><c>location</c>, <c>pain</c>, <c>bone-lesion</c>, <c>alignment</c>, <c>collapse</c> or <c>posterolateral</c>.</summary>
    [Vocabulary("location", "pain", "bone-lesion", "alignment", "collapse", "posterolateral")]
    public required string Component { get; init; }

    /// <summary>The least number of points.</summary>
    [Range(0, 4)]
    public required int Lower { get; init; }

    /// <summary>The greatest number of points.</summary>
    [Range(0, 4)]
    public required int Upper { get; init; }

    /// <summary>The quotations that settle or narrow it; empty where the narrative says nothing and all points are possible.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}
