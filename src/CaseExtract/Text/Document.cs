using System.Runtime.InteropServices;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text;

/// <summary>A narrative, segmented. The pieces point into the narrative, which is kept as it was received.</summary>
public sealed class Document
{
    private readonly TextWorkspace _workspace;

    internal Document(Narrative narrative, TextWorkspace workspace)
    {
        Narrative = narrative;
        _workspace = workspace;
    }

    /// <summary>The text as received.</summary>
    public Narrative Narrative { get; internal set; }

    /// <summary>The tokens, in text order.</summary>
    public IReadOnlyList<Token> Tokens => _workspace.Tokens;

    /// <summary>The sentences, in text order.</summary>
    public IReadOnlyList<Sentence> Sentences => _workspace.Sentences;

    /// <summary>The sections, in text order.</summary>
    public IReadOnlyList<Section> Sections => _workspace.Sections;

    /// <summary>The words of the title, if the page has one.</summary>
    public string? Title
    {
        get
        {
            foreach (var section in _workspace.Sections)
            {
                if (section.Kind == SectionKind.Title)
                {
                    return TextOf(section.Span).ToString();
                }
            }

            return null;
        }
    }

    internal ReadOnlySpan<Token> TokenArray => _workspace.Tokens.AsSpan();

    internal ReadOnlySpan<Sentence> SentenceArray => CollectionsMarshal.AsSpan(_workspace.Sentences);

    internal ReadOnlySpan<char> TextOf(TextSpan span) => Narrative.Text.AsSpan(span.Start, span.Length);

    internal ReadOnlySpan<char> TextOf(Token token) => Narrative.Text.AsSpan(token.Start, token.End - token.Start);

    internal TextSpan SpanOf(int firstToken, int endToken) => new(TokenArray[firstToken].Start, TokenArray[endToken - 1].End);
}
