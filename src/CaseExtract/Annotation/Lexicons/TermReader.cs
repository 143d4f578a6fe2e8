using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>Turns a term as a lexicon writes it into the numbers of its words, cut as the tokenizer cuts a text.</summary>
internal sealed class TermReader(Vocabulary.Builder vocabulary)
{
    private readonly Tokenizer _tokenizer = new(new Vocabulary.Builder().Build());
    private readonly List<Token> _tokens = [];
    private readonly List<int> _words = [];

    /// <summary>The words of a term; hyphens between words count as blanks.</summary>
    public ReadOnlySpan<int> Read(string term)
    {
        _tokens.Clear();
        _words.Clear();
        _tokenizer.Tokenize(term, _tokens);
        foreach (var token in _tokens)
        {
            if (token.Kind != TokenKind.Dash)
            {
                _words.Add(vocabulary.Add(LetterFolding.Fold(term.AsSpan(token.Start, token.End - token.Start)).Replace(".", token.Kind == TokenKind.Word ? "" : ".", StringComparison.Ordinal)));
            }
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words);
    }
}
