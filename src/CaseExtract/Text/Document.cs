namespace CaseExtract.Text;

/// <summary>A narrative, segmented.</summary>
public sealed record Document(Narrative Narrative, IReadOnlyList<Sentence> Sentences);

/// <summary>A sentence.</summary>
public readonly record struct Sentence(TextSpan Span);
