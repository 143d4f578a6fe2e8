using CaseExtract.Text.Tokenization;

namespace CaseExtract.Text.Sentences;

/// <summary>
/// Finds the ends of lines in one text. Those of ASCII lie side by side and are found many characters at a time; the others are looked for one by one, in the few
/// texts that have any. A set of all would be found as fast, but the code for it is made whenever a process starts.
/// </summary>
internal readonly ref struct LineEnds(ReadOnlySpan<char> text)
{
    private readonly bool _areAscii = !text.ContainsAny('\u0085', '\u2028', '\u2029');

    public int FirstIn(ReadOnlySpan<char> part)
    {
        if (_areAscii)
        {
            return part.IndexOfAnyInRange('\n', '\r');
        }

        for (var index = 0; index < part.Length; index++)
        {
            if (CharacterClass.IsLineEnd(part[index]))
            {
                return index;
            }
        }

        return -1;
    }

    public int LastIn(ReadOnlySpan<char> part)
    {
        if (_areAscii)
        {
            return part.LastIndexOfAnyInRange('\n', '\r');
        }

        var index = part.Length - 1;
        while (index >= 0 && !CharacterClass.IsLineEnd(part[index]))
        {
            index--;
        }

        return index;
    }
}
