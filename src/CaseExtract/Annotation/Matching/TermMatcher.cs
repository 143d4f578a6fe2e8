using CaseExtract.Text;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Matching;

/// <summary>
/// Finds the terms of all lexicons in one pass over the tokens. Of one kind the longest term at a place wins and terms do not overlap;
/// terms of different kinds may ("spinal cord compression" is a finding, "spinal cord" in it a site). Hyphens between words count as blanks.
/// </summary>
internal sealed class TermMatcher(TermTrie trie)
{
    private static readonly int Kinds = Enum.GetValues<MentionKind>().Length;

    public void Match(Document document, List<Mention> mentions)
    {
        var tokens = document.TokenArray;
        Span<int> free = stackalloc int[Kinds];
        Span<int> longest = stackalloc int[Kinds];
        Span<int> node = stackalloc int[Kinds];
        free.Clear();
        for (var sentence = 0; sentence < document.SentenceArray.Length; sentence++)
        {
            var bounds = document.SentenceArray[sentence];
            if (bounds.Section.IsExcluded())
            {
                continue;
            }

            for (var first = bounds.FirstToken; first < bounds.EndToken; first++)
            {
                var word = tokens[first].Word;
                if (word == Vocabulary.Unknown || !trie.MayStart(word))
                {
                    continue;
                }

                longest.Clear();
                var current = 0;
                for (var next = first; next < bounds.EndToken; next++)
                {
                    if (tokens[next].Kind == TokenKind.Dash && next > first && next + 1 < bounds.EndToken && !tokens[next].Has(TokenMarks.SpaceBefore)
                        && trie.Child(current, tokens[next].Word) == 0)
                    {
                        continue;
                    }

                    current = tokens[next].Word == Vocabulary.Unknown ? 0 : trie.Child(current, tokens[next].Word);
                    if (current == 0)
                    {
                        break;
                    }

                    foreach (var (kind, _) in trie.Terms(current))
                    {
                        longest[(int)kind] = next + 1;
                        node[(int)kind] = current;
                    }
                }

                for (var kind = 0; kind < longest.Length; kind++)
                {
                    // A heading names nothing, but may say how all under it is to be taken.
                    if (longest[kind] > 0 && first >= free[kind] && (!bounds.IsHeading || kind == (int)MentionKind.Cue))
                    {
                        free[kind] = longest[kind];
                        foreach (var (termKind, concept) in trie.Terms(node[kind]))
                        {
                            if ((int)termKind == kind)
                            {
                                mentions.Add(new Mention(termKind, concept, first, longest[kind]) { Sentence = sentence });
                            }
                        }
                    }
                }
            }
        }
    }
}
