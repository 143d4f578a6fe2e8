using CaseExtract.Text.Normalization;
using Xunit;

namespace CaseExtract.Tests.Text.Normalization;

public sealed class LetterFoldingTests
{
    [Theory]
    [InlineData("Tumour", "tumour")]
    [InlineData("Schwannöm", "schwannom")]
    [InlineData("ŒDEMA", "oedema")]
    [InlineData("Anæmia", "anaemia")]
    [InlineData("ﬂuid", "fluid")]
    [InlineData("Straße", "strasse")]
    [InlineData("Ｔ５", "t5")]
    [InlineData("tu\u00ADmor", "tumor")]
    [InlineData("e\u0301pilepsy", "epilepsy")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    [InlineData("naïve", "naive")]
    [InlineData("ĐŐRSŻ", "dorsz")]
    public void Letters_are_folded(string word, string folded) => Assert.Equal(folded, LetterFolding.Fold(word));

    [Theory]
    [InlineData("tumor", "tumour", "tumors", "tumours")]
    [InlineData("hematoma", "haematoma", "haematomata", "hematomas")]
    [InlineData("metastasis", "metastases")]
    [InlineData("vertebra", "vertebrae", "vertebras")]
    [InlineData("laminectomy", "laminectomies")]
    [InlineData("edema", "oedema")]
    [InlineData("leukemia", "leukaemia")]
    [InlineData("esophagus", "oesophagus", "oesophagi")]
    [InlineData("stabilization", "stabilisation")]
    [InlineData("foramen")]
    public void A_word_is_met_in_its_British_and_plural_forms(string word, params string[] forms)
    {
        var variants = SpellingVariants.Of(word).ToList();
        Assert.Equal(word, variants[0]);
        Assert.All(forms, form => Assert.Contains(form, variants));
    }
}
