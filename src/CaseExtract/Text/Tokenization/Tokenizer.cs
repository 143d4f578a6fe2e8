using System.Globalization;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Text.Tokenization;

/// <summary>
/// Cuts a text into tokens as clinicians write them. A run that starts with a letter keeps its digits (<c>T5</c>, <c>Th12</c>, <c>T2WI</c>,
/// <c>pT3aN0M0</c>); a run that starts with a digit is a number and ends before letters (<c>3cm</c> is two tokens); dashes stand alone, so that
/// ranges and compounds (<c>T5-T6</c>, <c>55-year-old</c>, <c>S-100</c>) are read by grammars; a full stop belongs to a token only inside
/// abbreviations of single letters (<c>i.v.</c>) and numbers (<c>3.5</c>), so <c>C6.</c> is two tokens. A word broken over a line end is one
/// token when the vocabulary knows it whole.
/// </summary>
internal sealed class Tokenizer
{
    private readonly Vocabulary _vocabulary;
    private readonly WordFinder _words;
    private readonly WordContinuation _continuation;

    /// <summary>The numbers of the marks of ASCII, which stand between all words, by their code.</summary>
    private readonly int[] _marks = new int[128];

    public Tokenizer(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _words = new WordFinder(vocabulary);
        _continuation = new WordContinuation(_words);
        for (var code = 0; code < _marks.Length; code++)
        {
            _marks[code] = _words.Find([(char)code]);
        }
    }

    /// <summary>Cuts a text into tokens.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Holds the tokens afterwards, in order, and nothing else.</param>
    public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        tokens.Clear();
        var position = 0;
        var marks = TokenMarks.SpaceBefore | TokenMarks.LineStart | TokenMarks.BlockStart;
        var lineBreaks = 0;
        while (position < text.Length)
        {
            var kind = CharacterClass.Of(text[position]);
            if (kind == CharacterKind.Space && position + 1 < text.Length)
            {
                // one blank and then a letter is what follows most words: taken together, the two are foretold well
                marks |= TokenMarks.SpaceBefore;
                kind = CharacterClass.Of(text[++position]);
            }

            if (kind == CharacterKind.Letter)
            {
                ReadWord(text, ref position, marks, tokens);
                marks = TokenMarks.None;
                lineBreaks = 0;
                continue;
            }

            var character = text[position];
            switch (kind)
            {
                case CharacterKind.Newline:
                    lineBreaks += character == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? 0 : 1;
                    marks |= TokenMarks.SpaceBefore | TokenMarks.LineStart | (lineBreaks > 1 ? TokenMarks.BlockStart : 0);
                    position++;
                    continue;
                case CharacterKind.Space:
                    marks |= TokenMarks.SpaceBefore;
                    position++;
                    continue;
                case CharacterKind.Invisible:
                    position++;
                    continue;
                case CharacterKind.Digit:
                    ReadNumber(text, ref position, marks, tokens);
                    break;
                case CharacterKind.Dash:
                    tokens.Add(position, ++position, Vocabulary.Unknown, TokenKind.Dash, marks);
                    break;
                default:
                    var length = char.IsHighSurrogate(character) && position + 1 < text.Length && char.IsLowSurrogate(text[position + 1]) ? 2 : 1;
                    tokens.Add(position, position + length, WordOfMark(text.Slice(position, length)), TokenKind.Punctuation, marks);
                    position += length;
                    break;
            }

            marks = TokenMarks.None;
            lineBreaks = 0;
        }

        tokens.LookUp(_vocabulary);
    }

    /// <summary>The number of a mark; an apostrophe has one, whatever printers set for it: "Ewing’s sarcoma".</summary>
    private int WordOfMark(ReadOnlySpan<char> mark) => mark[0] < _marks.Length ? _marks[mark[0]] : mark[0] is '’' or '‘' or '′' or '´' ? _marks['\''] : _words.Find(mark);

    private void ReadWord(ReadOnlySpan<char> text, ref int position, TokenMarks marks, TokenBuffer tokens)
    {
        var start = position;
        var run = WordRun.Scan(text, start);
        marks |= run.Marks;
        if (WordContinuation.MayGoOn(text, run) && _continuation.TryRead(text, run, out var end, out var word))
        {
            position = end;
            tokens.Add(start, end, word, TokenKind.Word, marks);
            return;
        }

        position = run.End;
        if (run.IsAscii && run.Key.IsExact && !WordFinder.MayHoldMisreadDigits(run))
        {
            tokens.Add(start, run.End, run.Key, run.Kind, marks, _vocabulary);
        }
        else
        {
            tokens.Add(start, VisibleEnd(text, run), _words.Find(text[start..run.End], run), run.Kind, marks);
        }
    }

    /// <summary>Web pages put blanks of no width behind words: there they are no part of them, so that "T5" stays T5.</summary>
    private static int VisibleEnd(ReadOnlySpan<char> text, in WordRun run)
    {
        var end = run.End;
        while (!run.IsAscii && end > run.Start + 1 && char.GetUnicodeCategory(text[end - 1]) == UnicodeCategory.Format)
        {
            end--;
        }

        return end;
    }

    private void ReadNumber(ReadOnlySpan<char> text, ref int position, TokenMarks marks, TokenBuffer tokens)
    {
        var start = position;
        while (position < text.Length)
        {
            var character = text[position];
            var isInnerMark = character is '.' or ',' or '·' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]);
            if (!char.IsAsciiDigit(character) && !isInnerMark && CharacterClass.Of(character) != CharacterKind.Digit)
            {
                break;
            }

            position++;
        }

        var number = text[start..position];
        var key = WordKey.Of(number);
        if (key.IsExact)
        {
            tokens.Add(start, position, key, TokenKind.Number, marks, _vocabulary);
        }
        else
        {
            tokens.Add(start, position, _vocabulary.Find(number, key), TokenKind.Number, marks);
        }
    }
}
