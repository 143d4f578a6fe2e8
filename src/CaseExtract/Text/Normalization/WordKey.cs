using System.Runtime.InteropServices;

namespace CaseExtract.Text.Normalization;

/// <summary>
/// What a word is looked up by, ignoring the case of ASCII letters. A word of up to sixteen ASCII characters is its own key, a byte for each
/// letter: equal keys are equal words, and a table compares two numbers instead of letters. Of other words the key is a hash, marked by the
/// highest bit, which no ASCII letter sets.
/// </summary>
internal readonly record struct WordKey(ulong Low, ulong High)
{
    /// <summary>The longest word that is its own key.</summary>
    public const int LongestExact = 16;

    private const ulong HashMark = 1UL << 63;

    /// <summary>Whether no other word has the key.</summary>
    public bool IsExact => (High & HashMark) == 0;

    /// <summary>Where to look for it in a table of a power of two slots: the high bits of a product, to which every letter adds.</summary>
    /// <param name="shift">64 less the power.</param>
    public int SlotIn(int shift) => (int)((((Low * 0x9E3779B97F4A7C15) ^ (High * 0xC2B2AE3D27D4EB4F)) * 0xD6E8FEB86659FD93) >> shift);

    public static WordKey Of(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestExact)
        {
            return HashOf(word);
        }

        Span<byte> letters = stackalloc byte[LongestExact];
        letters.Clear();
        for (var index = 0; index < word.Length; index++)
        {
            if (word[index] is '\0' or > '\x7F')
            {
                return HashOf(word);
            }

            letters[index] = (byte)Lower(word[index]);
        }

        var halves = MemoryMarshal.Cast<byte, ulong>(letters);
        return new WordKey(halves[0], halves[1]);
    }

    /// <summary>An ASCII letter in lower case; any other character as it is.</summary>
    public static char Lower(char character) => char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character;

    /// <summary>FNV-1a over the code units.</summary>
    private static WordKey HashOf(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037;
        foreach (var character in word)
        {
            hash = (hash ^ Lower(character)) * 1099511628211;
        }

        return new WordKey(hash, HashMark | (uint)word.Length);
    }
}
