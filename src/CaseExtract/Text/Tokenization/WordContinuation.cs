using CaseExtract.Text.Normalization;

namespace CaseExtract.Text.Tokenization;

/// <summary>Tokens that reach beyond one run of letters: single letters with full stops between them, and words broken over a line end.</summary>
internal sealed class WordContinuation(WordFinder words)
{
    /// <summary>No abbreviation has more letters with a stop behind each.</summary>
    private const int MostLoneLetters = 6;

    /// <summary>No word that a line end breaks has more letters.</summary>
    private const int LongestJoined = 60;

    /// <summary>Whether a token may reach beyond its run of letters: a single letter, or one that a dash or a soft hyphen follows.</summary>
    public static bool MayGoOn(ReadOnlySpan<char> text, in WordRun run) =>
        run.End - run.Start == 1
        || (run.End < text.Length && (CharacterClass.Of(text[run.End]) == CharacterKind.Dash || (!run.IsAscii && text[run.End - 1] == LetterFolding.SoftHyphen)));

    /// <summary>Reads on behind a run that may go on.</summary>
    /// <param name="text">The text.</param>
    /// <param name="run">The run.</param>
    /// <param name="end">One past the last character of the token.</param>
    /// <param name="word">The number of its word.</param>
    public bool TryRead(ReadOnlySpan<char> text, in WordRun run, out int end, out int word) =>
        (run.Kind == TokenKind.Word && TryReadDottedAbbreviation(text, run.Start, run.End, out end, out word)) || TryJoinOverLineEnd(text, run, out end, out word);

    /// <summary>Reads <c>i.v.</c>, <c>y.o</c>, <c>U.S.</c>: single letters with a full stop between them, at least two; the last stop may be missing.</summary>
    private bool TryReadDottedAbbreviation(ReadOnlySpan<char> text, int start, int firstEnd, out int end, out int word)
    {
        end = firstEnd;
        word = Vocabulary.Unknown;
        if (firstEnd - start != 1)
        {
            return false;
        }

        Span<char> letters = stackalloc char[MostLoneLetters];
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

        word = words.Find(letters[..count]);
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
        if (length > LongestJoined)
        {
            return false;
        }

        Span<char> joined = stackalloc char[length];
        text[first.Start..first.End].CopyTo(joined);
        text[second.Start..second.End].CopyTo(joined[(first.End - first.Start)..]);
        var whole = first.IsAscii && second.IsAscii ? joined : LetterFolding.Fold(joined).AsSpan();
        word = words.Find(whole);
        if (word == Vocabulary.Unknown)
        {
            return false;
        }

        end = second.End;
        return true;
    }
}
