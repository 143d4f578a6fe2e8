using CaseExtract.Text.Normalization;

namespace CaseExtract.Text.Tokenization;

/// <summary>Finds the numbers of words as they are written: with letters of other alphabets and with accents, and with digits where OCR misread letters.</summary>
internal sealed class WordFinder(Vocabulary vocabulary)
{
    /// <summary>A word of so many letters is folded on the stack.</summary>
    private const int LongestFolded = 64;

    /// <summary>No word with misread letters has more.</summary>
    private const int LongestMisread = 40;

    public int Find(ReadOnlySpan<char> word) => vocabulary.Find(word, WordKey.Of(word));

    /// <param name="word">The word.</param>
    /// <param name="run">The run of letters and digits that it is.</param>
    public int Find(ReadOnlySpan<char> word, in WordRun run)
    {
        if (!run.IsAscii)
        {
            return FindFolded(word);
        }

        var number = vocabulary.Find(word, run.Key);
        return number == Vocabulary.Unknown && MayHoldMisreadDigits(run) ? FindMisreadDigits(word) : number;
    }

    /// <summary>Whether a word that is not known is looked for with letters in place of its digits.</summary>
    public static bool MayHoldMisreadDigits(in WordRun run) => run.Kind == TokenKind.Alphanumeric && run.End - run.Start >= 5;

    private int FindFolded(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[LongestFolded * LetterFolding.MostLetters];
        return word.Length <= LongestFolded ? Find(folded[..LetterFolding.Fold(word, folded)]) : Find(LetterFolding.Fold(word));
    }

    /// <summary>OCR takes o for 0, l and i for 1, s for 5: a long word with such digits inside is looked up with the letters.</summary>
    private int FindMisreadDigits(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestMisread)
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
}
