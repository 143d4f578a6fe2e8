using System.Numerics;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;
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
        Span<int> free = stackalloc int[Kinds];
        Span<Found> longest = stackalloc Found[Kinds];
        free.Clear();
        for (var sentence = 0; sentence < document.SentenceArray.Length; sentence++)
        {
            var bounds = document.SentenceArray[sentence];
            if (bounds.Section.IsExcluded())
            {
                continue;
            }

            var tokens = document.TokenArray.AsSpan(0, bounds.EndToken);
            for (var first = bounds.FirstToken; first < tokens.Length; first++)
            {
                var node = trie.Start(tokens[first].Word);
                if (node == 0)
                {
                    continue;
                }

                for (var kinds = FindLongest(tokens, first, node, longest); kinds != 0; kinds &= kinds - 1)
                {
                    var kind = BitOperations.TrailingZeroCount(kinds);
                    var found = longest[kind];
                    // A heading names nothing, but may say how all under it is to be taken.
                    if (first < free[kind] || (bounds.IsHeading && kind != (int)MentionKind.Cue))
                    {
                        continue;
                    }

                    free[kind] = found.End;
                    foreach (var term in trie.Terms(found.Node))
                    {
                        if ((int)term.Kind == kind)
                        {
                            mentions.Add(new Mention(term.Kind, term.Concept, first, found.End) { Sentence = sentence });
                        }
                    }
                }
            }
        }
    }

    /// <summary>Walks along the trie from a node behind the first token.</summary>
    /// <returns>A bit for each kind of term that was met; only their entries in <paramref name="longest"/> mean anything.</returns>
    private ulong FindLongest(ReadOnlySpan<Token> tokens, int first, int node, Span<Found> longest)
    {
        var kinds = 0UL;
        var next = first + 1;
        while (true)
        {
            foreach (var term in trie.Terms(node))
            {
                longest[(int)term.Kind] = new Found(next, node);
                kinds |= 1UL << (int)term.Kind;
            }

            // a dash that sticks to the word before it joins words
            while (next + 1 < tokens.Length && tokens[next].Kind == TokenKind.Dash && !tokens[next].Has(TokenMarks.SpaceBefore))
            {
                next++;
            }

            if (next >= tokens.Length || tokens[next].Word == Vocabulary.Unknown)
            {
                return kinds;
            }

            node = trie.Child(node, tokens[next].Word);
            if (node == 0)
            {
                return kinds;
            }

            next++;
        }
    }

    private readonly record struct Found(int End, int Node);
}
