using System.Collections.Frozen;
using System.Globalization;

namespace CaseExtract.Text.Normalization;

/// <summary>
/// Brings the letters of one word to the form that vocabularies hold: lower case, ligatures and full-width forms taken apart,
/// accents, soft hyphens and zero-width characters dropped. ASCII words need none of this and never come here.
/// </summary>
/// <remarks>The table stands here because <see cref="string.Normalize()"/> changes nothing where a program runs without globalization data.</remarks>
internal static class LetterFolding
{
    /// <summary>Stands where a word may be broken and is seen only when it is.</summary>
    public const char SoftHyphen = '\u00AD';

    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';

    /// <summary>Plain letters and the letters of the Latin blocks of Unicode that are read as them; the apostrophe and the marks that printers set for it.</summary>
    private static readonly (string Plain, string Letters)[] Rows =
    [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ("b", "ḃḅḇƀ"),
        ("c", "çćĉċčḉ"),
        ("d", "ďḋḍḏḑḓđð"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ("f", "ḟ"),
        ("g", "ĝğġģǧǵḡ"),
        ("h", "ĥȟḣḥḧḩḫẖħ"),
        ("i", "ìíîïĩīĭįǐȉȋḭḯỉịı"),
        ("j", "ĵǰ"),
        ("k", "ķǩḱḳḵ"),
        ("l", "ĺļľḷḹḻḽł"),
        ("m", "ḿṁṃ"),
        ("n", "ñńņňǹṅṇṉṋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø"),
        ("p", "ṕṗ"),
        ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšſșṡṣṥṧṩẛ"),
        ("t", "ţťțṫṭṯṱẗŧ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ("v", "ṽṿ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
        ("'", "’‘′´"),
        ("ae", "æǽǣ"),
        ("dz", "ǆǳ"),
        ("ff", "ﬀ"),
        ("fi", "ﬁ"),
        ("fl", "ﬂ"),
        ("ij", "ĳ"),
        ("lj", "ǉ"),
        ("nj", "ǌ"),
        ("oe", "œ"),
        ("ss", "ßẞ"),
        ("st", "ﬅﬆ"),
        ("th", "þ"),
        ("ffi", "ﬃ"),
        ("ffl", "ﬄ"),
    ];

    private static readonly FrozenDictionary<char, string> Folded = Rows
        .SelectMany(row => row.Letters.Select(letter => (letter, row.Plain)))
        .DistinctBy(pair => pair.letter)
        .ToFrozenDictionary(pair => pair.letter, pair => pair.Plain);

    /// <summary>
    /// Whether a character stands inside words without being written: format characters (soft hyphen, zero-width characters, marks of
    /// direction, byte order mark) and combining marks.
    /// </summary>
    public static bool IsInvisible(char character) =>
        character >= SoftHyphen
        && char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>No letter is taken apart into more.</summary>
    public const int MostLetters = 3;

    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new char[word.Length * MostLetters];
        return new string(folded, 0, Fold(word, folded));
    }

    /// <summary>Folds a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="folded">Room for <see cref="MostLetters"/> times as many letters.</param>
    /// <returns>How many letters the folded word has.</returns>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var character in word)
        {
            if (IsInvisible(character))
            {
                continue;
            }

            // Full-width forms stand in the order of ASCII.
            var lower = char.ToLowerInvariant(character is >= FirstFullWidth and <= LastFullWidth ? (char)(character - FirstFullWidth + '!') : character);
            if (lower >= 128 && Folded.TryGetValue(lower, out var plain))
            {
                plain.CopyTo(folded[length..]);
                length += plain.Length;
            }
            else
            {
                folded[length++] = lower;
            }
        }

        return length;
    }
}
