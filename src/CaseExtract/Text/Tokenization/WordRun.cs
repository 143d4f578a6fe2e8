using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Text.Tokenization;

/// <summary>A run of letters and digits that starts with a letter, seen once: its end, key, case and make.</summary>
internal readonly ref struct WordRun
{
    public int Start { get; private init; }

    public int End { get; private init; }

    /// <summary>Its key if it is ASCII.</summary>
    public WordKey Key { get; private init; }

    public bool IsAscii { get; private init; }

    public TokenKind Kind { get; private init; }

    public TokenMarks Marks { get; private init; }

    /// <summary>As many bytes of ones as a word has letters, read from a place that leaves so many of them.</summary>
    private static ReadOnlySpan<byte> Ones =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    public static WordRun Scan(ReadOnlySpan<char> text, int start) =>
        start + WordKey.LongestExact <= text.Length && Vector128.IsHardwareAccelerated ? ScanShort(text, start) : ScanAny(text, start);

    /// <summary>
    /// Sixteen characters at once, without a branch for any of them: where a word ends cannot be foretold, and a loop that guesses wrong once a
    /// word costs more than all else that is done with it. Longer words and those with other than ASCII letters go the plain way.
    /// </summary>
    private static WordRun ScanShort(ReadOnlySpan<char> text, int start)
    {
        ref var first = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text.Slice(start, WordKey.LongestExact)));

        // what is no byte becomes 255, which is no ASCII
        var letters = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, 8));
        var lower = letters | Vector128.Create((byte)0x20);
        var isLetter = Vector128.LessThan(lower - Vector128.Create((byte)'a'), Vector128.Create((byte)26)).ExtractMostSignificantBits();
        var isDigit = Vector128.LessThan(letters - Vector128.Create((byte)'0'), Vector128.Create((byte)10)).ExtractMostSignificantBits();
        var length = BitOperations.TrailingZeroCount(~(isLetter | isDigit));
        if (length == WordKey.LongestExact || (letters.ExtractMostSignificantBits() >> length & 1) != 0)
        {
            return ScanAny(text, start);
        }

        var within = (1u << length) - 1;
        var isSmall = isLetter & (letters << 2).ExtractMostSignificantBits(); // bit 5 tells the small letter
        var key = (lower & Vector128.LoadUnsafe(in MemoryMarshal.GetReference(Ones), (nuint)(WordKey.LongestExact - length))).AsUInt64();
        return new WordRun
        {
            Start = start,
            End = start + length,
            Key = new WordKey(key.GetElement(0), key.GetElement(1)),
            IsAscii = true,
            Kind = (isDigit & within) != 0 ? TokenKind.Alphanumeric : TokenKind.Word,
            Marks = ((isSmall & 1) == 0 ? TokenMarks.Capitalized : 0) | ((isSmall & within) == 0 ? TokenMarks.AllCapitals : 0),
        };
    }

    /// <summary>One character after the other.</summary>
    public static WordRun ScanAny(ReadOnlySpan<char> text, int start)
    {
        bool isAscii = true, hasDigit = false, isCapitals = true;
        var position = start;
        for (; position < text.Length; position++)
        {
            var character = text[position];
            if (char.IsAsciiDigit(character))
            {
                hasDigit = true;
            }
            else if (char.IsAsciiLetter(character))
            {
                isCapitals &= char.IsAsciiLetterUpper(character);
            }
            else if (character >= 128 && CharacterClass.Of(character) is CharacterKind.Letter or CharacterKind.Invisible)
            {
                isAscii = false;
                isCapitals &= !char.IsLower(character);
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
            Key = isAscii ? WordKey.Of(text[start..position]) : default,
            IsAscii = isAscii,
            Kind = hasDigit ? TokenKind.Alphanumeric : TokenKind.Word,
            Marks = (char.IsUpper(text[start]) ? TokenMarks.Capitalized : 0) | (isCapitals ? TokenMarks.AllCapitals : 0),
        };
    }
}
