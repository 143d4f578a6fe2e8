using System.Globalization;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Text.Tokenization;

/// <summary>What a tokenizer needs to know of a character.</summary>
internal enum CharacterKind : byte
{
    Mark,
    Letter,
    Digit,
    Space,
    Newline,
    Dash,
    Invisible,
}

/// <summary>Classifies characters: a table for ASCII, Unicode categories for the rest.</summary>
internal static class CharacterClass
{
    private static readonly CharacterKind[] Ascii = ClassifyAscii();

    /// <summary>Whether a character ends a line: line feed, vertical tab, form feed, carriage return, and their like beyond ASCII.</summary>
    public static bool IsLineEnd(char character) => character is (>= '\n' and <= '\r') or '\u0085' or '\u2028' or '\u2029';

    public static CharacterKind Of(char character) => character < 128 ? Ascii[character] : Classify(character);

    private static CharacterKind[] ClassifyAscii()
    {
        var kinds = new CharacterKind[128];
        for (var code = 0; code < kinds.Length; code++)
        {
            kinds[code] = Classify((char)code);
        }

        return kinds;
    }

    private static CharacterKind Classify(char character)
    {
        if (IsLineEnd(character))
        {
            return CharacterKind.Newline;
        }

        // U+2212 is the minus sign; U+FFFD stands where a dash was lost in a bad conversion as often as anything and stays a mark.
        if (character is '-' or '\u2212' or '\u00AF' or '\uFE63' or '\uFF0D')
        {
            return CharacterKind.Dash;
        }

        if (LetterFolding.IsInvisible(character))
        {
            return CharacterKind.Invisible;
        }

        return char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharacterKind.Letter,
            UnicodeCategory.DecimalDigitNumber => CharacterKind.Digit,
            UnicodeCategory.SpaceSeparator or UnicodeCategory.Control => CharacterKind.Space,
            UnicodeCategory.DashPunctuation => CharacterKind.Dash,
            _ => CharacterKind.Mark,
        };
    }
}
