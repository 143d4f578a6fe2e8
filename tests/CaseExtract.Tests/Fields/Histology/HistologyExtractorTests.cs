using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Fields;

public sealed class HistologyExtractorTests
{
    private static readonly CaseExtractor Extractor = CaseExtractor.CreateDefault();

    [Theory]
    [InlineData("Histology showed a neuroendocrine carcinoma of the bile duct (small cell type).", "8041", "3")]
    [InlineData("Biopsy confirmed metastatic breast carcinoma of lobular type.", "8520", "6")]
    [InlineData("Histology showed an adenocarcinoma of the cecum, partly mucinous.", "8480", "3")]
    [InlineData("Histology showed an adenocarcinoma with a mucinous cystadenoma beside it.", "8140", "3")]   // the word belongs to another tumour
    [InlineData("Excision showed melanoma in situ.", "8720", "2")]
    [InlineData("Excision showed a melanoma in-situ.", "8720", "2")]
    [InlineData("Histology showed a benign solitary fibrous tumor.", "8815", "0")]
    [InlineData("Histology showed a malignant solitary fibrous tumor.", "8815", "3")]
    public void A_word_beside_the_name_makes_it_exact(string narrative, string morphology, string behaviour)
    {
        var histology = Extractor.Extract(new Narrative("n", narrative))[0].Histology;
        Assert.Equal((morphology, behaviour), (histology?.Code, histology?.Behaviour));
    }
}
