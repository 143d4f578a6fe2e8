namespace CaseExtract.Schema;

/// <summary>The primary tumour: the index lesion itself, or the tumour it is a metastasis of.</summary>
public sealed record PrimaryTumour : FieldValue
{
    /// <summary>Where it arose.</summary>
    public TopographyCode? Site { get; init; }

    /// <summary><c>left</c>, <c>right</c>, <c>bilateral</c> or <see langword="null"/>.</summary>
    [Vocabulary("left", "right", "bilateral")]
    public string? Laterality { get; init; }

    /// <summary>What it is.</summary>
    public MorphologyCode? Histology { get; init; }

    /// <summary>The words of the narrative that name it.</summary>
    public string? Text { get; init; }
}
