namespace CaseExtract.Text;

/// <summary>The text of one case as received, never edited, and where it came from.</summary>
/// <param name="Id">The document's id, the stem of its records' case ids.</param>
/// <param name="Text">The decoded text.</param>
public sealed record Narrative(string Id, string Text)
{
    /// <summary>Path of the source as given, with forward slashes; <see langword="null"/> for text that came from no file.</summary>
    public string? Path { get; init; }

    /// <summary>Media type of the source.</summary>
    public string MediaType { get; init; } = "text/plain";

    /// <summary>SHA-256 of the source's bytes in lower-case hexadecimal; <see langword="null"/>: of the text's UTF-8 bytes.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Further columns of the table that the text came from, by name, in their order; empty for text that came from no table.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Columns { get; init; } = [];

    /// <summary>What the system that sent the report says of the patient, apart from the text; <see langword="null"/> where it says nothing.</summary>
    public PatientHeader? Header { get; init; }
}
