namespace CaseExtract.Schema;

/// <summary>An intervention on the index lesion during the present course.</summary>
public sealed record Procedure : FieldValue
{
    /// <summary>The intervention, a singular noun in American spelling.</summary>
    public required string Term { get; init; }

    /// <summary><c>decompression</c>, <c>diagnosis</c>, <c>removal</c>, <c>stabilization</c>, <c>devascularization</c> or <see langword="null"/>.</summary>
    [Vocabulary("decompression", "diagnosis", "removal", "stabilization", "devascularization")]
    public string? Intent { get; init; }

    /// <summary><c>anterior</c>, <c>posterior</c>, <c>combined</c>, <c>lateral</c>, <c>transthoracic</c>, <c>minimally-invasive</c> or <see langword="null"/>.</summary>
    [Vocabulary("anterior", "posterior", "combined", "lateral", "transthoracic", "minimally-invasive")]
    public string? Approach { get; init; }

    /// <summary>Vertebral levels of the intervention.</summary>
    [Pattern(PatternAttribute.VertebralLevel)]
    public IReadOnlyList<string> Levels { get; init; } = [];
}
