using CaseExtract.Text.Normalization;
using Xunit;

namespace CaseExtract.Tests.Text.Normalization;

public sealed class VocabularyTests
{
    [Theory]
    [InlineData("tumor", "tumour")]
    [InlineData("orchiectomy", "orchidectomy")]
    [InlineData("orchiectomy", "orchectomy")]
    [InlineData("appendectomy", "appendicectomy")]
    [InlineData("leukorrhea", "leucorrhea")]
    [InlineData("metastasized", "metastasised")]
    [InlineData("hematoma", "haematoma")]
    public void Both_spellings_of_a_word_share_its_number_whichever_is_listed(string american, string british)
    {
        // A lexicon with one British row must not part the tumours of a report from the tumors of the others.
        foreach (var listed in new string[][] { [american], [british], [american, british], [british, american] })
        {
            var builder = new Vocabulary.Builder();
            var numbers = listed.Select(builder.Add).Distinct().ToList();
            var vocabulary = builder.Build();
            Assert.Equal(Assert.Single(numbers), Find(vocabulary, american));
            Assert.Equal(Find(vocabulary, american), Find(vocabulary, british));
        }
    }

    [Fact]
    public void A_form_that_is_listed_itself_keeps_its_own_number()
    {
        var builder = new Vocabulary.Builder();
        int singular = builder.Add("metastasis"), plural = builder.Add("metastases");
        var vocabulary = builder.Build();
        Assert.Equal(singular, Find(vocabulary, "metastasis"));
        Assert.Equal(plural, Find(vocabulary, "metastases"));
    }

    [Theory]
    [InlineData("disease")]
    [InlineData("exercise")]
    [InlineData("leucine")]
    [InlineData("caecum")]
    [InlineData("raise")]
    public void A_word_that_only_looks_British_is_found_as_it_is_listed(string word)
    {
        var builder = new Vocabulary.Builder();
        var number = builder.Add(word);
        Assert.Equal(number, Find(builder.Build(), word));
    }

    [Fact]
    public void A_word_that_is_not_listed_has_the_number_zero() => Assert.Equal(Vocabulary.Unknown, Find(new Vocabulary.Builder().Build(), "tumor"));

    private static int Find(Vocabulary vocabulary, string word) => vocabulary.Find(word, WordKey.Of(word));
}
