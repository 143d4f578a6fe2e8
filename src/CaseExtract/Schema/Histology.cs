namespace CaseExtract.Schema;

/// <summary>Histology of the index lesion as confirmed, coded in ICD-O-3.2.</summary>
public sealed record Histology : FieldValue
{
    /// <summary>Morphology, four digits; <see langword="null"/> when only malignancy or benignity is known.</summary>
    [Pattern(PatternAttribute.Morphology)]
    public string? Code { get; init; }

    /// <summary><c>0</c> benign, <c>1</c> borderline, <c>2</c> in situ, <c>3</c> malignant primary, <c>6</c> malignant metastatic.</summary>
    [Vocabulary("0", "1", "2", "3", "6")]
    public string? Behaviour { get; init; }

    /// <summary>A name for people.</summary>
    public string? Display { get; init; }

    /// <summary>Grade or differentiation as stated, such as <c>G2</c>, <c>WHO 2</c>, <c>well differentiated</c>.</summary>
    public string? Grade { get; init; }

    /// <summary>The words of the diagnosis as the narrative gives them.</summary>
    public string? Text { get; init; }
}
