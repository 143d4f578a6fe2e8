using CaseExtract.Text.Normalization;
using CsCheck;
using Xunit;

namespace CaseExtract.Tests.Text.Normalization;

public sealed class WordTableTests
{
    /// <summary>Few letters, so that words meet again, in both cases; some longer than a key holds.</summary>
    private static readonly Gen<string> Word = Gen.Select(Gen.Char["abcABC-é5"].Array[0, 4], Gen.Int[0, 9]).Select((letters, tail) => new string(letters) + (tail == 0 ? "immunohistochemical" : ""));

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
            Assert.All(added.Concat(asked), word => Assert.Equal(oracle.GetValueOrDefault(word.ToLowerInvariant()), table.Find(word, WordKey.Of(word))));
        });

    [Fact]
    public void Many_words_together_are_found_as_each_alone() =>
        Gen.Select(Word.Array[0, 400], Word.Array[0, 100], Gen.Int[0, 300]).Sample((added, asked, capacity) =>
        {
            var table = new WordTable(capacity);
            foreach (var word in added)
            {
                table.TryAdd(word, table.Count + 1);
            }

            var keys = asked.Concat(added).Select(word => WordKey.Of(word)).Where(key => key.IsExact && key != default).ToArray();
            var numbers = new int[keys.Length];
            table.FindExact(keys, numbers);
            Assert.Equal(keys.Select(key => table.Find([], key)), numbers);
        });

    [Fact]
    public void Long_words_of_one_key_are_told_apart_by_their_letters()
    {
        const string word = "immunohistochemistry";
        var table = new WordTable();
        table.TryAdd(word, 1);
        Assert.Equal(1, table.Find("ImmunoHistoChemistry", WordKey.Of(word)));
        Assert.Equal(0, table.Find("immunohistochemistri", WordKey.Of(word)));
        Assert.Equal(0, table.Find("immunohistochemistrys", WordKey.Of(word)));
    }

    [Fact]
    public void The_key_of_a_word_that_fits_is_the_word() =>
        Gen.Select(Gen.Char['\u0001', '\u007F'].Array[0, 16], Gen.Char['\u0001', '\u007F'].Array[0, 16]).Sample((left, right) =>
        {
            var (one, other) = (WordKey.Of(left), WordKey.Of(right));
            Assert.True(one.IsExact && other.IsExact);
            Assert.Equal(string.Equals(new string(left), new string(right), StringComparison.OrdinalIgnoreCase), one == other);
        });
}
