namespace CaseExtract.Schema;

/// <summary>A topography of ICD-O-3 (WHO, third edition, second revision).</summary>
/// <param name="Code">Such as <c>C55.9</c>.</param>
/// <param name="Display">A name for people, in this project's words.</param>
public sealed record TopographyCode([property: Pattern(PatternAttribute.Topography)] string Code, string Display);

/// <summary>A morphology of ICD-O-3.2.</summary>
/// <param name="Code">Four digits, such as <c>8890</c>; <see langword="null"/> when the text names no histology.</param>
/// <param name="Behaviour"><c>0</c> benign, <c>1</c> borderline, <c>2</c> in situ, <c>3</c> malignant primary, <c>6</c> malignant metastatic.</param>
/// <param name="Display">A name for people, in this project's words.</param>
public sealed record MorphologyCode(
    [property: Pattern(PatternAttribute.Morphology)] string? Code,
    [property: Vocabulary("0", "1", "2", "3", "6")] string? Behaviour,
    string Display);
