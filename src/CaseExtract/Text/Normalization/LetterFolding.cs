using System.Globalization;
using System.Text;

namespace CaseExtract.Text.Normalization;

/// <summary>
/// Brings the letters of one word to the form that vocabularies hold: lower case, ligatures and full-width forms taken apart (NFKD),
/// accents, soft hyphens and zero-width characters dropped. ASCII words need none of this and never come here.
/// </summary>
internal static class LetterFolding
{
    /// <summary>Stands where a word may be broken and is seen only when it is.</summary>
    public const char SoftHyphen = '\u00AD';

    /// <summary>
    /// Whether a character stands inside words without being written: format characters (soft hyphen, zero-width characters, marks of
    /// direction, byte order mark) and combining marks.
    /// </summary>
    public static bool IsInvisible(char character) =>
        character >= SoftHyphen
        && char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    public static string Fold(ReadOnlySpan<char> word)
    {
        var builder = new StringBuilder(word.Length);
        foreach (var character in word)
        {
            if (IsInvisible(character))
            {
                continue;
            }

            if (character < 128)
            {
                builder.Append(char.ToLowerInvariant(character));
                continue;
            }

            if (Ligature(character) is { } expanded)
            {
                builder.Append(expanded);
                continue;
            }

            if (char.IsSurrogate(character))
            {
                builder.Append(character);
                continue;
            }

            foreach (var part in character.ToString().Normalize(NormalizationForm.FormKD))
            {
                if (!IsInvisible(part))
                {
                    builder.Append(char.ToLowerInvariant(part));
                }
            }
        }

        return builder.ToString();
    }

    /// <summary>Letters that compatibility decomposition leaves whole but that spell two letters in medical English.</summary>
    private static string? Ligature(char character) => character switch
    {
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ß' => "ss",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        _ => null,
    };
}
