namespace CaseExtract.Text.Normalization;

/// <summary>
/// Gives a report that is written all in capitals, or all in small letters, the case of prose: old hospital systems and dictation leave it so, and capitals then say nothing.
/// What comes of it has the length of the text, so that every place in it is a place of the text. Other texts stay what they are.
/// </summary>
internal static class Recasing
{
    /// <summary>So many letters in capitals, in lines that follow each other, are no heading, title or list of names.</summary>
    private const int FewestLetters = 60;

    /// <summary>So many characters are looked at together; a few lines in capitals hold some such stretches without a small letter.</summary>
    private const int Stretch = 16;

    /// <summary>So many small letters a line in capitals may hold: "cm", "pT3a".</summary>
    private const int MostSmall = 3;

    /// <summary>No abbreviation in brackets is longer.</summary>
    private const int LongestAbbreviation = 6;

    /// <summary>No report explains more.</summary>
    private const int MostAbbreviations = 32;

    /// <summary>The text, or a copy of it in which the lines without case have the case of prose.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('A', 'Z'))
        {
            return LettersOf(text) >= FewestLetters ? string.Create(text.Length, text, static (copy, text) => Write(text, 0, text.Length, copy)) : text;
        }

        if (!MayHoldCapitals(text))
        {
            return text;
        }

        char[]? copy = null;
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfCapitals(text, start, out var letters);
            if (letters >= FewestLetters)
            {
                copy ??= text.ToCharArray();
                Write(text, start, end, copy);
            }

            start = end > start ? end : EndOfLine(text, start);
        }

        return copy is null ? text : new string(copy);
    }

    /// <summary>Whether some stretch has hardly anything but capitals: nearly no text has one, and it is told by a look at every other stretch.</summary>
    private static bool MayHoldCapitals(ReadOnlySpan<char> text)
    {
        for (; text.Length >= 2 * Stretch; text = text[(2 * Stretch)..])
        {
            if (!text[..Stretch].ContainsAnyInRange('a', 'z') && CapitalsOf(text[..Stretch]) >= Stretch / 2)
            {
                return true;
            }
        }

        return false;
    }

    private static int CapitalsOf(ReadOnlySpan<char> text)
    {
        var capitals = 0;
        foreach (var character in text)
        {
            capitals += char.IsUpper(character) ? 1 : 0;
        }

        return capitals;
    }

    /// <summary>The end of the lines from a place on that are written in capitals, blank ones between them included.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The start of a line.</param>
    /// <param name="letters">How many letters they have.</param>
    private static int EndOfCapitals(string text, int start, out int letters)
    {
        letters = 0;
        var end = start;
        while (start < text.Length)
        {
            int capitals = 0, small = 0, index = start;
            for (; index < text.Length && text[index] != '\n' && small <= MostSmall + (capitals / 20); index++)
            {
                capitals += char.IsUpper(text[index]) ? 1 : 0;
                small += char.IsLower(text[index]) ? 1 : 0;
            }

            if (small > MostSmall + (capitals / 20) || (small > 0 && small >= capitals))
            {
                break;
            }

            start = Math.Min(index + 1, text.Length);
            letters += capitals;
            end = start;
        }

        return end;
    }

    private static int EndOfLine(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end + 1;
    }

    private static int LettersOf(string text)
    {
        var letters = 0;
        for (var index = 0; index < text.Length && letters < FewestLetters; index++)
        {
            letters += char.IsLetter(text[index]) ? 1 : 0;
        }

        return letters;
    }

    /// <summary>Writes a stretch in the case of prose: small, but for the first word of each sentence, codes such as T8, numerals and the abbreviations that brackets explain.</summary>
    private static void Write(string text, int start, int end, Span<char> copy)
    {
        text.AsSpan(start, end - start).CopyTo(copy[start..]);
        var abbreviations = AbbreviationsOf(text, start, end);
        var isFirst = true;
        for (var index = start; index < end;)
        {
            if (!char.IsLetterOrDigit(text[index]))
            {
                isFirst = StartsSentence(text, index, isFirst);
                index++;
                continue;
            }

            var next = EndOfWord(text, index, end);
            var word = text.AsSpan(index, next - index);
            var written = copy[index..next];
            if (IsCode(word) || IsAmong(abbreviations, word))
            {
                word.ToUpperInvariant(written);
                written[1] = written is ['T', 'H', >= '0' and <= '9', ..] ? 'h' : written[1];
            }
            else if (!IsNumeral(word))
            {
                word.ToLowerInvariant(written);
                written[0] = isFirst ? char.ToUpperInvariant(written[0]) : written[0];
            }

            isFirst = false;
            index = next;
        }
    }

    /// <summary>Whether the next word is the first of a sentence: behind a stop with a blank, a colon, or at the start of a line that no sentence goes on in.</summary>
    private static bool StartsSentence(string text, int index, bool isFirst) => text[index] switch
    {
        '.' or '?' or '!' or ':' => index + 1 == text.Length || char.IsWhiteSpace(text[index + 1]),
        '\n' => isFirst || (index + 1 < text.Length && text[index + 1] is '\n' or '\r'),
        _ => isFirst,
    };

    /// <summary>"T8", "Th12", "S100", "CD34": letters and then digits; what starts with a digit is a number and its unit.</summary>
    private static bool IsCode(ReadOnlySpan<char> word) => word.Length <= 8 && char.IsLetter(word[0]) && word.ContainsAnyInRange('0', '9');

    /// <summary>Roman numerals, and single letters but for the article, stay as they are written.</summary>
    private static bool IsNumeral(ReadOnlySpan<char> word) =>
        word.Length == 1 ? word[0] is not ('A' or 'I' or 'a' or 'i') : !word.ContainsAnyExcept("IVX") && word.Length <= 4;

    /// <summary>The words in brackets that end with the initial of the word before them: "GIANT CELL TUMOR (GCT)".</summary>
    private static List<string> AbbreviationsOf(string text, int start, int end)
    {
        var found = new List<string>();
        for (var open = text.IndexOf('(', start, end - start); open >= 0 && found.Count < MostAbbreviations; open = text.IndexOf('(', open + 1, end - open - 1))
        {
            var close = EndOfWord(text, open + 1, end);
            if (close < end && text[close] is ')' or ',' or ';' && close - open - 1 is >= 2 and <= LongestAbbreviation
                && char.ToUpperInvariant(InitialBefore(text, open, start)) == char.ToUpperInvariant(text[close - 1]))
            {
                found.Add(text[(open + 1)..close]);
            }
        }

        return found;
    }

    private static bool IsAmong(List<string> abbreviations, ReadOnlySpan<char> word)
    {
        foreach (var abbreviation in abbreviations)
        {
            if (word.Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOfWord(string text, int start, int end)
    {
        while (start < end && char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>The first letter of the word that ends before a place and a blank.</summary>
    private static char InitialBefore(string text, int end, int start)
    {
        while (end > start && text[end - 1] == ' ')
        {
            end--;
        }

        while (end > start && char.IsLetter(text[end - 1]))
        {
            end--;
        }

        return text[end];
    }
}
