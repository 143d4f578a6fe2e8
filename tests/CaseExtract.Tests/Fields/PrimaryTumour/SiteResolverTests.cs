using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Fields;

public sealed class SiteResolverTests
{
    private static readonly CaseExtractor Extractor = CaseExtractor.CreateDefault();

    [Theory]
    [InlineData("A synovial sarcoma of the thigh was excised.", "C49")]
    [InlineData("An osteosarcoma of the thigh was excised.", "C40")]
    [InlineData("A malignant peripheral nerve sheath tumor of the thigh was excised.", "C47")]
    [InlineData("A melanoma of the thigh was excised.", "C44")]
    [InlineData("An extraskeletal osteosarcoma of the left hand was excised.", "C49")]   // the text overrules the tissue
    [InlineData("An intradural schwannoma at L2 was excised.", "C72")]
    [InlineData("A foraminal schwannoma at C6-C7, entirely extradural, was excised.", "C47")]
    [InlineData("Hysterectomy was performed; histology showed an endometrioid adenocarcinoma.", "C54")]   // of the lining
    [InlineData("Hysterectomy was performed; histology showed a leiomyosarcoma.", "C55")]   // of the wall
    [InlineData("A chest CT was normal. A liposarcoma of the left buttock was resected.", "C49")]
    [InlineData("A diffuse large B-cell lymphoma was treated; CT showed the lungs to be clear.", null)]
    [InlineData("A squamous cell carcinoma was found in a mass of the lower gingiva.", "C03")]
    public void The_site_follows_from_tissue_and_region(string narrative, string? topography) =>
        Assert.Equal(topography, Extractor.Extract(new Narrative("n", narrative))[0].PrimaryTumour?.Site?.Code[..3]);

    [Theory]
    [InlineData("A ductal carcinoma of the left breast was diagnosed.", "left")]
    [InlineData("A ductal carcinoma of the breast was diagnosed; the right breast was normal.", null)]
    [InlineData("Histology of the right renal mass showed renal cell carcinoma.", null)]   // the name tells the site, no word beside it the side
    public void The_side_stands_beside_the_site(string narrative, string? side) =>
        Assert.Equal(side, Extractor.Extract(new Narrative("n", narrative))[0].PrimaryTumour?.Laterality);
}
