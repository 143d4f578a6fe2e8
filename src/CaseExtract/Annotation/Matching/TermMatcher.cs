using System.Numerics;
using System.Runtime.CompilerServices;
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
    /// <summary>So many tokens are asked together whether a term may start there.</summary>
    private const int Together = 64;

    private static readonly int Kinds = Enum.GetValues<MentionKind>().Length;

    public void Match(Document document, List<Mention> mentions)
    {
        Span<int> free = stackalloc int[Kinds];
        Span<Found> longest = stackalloc Found[Kinds];
        Span<int> starts = stackalloc int[Together];
        free.Clear();
        var announced = 0;
        Announce(document.TokenArray, 0, ref announced);
        for (var sentence = 0; sentence < document.SentenceArray.Length; sentence++)
        {
            var bounds = document.SentenceArray[sentence];
            if (bounds.Section.IsExcluded())
            {
                continue;
            }

            var tokens = document.TokenArray[..bounds.EndToken];
            Announce(document.TokenArray, bounds.EndToken, ref announced);
            for (var from = bounds.FirstToken; from < tokens.Length; from += Together)
            {
                foreach (var first in FindStarts(tokens, from, starts))
                {
                    for (var kinds = FindLongest(tokens, first, longest); kinds != 0; kinds &= kinds - 1)
                    {
                        var kind = BitOperations.TrailingZeroCount(kinds);
                        // A heading names nothing, but may say how all under it is to be taken.
                        if (first >= free[kind] && (!bounds.IsHeading || kind == (int)MentionKind.Cue))
                        {
                            free[kind] = longest[kind].End;
                            Add(mentions, (MentionKind)kind, longest[kind], first, sentence);
                        }
                    }
                }
            }
        }
    }

    /// <summary>Asks for the nodes of the words that come next, so that they are there when their sentence is read.</summary>
    private void Announce(ReadOnlySpan<Token> tokens, int from, ref int announced)
    {
        var end = Math.Min(from + Together, tokens.Length);
        for (announced = Math.Max(announced, from); announced < end; announced++)
        {
            trie.AnnounceStart(TermTrie.Start(tokens[announced].Word));
        }
    }

    private void Add(List<Mention> mentions, MentionKind kind, Found found, int first, int sentence)
    {
        var (next, end) = trie.Terms(found.Node);
        for (; next < end; next++)
        {
            if (trie.KindOf(next) == kind)
            {
                mentions.Add(new Mention(kind, trie.ConceptOf(next), first, found.End) { Sentence = sentence });
            }
        }
    }

    /// <summary>
    /// The tokens that a walk is worth from: a term is their word, or may go on with the next. Their nodes lie all over the trie, so all are asked
    /// before one is walked from, without a branch: what is waited for, is waited for together.
    /// </summary>
    /// <param name="tokens">The tokens up to the end of the sentence.</param>
    /// <param name="from">The first of the <see cref="Together"/> tokens that are asked.</param>
    /// <param name="starts">Room for as many.</param>
    private ReadOnlySpan<int> FindStarts(ReadOnlySpan<Token> tokens, int from, Span<int> starts)
    {
        var count = 0;
        var end = Math.Min(from + Together, tokens.Length);
        for (var index = from; index < end; index++)
        {
            var next = index + 1 < tokens.Length ? tokens[index + 1] : default;
            var isStart = trie.MayMatch(TermTrie.Start(tokens[index].Word), next.Word) | (next.Kind == TokenKind.Dash);
            starts[count] = index;
            count += Unsafe.BitCast<bool, byte>(isStart);
        }

        foreach (var start in starts[..count])
        {
            trie.AnnounceWalk(TermTrie.Start(tokens[start].Word));
        }

        return starts[..count];
    }

    /// <summary>Walks along the trie from a token.</summary>
    /// <returns>A bit for each kind of term that was met; only their entries in <paramref name="longest"/> mean anything.</returns>
    private ulong FindLongest(ReadOnlySpan<Token> tokens, int first, Span<Found> longest)
    {
        var kinds = 0UL;
        var node = TermTrie.Start(tokens[first].Word);
        var next = first + 1;
        while (true)
        {
            var (term, end) = trie.Terms(node);
            for (; term < end; term++)
            {
                var kind = (int)trie.KindOf(term);
                longest[kind] = new Found(next, node);
                kinds |= 1UL << kind;
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
