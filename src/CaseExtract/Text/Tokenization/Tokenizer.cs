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

    /// <summary>A word of so many letters is folded on the stack.</summary>
    private const int LongestFolded = 64;

    /// <summary>The numbers of the marks of ASCII, which stand between all words, by their code.</summary>
    private readonly int[] _marks = new int[128];

    public Tokenizer(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        for (var code = 0; code < _marks.Length; code++)
        {
            _marks[code] = Find([(char)code]);
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

    private int Find(ReadOnlySpan<char> word) => _vocabulary.Find(word, WordKey.Of(word));

    private int WordOfMark(ReadOnlySpan<char> mark) => mark[0] < _marks.Length ? _marks[mark[0]] : Find(mark);

    private void ReadWord(ReadOnlySpan<char> text, ref int position, TokenMarks marks, TokenBuffer tokens)
    {
        var start = position;
        var run = WordRun.Scan(text, start);
        marks |= run.Marks;
        if (MayGoOn(text, run)
            && ((run.Kind == TokenKind.Word && TryReadDottedAbbreviation(text, start, run.End, out var end, out var word)) || TryJoinOverLineEnd(text, run, out end, out word)))
        {
            position = end;
            tokens.Add(start, end, word, TokenKind.Word, marks);
            return;
        }

        position = run.End;
        if (run.IsAscii && run.Key.IsExact && !MayHoldMisreadDigits(run))
        {
            tokens.Add(start, run.End, run.Key, run.Kind, marks, _vocabulary);
        }
        else
        {
            tokens.Add(start, VisibleEnd(text, run), Find(text[start..run.End], run), run.Kind, marks);
        }
    }

    /// <summary>Whether a token may reach beyond its run of letters: a single letter, or one that a dash or a soft hyphen follows.</summary>
    private static bool MayGoOn(ReadOnlySpan<char> text, in WordRun run) =>
        run.End - run.Start == 1
        || (run.End < text.Length && (CharacterClass.Of(text[run.End]) == CharacterKind.Dash || (!run.IsAscii && text[run.End - 1] == LetterFolding.SoftHyphen)));

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

    private int Find(ReadOnlySpan<char> word, in WordRun run)
    {
        if (!run.IsAscii)
        {
            return FindFolded(word);
        }

        var number = _vocabulary.Find(word, run.Key);
        return number == Vocabulary.Unknown && MayHoldMisreadDigits(run) ? FindMisreadDigits(word) : number;
    }

    private int FindFolded(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[LongestFolded * LetterFolding.MostLetters];
        return word.Length <= LongestFolded ? Find(folded[..LetterFolding.Fold(word, folded)]) : Find(LetterFolding.Fold(word));
    }

    private static bool MayHoldMisreadDigits(in WordRun run) => run.Kind == TokenKind.Alphanumeric && run.End - run.Start >= 5;

    /// <summary>OCR takes o for 0, l and i for 1, s for 5: a long word with such digits inside is looked up with the letters.</summary>
    private int FindMisreadDigits(ReadOnlySpan<char> word)
    {
        if (word.Length > 40)
        {
            return Vocabulary.Unknown;
        }

        Span<char> letters = stackalloc char[word.Length];
        foreach (var one in "li")
        {
            for (var index = 0; index < word.Length; index++)
            {
                letters[index] = word[index] switch { '0' => 'o', '1' => one, '5' => 's', var other => other };
            }

            var number = Find(letters);
            if (number != Vocabulary.Unknown)
            {
                return number;
            }
        }

        return Vocabulary.Unknown;
    }

    /// <summary>Reads <c>i.v.</c>, <c>y.o</c>, <c>U.S.</c>: single letters with a full stop between them, at least two; the last stop may be missing.</summary>
    private bool TryReadDottedAbbreviation(ReadOnlySpan<char> text, int start, int firstEnd, out int end, out int word)
    {
        end = firstEnd;
        word = Vocabulary.Unknown;
        if (firstEnd - start != 1)
        {
            return false;
        }

        Span<char> letters = stackalloc char[6];
        var count = 0;
        var position = start;
        while (count < letters.Length && IsLoneLetter(text, position))
        {
            letters[count++] = text[position++];
            end = position;
            if (position >= text.Length || text[position] != '.')
            {
                break;
            }

            end = ++position;
        }

        if (count < 2)
        {
            return false;
        }

        word = Find(letters[..count]);
        return true;
    }

    private static bool IsLoneLetter(ReadOnlySpan<char> text, int position) =>
        position < text.Length && char.IsAsciiLetter(text[position]) && (position + 1 >= text.Length || !char.IsLetterOrDigit(text[position + 1]));

    /// <summary>Joins <c>lamin-</c> (or a soft hyphen) at a line end with <c>ectomy</c> on the next when the vocabulary knows the whole.</summary>
    private bool TryJoinOverLineEnd(ReadOnlySpan<char> text, in WordRun first, out int end, out int word)
    {
        end = first.End;
        word = Vocabulary.Unknown;
        var position = first.End;
        if (position >= text.Length)
        {
            return false;
        }

        if (CharacterClass.Of(text[position]) == CharacterKind.Dash)
        {
            position++;
        }
        else if (text[position - 1] != LetterFolding.SoftHyphen)
        {
            return false;
        }

        var newline = false;
        while (position < text.Length && CharacterClass.Of(text[position]) is CharacterKind.Space or CharacterKind.Newline)
        {
            newline |= CharacterClass.Of(text[position]) == CharacterKind.Newline;
            position++;
        }

        if (!newline || position >= text.Length || !char.IsLower(text[position]))
        {
            return false;
        }

        var second = WordRun.Scan(text, position);
        var length = first.End - first.Start + second.End - second.Start;
        if (length > 60)
        {
            return false;
        }

        Span<char> joined = stackalloc char[length];
        text[first.Start..first.End].CopyTo(joined);
        text[second.Start..second.End].CopyTo(joined[(first.End - first.Start)..]);
        var whole = first.IsAscii && second.IsAscii ? joined : LetterFolding.Fold(joined).AsSpan();
        word = Find(whole);
        if (word == Vocabulary.Unknown)
        {
            return false;
        }

        end = second.End;
        return true;
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
