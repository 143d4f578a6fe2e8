using CaseExtract.Text.Normalization;

namespace CaseExtract.Text.Tokenization;

/// <summary>A run of letters and digits that starts with a letter, seen once: its end, hash, case and make.</summary>
internal readonly ref struct WordRun
{
    public int Start { get; private init; }

    public int End { get; private init; }

    public uint Hash { get; private init; }

    public bool IsAscii { get; private init; }

    public TokenKind Kind { get; private init; }

    public TokenMarks Marks { get; private init; }

    /// <summary>What an ASCII character is in a word, a bit each: 1 a small letter, 2 a capital, 4 a digit; 0 ends the word.</summary>
    private static ReadOnlySpan<byte> Makes =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 0, 0, 0, 0, 0, 0,
        0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0,
        0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
    ];

    public static WordRun Scan(ReadOnlySpan<char> text, int start)
    {
        const int small = 1, capital = 2, digit = 4;
        var hash = WordHash.Seed;
        var isAscii = true;
        var seen = 0; // every make met, told apart once behind the loop
        var position = start;
        for (; position < text.Length; position++)
        {
            var character = text[position];
            if (character < 128)
            {
                int make = Makes[character];
                if (make == 0)
                {
                    break;
                }

                seen |= make;
                hash = WordHash.Add(hash, (char)(character | 0x20)); // digits have the bit already
            }
            else if (CharacterClass.Of(character) is CharacterKind.Letter or CharacterKind.Invisible)
            {
                isAscii = false;
                seen |= char.IsLower(character) ? small : 0;
            }
            else
            {
                break;
            }
        }

        var first = text[start];
        var isCapitalized = first < 128 ? Makes[first] == capital : char.IsUpper(first);
        return new WordRun
        {
            Start = start,
            End = position,
            Hash = hash,
            IsAscii = isAscii,
            Kind = (seen & digit) != 0 ? TokenKind.Alphanumeric : TokenKind.Word,
            Marks = (isCapitalized ? TokenMarks.Capitalized : 0) | ((seen & small) == 0 ? TokenMarks.AllCapitals : 0),
        };
    }
}
