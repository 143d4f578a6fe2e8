namespace CaseExtract.Schema;

/// <summary>
/// The words that a string of the case record, or every member of a list of strings, is taken from. The published JSON Schema and
/// the check of written records are made from it, so the vocabulary stands in one place: on the property itself.
/// </summary>
/// <param name="words">The words, in the order they are documented in.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class VocabularyAttribute(params string[] words) : Attribute
{
    /// <summary>The words, in the order they are documented in.</summary>
    public IReadOnlyList<string> Words { get; } = words;

    /// <summary>The words hold only where the record's <c>kind</c> is this one; <see langword="null"/>: always.</summary>
    public string? WhenKind { get; init; }
}
