using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Annotation;

public sealed class TrapFilterTests
{
    private static readonly CaseExtractor Extractor = CaseExtractor.CreateDefault();

    [Theory]
    [InlineData("The tumor stained for human melanoma black 45.", null)]
    [InlineData("The cells were positive for squamous cell carcinoma antigen.", null)]
    [InlineData("Stains for anaplastic lymphoma kinase were positive.", null)]
    [InlineData("The tumor was a melanoma, positive for human melanoma black 45.", "8720")]
    public void A_name_inside_a_marker_is_no_tumour(string narrative, string? morphology) =>
        Assert.Equal(morphology, Extractor.Extract(new Narrative("n", narrative))[0].Histology?.Code);

    [Theory]
    [InlineData("Synovial sarcoma (SS) was diagnosed. The SS was excised.", "9040")]
    [InlineData("A man with spinal stenosis (SS) and synovial cysts underwent decompression. The SS recurred.", null)]   // the document says what it means
    [InlineData("Biopsy showed a giant cell tumor (GCT) of bone. GCT was curetted.", "9250")]
    public void An_abbreviation_means_what_the_document_says(string narrative, string? morphology) =>
        Assert.Equal(morphology, Extractor.Extract(new Narrative("n", narrative))[0].Histology?.Code);
}
