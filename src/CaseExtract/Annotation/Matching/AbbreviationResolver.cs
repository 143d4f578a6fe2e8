using System.Runtime.InteropServices;
using CaseExtract.Text;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Matching;

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
        BracketedAbbreviation.FindMeanings(document, mentions, definitions);
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

        hasAbbreviation |= MarkSpelled(document, CollectionsMarshal.AsSpan(mentions)[..count], definitions);
        if (hasAbbreviation)
        {
            mentions.RemoveAll(static mention => mention.Kind == MentionKind.Abbreviation);
        }
    }

    /// <summary>
    /// Acts are abbreviated too, and their lexicons list the letters as terms. Where the document spells such letters out as something else, "short tandem repeat (STR)", "electronic
    /// medical record (EMR)", they are an abbreviation that stands for nothing here.
    /// </summary>
    /// <returns>Whether any is.</returns>
    private static bool MarkSpelled(Document document, Span<Mention> mentions, AbbreviationDefinitions definitions)
    {
        var isAny = false;
        foreach (ref var mention in mentions)
        {
            if (mention.Kind is not (MentionKind.Procedure or MentionKind.Extent or MentionKind.Adjuvant) || mention.EndToken != mention.FirstToken + 1)
            {
                continue;
            }

            var token = document.TokenArray[mention.FirstToken];
            if (token.Has(TokenMarks.AllCapitals) && token.End - token.Start is > 1 and <= AbbreviationDefinitions.Longest
                && document.TextOf(token) is var surface && !definitions.Defines(surface) && IsDefinedOtherwise(document, surface, definitions))
            {
                mention = mention with { Kind = MentionKind.Abbreviation };
                isAny = true;
            }
        }

        return isAny;
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

    /// <summary>Whether the document spells an abbreviation out as something that the lexicons do not know, which would have defined it already: "multiple sclerosis (MS)", "spinal stenosis (SS)".</summary>
    private static bool IsDefinedOtherwise(Document document, ReadOnlySpan<char> surface, AbbreviationDefinitions definitions)
    {
        if (definitions.AsksForSpelled())
        {
            BracketedAbbreviation.FindSpelled(document, definitions);
        }

        return definitions.IsSpelled(surface);
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

    /// <summary>Adds a mention wherever an abbreviation stands that the document defines.</summary>
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
