namespace CaseExtract.Text.Normalization;

/// <summary>A hash of a word that ignores the case of ASCII letters (FNV-1a over lower-cased code units), computed while the word is scanned.</summary>
internal static class WordHash
{
    public const uint Seed = 2166136261;

    public static uint Add(uint hash, char lowerCase) => (hash ^ lowerCase) * 16777619;

    /// <summary>An ASCII letter in lower case; any other character as it is.</summary>
    public static char Lower(char character) => char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character;

    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var character in word)
        {
            hash = Add(hash, Lower(character));
        }

        return hash;
    }
}
