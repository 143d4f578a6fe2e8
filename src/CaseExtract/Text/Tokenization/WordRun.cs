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

    public static WordRun Scan(ReadOnlySpan<char> text, int start)
    {
        var hash = WordHash.Seed;
        var isAscii = true;
        var hasDigit = false;
        var allCapitals = true;
        var position = start;
        for (; position < text.Length; position++)
        {
            var character = text[position];
            if (char.IsAsciiLetter(character))
            {
                allCapitals &= char.IsAsciiLetterUpper(character);
                hash = WordHash.Add(hash, (char)(character | 0x20));
            }
            else if (char.IsAsciiDigit(character))
            {
                hasDigit = true;
                hash = WordHash.Add(hash, character);
            }
            else if (character >= 128 && CharacterClass.Of(character) is CharacterKind.Letter or CharacterKind.Invisible)
            {
                isAscii = false;
                allCapitals &= !char.IsLower(character);
            }
            else
            {
                break;
            }
        }

        return new WordRun
        {
            Start = start,
            End = position,
            Hash = hash,
            IsAscii = isAscii,
            Kind = hasDigit ? TokenKind.Alphanumeric : TokenKind.Word,
            Marks = (char.IsUpper(text[start]) ? TokenMarks.Capitalized : 0) | (allCapitals ? TokenMarks.AllCapitals : 0),
        };
    }
}
