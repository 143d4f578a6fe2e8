using System.Runtime.InteropServices;
using CaseExtract.Text;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Matching;

/// <summary>Finds what a document says that its abbreviations stand for: "giant cell tumor (GCT)", "multiple sclerosis (MS)".</summary>
internal static class BracketedAbbreviation
{
    /// <summary>How far before a mention the word may stand that its abbreviation starts with: "[benign] giant cell tumor (BGCT)".</summary>
    private const int InitialReach = 4;

    /// <summary>Finds the abbreviations of mentions: a bracket right behind one, with capitals in it that start like the mention or like a word just before it.</summary>
    public static void FindMeanings(Document document, List<Mention> mentions, AbbreviationDefinitions definitions)
    {
        foreach (ref readonly var mention in CollectionsMarshal.AsSpan(mentions))
        {
            if (mention.Kind is MentionKind.Tumour or MentionKind.Procedure or MentionKind.Adjuvant or MentionKind.Extent
                && TryRead(document, mention.EndToken, out var surface) && StartsLike(document, mention, surface[0]))
            {
                definitions.Define(surface, mention);
            }
        }
    }

    /// <summary>Finds the abbreviations that are spelled out: the words right before the bracket begin with its letters in turn.</summary>
    public static void FindSpelled(Document document, AbbreviationDefinitions definitions)
    {
        for (var open = 2; open + 2 < document.TokenArray.Length; open++)
        {
            if (TryRead(document, open, out var surface) && IsSpelledBy(document, surface, open))
            {
                definitions.AddSpelled(surface);
            }
        }
    }

    /// <summary>Reads an abbreviation, without the s of its plural, in a bracket that opens at a token.</summary>
    private static bool TryRead(Document document, int open, out ReadOnlySpan<char> surface)
    {
        surface = default;
        var tokens = document.TokenArray;
        if (open + 2 >= tokens.Length || document.FirstCharacterOf(open) != '(' || tokens[open + 1].Kind is not (TokenKind.Word or TokenKind.Alphanumeric)
            || document.FirstCharacterOf(open + 2) is not (')' or ',' or ';'))
        {
            return false;
        }

        surface = document.TextOf(tokens[open + 1]);
        if (surface[^1] == 's')
        {
            surface = surface[..^1];
        }

        return surface.Length is >= 2 and <= AbbreviationDefinitions.Longest && IsCapitals(surface);
    }

    private static bool IsCapitals(ReadOnlySpan<char> surface)
    {
        var capitals = 0;
        foreach (var character in surface)
        {
            capitals += char.IsAsciiLetterUpper(character) ? 1 : 0;
        }

        return capitals >= 2;
    }

    private static bool StartsLike(Document document, in Mention mention, char initial)
    {
        var bounds = document.SentenceArray[mention.Sentence];
        for (var index = Math.Max(bounds.FirstToken, mention.FirstToken - InitialReach); index < mention.EndToken; index++)
        {
            if (char.ToUpperInvariant(document.FirstCharacterOf(index)) == char.ToUpperInvariant(initial))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the words that end right before a bracket begin, one after the other, with the letters in it.</summary>
    private static bool IsSpelledBy(Document document, ReadOnlySpan<char> letters, int bracket)
    {
        var word = bracket;
        for (var letter = letters.Length - 1; letter >= 0; letter--)
        {
            do
            {
                word--;
            }
            while (word >= 0 && document.TokenArray[word].Kind == TokenKind.Dash);

            if (word < 0 || char.ToUpperInvariant(document.FirstCharacterOf(word)) != char.ToUpperInvariant(letters[letter]))
            {
                return false;
            }
        }

        return true;
    }
}
