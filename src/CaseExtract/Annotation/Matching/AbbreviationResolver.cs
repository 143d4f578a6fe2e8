using System.Runtime.InteropServices;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Text;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Matching;

/// <summary>An abbreviation as its lexicon lists it: case matters, and some count only beside certain words.</summary>
internal sealed record AbbreviationConcept(string Surface, Concept Concept, IReadOnlyList<int> ContextWords) : Concept;

/// <summary>
/// Turns abbreviations into what they stand for. What a document defines itself, "giant cell tumour (GCT)", goes before the lexicon.
/// </summary>
internal sealed class AbbreviationResolver
{
    /// <summary>No name of a tumour has more words.</summary>
    private const int LongestName = 16;

    /// <summary>Replaces abbreviation mentions by the mentions they stand for and adds those that the document defines.</summary>
    /// <param name="document">The document.</param>
    /// <param name="mentions">Mentions of terms in text order, then those of grammars.</param>
    /// <param name="definitions">Room for what the document defines.</param>
    public void Resolve(Document document, List<Mention> mentions, AbbreviationDefinitions definitions)
    {
        definitions.Clear();
        FindDefinitions(document, mentions, definitions);
        var count = mentions.Count;
        var best = 0; // how well the reading that was added last is supported: one abbreviation may have several
        var found = CollectionsMarshal.AsSpan(mentions); // what is added behind is not looked at
        var hasAbbreviation = false;
        for (var index = 0; index < count; index++)
        {
            if (found[index].Kind != MentionKind.Abbreviation || found[index] is not { Concept: AbbreviationConcept abbreviation } mention)
            {
                continue;
            }

            hasAbbreviation = true;
            var surface = document.TextOf(document.SpanOf(mention.FirstToken, mention.EndToken));
            if (IsWritten(surface, abbreviation.Surface, document.IsRecased) && !definitions.Defines(abbreviation.Surface) && SupportOf(document, abbreviation, definitions) is > 0 and var support && !IsCovered(mentions, count, index)
                && !IsDefinedOtherwise(document, abbreviation.Surface, definitions))
            {
                var named = new Mention(MentionKind.Tumour, abbreviation.Concept, mention.FirstToken, mention.EndToken) { Sentence = mention.Sentence };
                if (mentions.Count == count || mentions[^1].FirstToken != mention.FirstToken)
                {
                    mentions.Add(named);
                    best = support;
                }
                else if (support > best)
                {
                    mentions[^1] = named;
                    best = support;
                }
            }
        }

        if (!definitions.IsEmpty)
        {
            AddDefined(document, mentions, definitions);
        }

        if (hasAbbreviation)
        {
            mentions.RemoveAll(static mention => mention.Kind == MentionKind.Abbreviation);
        }
    }

    /// <summary>Whether a word is an abbreviation or its plural. In a report without case only one that is no common word can be told.</summary>
    private static bool IsWritten(ReadOnlySpan<char> word, string abbreviation, bool isRecased)
    {
        var isPlural = word.Length == abbreviation.Length + 1 && (word[^1] == 's' || isRecased);
        var singular = isPlural ? word[..^1] : word;
        return singular.SequenceEqual(abbreviation)
            || (isRecased && abbreviation.Length > 2 && singular.Equals(abbreviation, StringComparison.OrdinalIgnoreCase)
                && abbreviation is not ("ALL" or "ARMS" or "CASTLE" or "CUP" or "NET" or "SEA" or "SETTLE" or "STUMP"));
    }

    /// <summary>
    /// Whether the document spells an abbreviation out as something that is no tumour: "multiple sclerosis (MS)", "spinal stenosis (SS)". The
    /// words right before the bracket begin with its letters in turn, and a tumour among them would have defined it already.
    /// </summary>
    private static bool IsDefinedOtherwise(Document document, string surface, AbbreviationDefinitions definitions)
    {
        if (definitions.AsksForSpelled())
        {
            FindSpelledOut(document, definitions);
        }

        return definitions.IsSpelled(surface);
    }

    private static void FindSpelledOut(Document document, AbbreviationDefinitions definitions)
    {
        var text = document.Text;
        var tokens = document.TokenArray;
        for (var open = 2; open + 2 < tokens.Length; open++)
        {
            if (text[tokens[open].Start] != '(' || text[tokens[open + 2].Start] is not (')' or ',' or ';') || tokens[open + 1].Kind is not (TokenKind.Word or TokenKind.Alphanumeric))
            {
                continue;
            }

            var surface = document.TextOf(tokens[open + 1]);
            if (surface[^1] == 's')
            {
                surface = surface[..^1];
            }

            if (surface.Length is >= 2 and <= AbbreviationDefinitions.Longest && IsCapitals(surface) && IsSpelledBy(document, surface, open))
            {
                definitions.AddSpelled(surface);
            }
        }
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

            if (word < 0 || char.ToUpperInvariant(document.Text[document.TokenArray[word].Start]) != char.ToUpperInvariant(letters[letter]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a longer name holds the abbreviation: mentions stand in text order here, so only its neighbours are asked.</summary>
    private static bool IsCovered(List<Mention> mentions, int count, int index)
    {
        var abbreviation = mentions[index];
        for (var other = index - 1; other >= 0 && mentions[other].FirstToken > abbreviation.FirstToken - LongestName && mentions[other].FirstToken <= abbreviation.FirstToken; other--)
        {
            if (mentions[other].Kind == MentionKind.Tumour && mentions[other].EndToken >= abbreviation.EndToken)
            {
                return true;
            }
        }

        for (var other = index + 1; other < count && mentions[other].FirstToken == abbreviation.FirstToken; other++)
        {
            if (mentions[other].Kind == MentionKind.Tumour && mentions[other].EndToken >= abbreviation.EndToken)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many of the words that an abbreviation stands beside the document has: none where it does not count here.</summary>
    private static int SupportOf(Document document, AbbreviationConcept abbreviation, AbbreviationDefinitions definitions)
    {
        if (abbreviation.ContextWords.Count == 0)
        {
            return 1;
        }

        if (definitions.AsksForWords())
        {
            foreach (ref readonly var token in document.TokenArray)
            {
                definitions.AddWord(token.Word);
            }
        }

        return definitions.CountOf(abbreviation.ContextWords);
    }

    /// <summary>"X (ABC)": a bracket right behind a mention, with capitals in it that start like the mention or like a word just before it.</summary>
    private static void FindDefinitions(Document document, List<Mention> mentions, AbbreviationDefinitions definitions)
    {
        var text = document.Text;
        var tokens = document.TokenArray;
        foreach (ref readonly var mention in CollectionsMarshal.AsSpan(mentions))
        {
            if (mention.Kind is not (MentionKind.Tumour or MentionKind.Procedure or MentionKind.Adjuvant) || mention.EndToken + 2 >= tokens.Length
                || text[tokens[mention.EndToken].Start] != '(' || tokens[mention.EndToken + 1] is not { Kind: TokenKind.Word or TokenKind.Alphanumeric } inside
                || text[tokens[mention.EndToken + 2].Start] is not (')' or ',' or ';'))
            {
                continue;
            }

            var surface = document.TextOf(inside);
            if (surface[^1] == 's')
            {
                surface = surface[..^1];
            }

            if (surface.Length is >= 2 and <= AbbreviationDefinitions.Longest && IsCapitals(surface) && StartsLike(document, mention, surface[0]))
            {
                definitions.Define(surface, mention);
            }
        }
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

    private static bool StartsLike(Document document, Mention mention, char initial)
    {
        var bounds = document.SentenceArray[mention.Sentence];
        for (var index = Math.Max(bounds.FirstToken, mention.FirstToken - 4); index < mention.EndToken; index++)
        {
            if (char.ToUpperInvariant(document.Text[document.TokenArray[index].Start]) == char.ToUpperInvariant(initial))
            {
                return true;
            }
        }

        return false;
    }

    private static void AddDefined(Document document, List<Mention> mentions, AbbreviationDefinitions definitions)
    {
        var text = document.Text;
        var tokens = document.TokenArray;
        for (var sentence = 0; sentence < document.SentenceArray.Length; sentence++)
        {
            var bounds = document.SentenceArray[sentence];
            if (bounds.Section.IsExcluded())
            {
                continue;
            }

            for (var index = bounds.FirstToken; index < bounds.EndToken; index++)
            {
                ref readonly var token = ref tokens[index];
                if (!definitions.MayStartWith(text[token.Start]))
                {
                    continue;
                }

                if (token.Kind is not (TokenKind.Word or TokenKind.Alphanumeric) || !token.Has(TokenMarks.Capitalized) && token.Kind == TokenKind.Word && token.End - token.Start > 8)
                {
                    continue;
                }

                var surface = document.TextOf(token);
                if ((definitions.TryFind(surface, out var meaning) || (surface.Length > 2 && surface[^1] == 's' && definitions.TryFind(surface[..^1], out meaning)))
                    && index != meaning.EndToken + 1)
                {
                    mentions.Add(new Mention(meaning.Kind, meaning.Concept, index, index + 1) { Sentence = sentence });
                }
            }
        }
    }
}
