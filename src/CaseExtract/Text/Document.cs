using System.Runtime.InteropServices;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Sentences;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text;

/// <summary>A narrative, segmented. The pieces point into the narrative, which is kept as it was received.</summary>
public sealed class Document
{
    private readonly TextWorkspace _workspace;
    private readonly List<Sentence> _sentences;

    // the text and the tokens are asked for wherever a word is looked at: they are held here, one step away
    private string _text = "";
    private Token[] _tokens = null!; // none before they are made
    private int _tokenCount;
    private WordRoles<FunctionWord> _functionWords = null!;

    internal Document(Narrative narrative, TextWorkspace workspace)
    {
        Narrative = narrative;
        _workspace = workspace;
        _sentences = workspace.Sentences;
    }

    /// <summary>The text as received.</summary>
    public Narrative Narrative
    {
        get;
        internal set
        {
            field = value;
            _text = Recasing.Of(value.Text);
        }
    }

    /// <summary>The text as it is understood: a report without case has that of prose. Its places are those of the narrative.</summary>
    internal string Text => _text;

    /// <summary>Whether the report, or part of it, is written all in capitals or all in small letters.</summary>
    internal bool IsRecased => !ReferenceEquals(_text, Narrative.Text);

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
                    return Quote(section.Span);
                }
            }

            return null;
        }
    }

    internal ReadOnlySpan<Token> TokenArray => new(_tokens, 0, _tokenCount);

    internal ReadOnlySpan<Sentence> SentenceArray => CollectionsMarshal.AsSpan(_sentences);

    internal ReadOnlySpan<char> TextOf(TextSpan span) => _text.AsSpan(span.Start, span.Length);

    internal ReadOnlySpan<char> TextOf(Token token) => _text.AsSpan(token.Start, token.End - token.Start);

    internal ReadOnlySpan<char> TextOf(int token) => TextOf(TokenArray[token]);

    /// <summary>The words of the narrative, as received.</summary>
    internal string Quote(TextSpan span) => Narrative.Text.Substring(span.Start, span.Length);

    /// <summary>The character that a token starts with: marks are told by it.</summary>
    internal char FirstCharacterOf(int token) => _text[TokenArray[token].Start];

    /// <summary>Whether a token is a word in small letters that plays one of the roles. With a capital it opens a sentence or is a name: "A" is a vitamin as well.</summary>
    internal bool Is(int token, FunctionWord any)
    {
        ref readonly var word = ref TokenArray[token];
        return _functionWords.Is(word.Word, any) && !word.Has(TokenMarks.Capitalized);
    }

    /// <summary>Whether a token is a word with a capital that plays one of the roles: it opens a sentence, or the full stop before it was forgotten.</summary>
    internal bool IsCapital(int token, FunctionWord any)
    {
        ref readonly var word = ref TokenArray[token];
        return _functionWords.Is(word.Word, any) && word.Has(TokenMarks.Capitalized);
    }

    /// <summary>Whether a token plays one of the roles, at the head of a sentence or within it.</summary>
    internal bool IsInAnyCase(int token, FunctionWord any) => _functionWords.Is(TokenArray[token].Word, any);

    /// <summary>Every role that a word in small letters plays.</summary>
    internal FunctionWord RolesOf(int token)
    {
        ref readonly var word = ref TokenArray[token];
        return word.Has(TokenMarks.Capitalized) ? FunctionWord.None : _functionWords.RolesOf(word.Word);
    }

    /// <summary>Whether a word in small letters that plays one of the roles stands in a range of tokens.</summary>
    internal bool Holds(int from, int to, FunctionWord any)
    {
        for (var index = from; index < to; index++)
        {
            if (Is(index, any))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The mark that a token is, such as a comma; none ('\0') where it is a word, a number or a dash.</summary>
    internal char MarkAt(int token) => TokenArray[token].Kind == TokenKind.Punctuation ? FirstCharacterOf(token) : '\0';

    /// <summary>Takes what is known of function words.</summary>
    internal void TakeWords(WordRoles<FunctionWord> functionWords) => _functionWords = functionWords;

    /// <summary>Takes the tokens over from where they were made, once they all are.</summary>
    internal void TakeTokens(TokenBuffer tokens) => (_tokens, _tokenCount) = tokens.Lend();

    internal TextSpan SpanOf(int firstToken, int endToken) => new(TokenArray[firstToken].Start, TokenArray[endToken - 1].End);
}
