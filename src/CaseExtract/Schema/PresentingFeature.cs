namespace CaseExtract.Schema;

/// <summary>A symptom or sign the patient presented with.</summary>
public sealed record PresentingFeature : FieldValue
{
    /// <summary>The feature, in this project's words.</summary>
    public required string Term { get; init; }

    /// <summary>What qualifies it, such as <c>flaccid</c> or <c>progressive</c>.</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];
}
