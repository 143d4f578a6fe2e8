using CaseExtract.Text.Normalization;
using CsCheck;
using Xunit;

namespace CaseExtract.Tests.Text.Normalization;

public sealed class WordTableTests
{
    /// <summary>Few letters, so that words meet again, in both cases.</summary>
    private static readonly Gen<string> Word = Gen.Char["abcABC-é5"].Array[0, 4].Select(letters => new string(letters));

    [Fact]
    public void It_finds_what_a_dictionary_that_ignores_case_finds() =>
        Gen.Select(Word.Array[0, 400], Word.Array[0, 50], Gen.Int[0, 300]).Sample((added, asked, capacity) =>
        {
            var table = new WordTable(capacity);
            var oracle = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var word in added)
            {
                var number = oracle.Count + 1;
                Assert.Equal(oracle.TryAdd(word.ToLowerInvariant(), number), table.TryAdd(word, number));
            }

            Assert.Equal(oracle.Count, table.Count);
            Assert.Equal(oracle.Select(pair => (pair.Key, pair.Value)), table.InOrder());
            Assert.All(added.Concat(asked), word => Assert.Equal(oracle.GetValueOrDefault(word.ToLowerInvariant()), table.Find(word, WordHash.Of(word))));
        });

    [Fact]
    public void Words_of_one_hash_are_told_apart_by_their_letters()
    {
        var table = new WordTable();
        table.TryAdd("tumor", 1);
        Assert.Equal(1, table.Find("TUMOR", WordHash.Of("tumor")));
        Assert.Equal(0, table.Find("humor", WordHash.Of("tumor")));
        Assert.Equal(0, table.Find("tumors", WordHash.Of("tumor")));
    }
}
