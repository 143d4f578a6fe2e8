using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CsCheck;
using Xunit;

namespace CaseExtract.Tests.Annotation;

public sealed class TermTrieTests
{
    private const int Words = 100;

    /// <summary>Words that are far apart too: a node keeps the last six bits of the words it goes on with, and many edges are searched by halves.</summary>
    private static readonly int[] SomeWords = [1, 2, 3, 5, 8, 33, 34, 65, 66, 67, 70, 97, 98, 99];

    private static readonly Gen<int[]> Term = Gen.Int[0, SomeWords.Length - 1].Select(index => SomeWords[index]).Array[1, 4];

    [Fact]
    public void It_holds_at_each_path_the_terms_that_were_added_there_in_their_order() =>
        Gen.Select(Term, Gen.Bool, Gen.Bool).Array[0, 200].Select(Term.Array[0, 50]).Sample((added, asked) =>
        {
            var builder = new TermTrieBuilder();
            var oracle = new Dictionary<string, List<Term>>(StringComparer.Ordinal);
            foreach (var (words, isTumour, isOther) in added)
            {
                var term = new Term(isTumour ? MentionKind.Tumour : MentionKind.Site, new ValueConcept(isOther ? "other" : "one"));
                builder.Add(words, term.Kind, term.Concept);
                var path = string.Join(' ', words);
                oracle.TryAdd(path, []);
                if (!oracle[path].Contains(term))
                {
                    oracle[path].Add(term);
                }
            }

            var trie = builder.Build(Words);
            foreach (var words in added.Select(term => term.Item1).Concat(asked))
            {
                var node = TermTrie.Start(words[0]);
                foreach (var word in words.Skip(1))
                {
                    node = node == 0 ? 0 : trie.Child(node, word);
                }

                var (first, end) = node == 0 ? default : trie.Terms(node);
                var found = Enumerable.Range(first, end - first).Select(term => new Term(trie.KindOf(term), trie.ConceptOf(term)));
                Assert.Equal(oracle.GetValueOrDefault(string.Join(' ', words), []), found);
            }
        });
}
