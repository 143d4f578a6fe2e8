using CaseExtract.Text.Sections;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text;

/// <summary>A narrative, segmented. The pieces point into the narrative, which is kept as it was received.</summary>
public sealed class Document
{
    internal Document(Narrative narrative, Token[] tokens, Sentence[] sentences, Section[] sections)
    {
        Narrative = narrative;
        TokenArray = tokens;
        SentenceArray = sentences;
        Sections = sections;
    }

    /// <summary>The text as received.</summary>
    public Narrative Narrative { get; }

    /// <summary>The tokens, in text order.</summary>
    public IReadOnlyList<Token> Tokens => TokenArray;

    /// <summary>The sentences, in text order.</summary>
    public IReadOnlyList<Sentence> Sentences => SentenceArray;

    /// <summary>The sections, in text order.</summary>
    public IReadOnlyList<Section> Sections { get; }

    /// <summary>The words of the title, if the page has one.</summary>
    public string? Title =>
        Sections.FirstOrDefault(section => section.Kind == SectionKind.Title) is { } title ? TextOf(title.Span).ToString() : null;

    internal Token[] TokenArray { get; }

    internal Sentence[] SentenceArray { get; }

    internal ReadOnlySpan<char> TextOf(TextSpan span) => Narrative.Text.AsSpan(span.Start, span.Length);

    internal ReadOnlySpan<char> TextOf(Token token) => Narrative.Text.AsSpan(token.Start, token.End - token.Start);

    internal TextSpan SpanOf(int firstToken, int endToken) => new(TokenArray[firstToken].Start, TokenArray[endToken - 1].End);
}
