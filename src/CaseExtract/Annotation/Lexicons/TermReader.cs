using System.Runtime.InteropServices;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>Turns a term as a lexicon writes it into the numbers of its words, cut as the tokenizer cuts a text.</summary>
internal sealed class TermReader(Vocabulary.Builder vocabulary)
{
    private readonly Tokenizer _tokenizer = new(new Vocabulary.Builder().Build());
    private readonly TokenBuffer _tokens = new();
    private readonly List<int> _words = [];

    /// <summary>The words of a term; hyphens between words count as blanks.</summary>
    public ReadOnlySpan<int> Read(ReadOnlySpan<char> term)
    {
        _tokenizer.Tokenize(term, _tokens);
        _words.Clear();
        foreach (var token in _tokens.AsSpan())
        {
            if (token.Kind != TokenKind.Dash)
            {
                _words.Add(NumberOf(term[token.Start..token.End], token.Kind));
            }
        }

        return CollectionsMarshal.AsSpan(_words);
    }

    private int NumberOf(ReadOnlySpan<char> word, TokenKind kind) => IsPlain(word)
        ? vocabulary.Add(word)
        : vocabulary.Add(LetterFolding.Fold(word).Replace(".", kind == TokenKind.Word ? "" : ".", StringComparison.Ordinal));

    /// <summary>Most words of lexicons stand there as the vocabulary holds them.</summary>
    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
