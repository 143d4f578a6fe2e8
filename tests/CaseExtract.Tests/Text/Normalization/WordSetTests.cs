using CaseExtract.Text.Normalization;
using CsCheck;
using Xunit;

namespace CaseExtract.Tests.Text.Normalization;

public sealed class WordSetTests
{
    [Fact]
    public void It_holds_what_a_hash_set_holds() =>
        Gen.Select(Gen.Int[0, 300].Array, Gen.Int[0, 300].Array).Sample((words, asked) =>
        {
            WordSet set = [.. words];
            var expected = words.ToHashSet();
            Assert.All(asked, word => Assert.Equal(expected.Contains(word), set.Contains(word)));
            Assert.Equal(expected.Order(), set);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(int.MaxValue)]
    public void An_empty_set_holds_no_word(int word)
    {
        Assert.DoesNotContain(word, new WordSet());
        WordSet cleared = [0, 63, 64];
        cleared.Clear();
        Assert.False(cleared.Contains(word));
    }
}
