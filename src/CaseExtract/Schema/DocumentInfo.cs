using System.Collections.ObjectModel;

namespace CaseExtract.Schema;

/// <summary>Where a record comes from.</summary>
public sealed record DocumentInfo
{
    /// <summary>The file's name without its extension, with its folder where two would clash.</summary>
    public required string Id { get; init; }

    /// <summary>Path as given, with forward slashes; <see langword="null"/> for text that came from no file.</summary>
    public string? Path { get; init; }

    /// <summary>SHA-256 of the source's bytes, in lower-case hexadecimal.</summary>
    [Pattern(PatternAttribute.Sha256)]
    public required string Sha256 { get; init; }

    /// <summary>Media type of the source, such as <c>text/plain</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>The title the page carries, if it has one.</summary>
    public string? Title { get; init; }

    /// <summary>Length of the decoded text in Unicode code points.</summary>
    public required int Length { get; init; }

    /// <summary>Further columns of the table, or fields of the message, that the text came from, by name; empty for a text that came alone.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
