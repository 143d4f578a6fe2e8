using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Fields;

public sealed class OriginExtractorTests
{
    private static readonly CaseExtractor Extractor = CaseExtractor.CreateDefault();

    [Theory]
    [InlineData("Histological examination disclosed a penile metastasis from the previous rectal adenocarcinoma.", "metastatic")]
    [InlineData("Histology of the specimen confirmed metastatic carcinoma to the eye.", "metastatic")]
    [InlineData("The final diagnosis was a squamous cell carcinoma of the rectum metastatic to both ovaries.", "metastatic")]
    [InlineData("MRI showed a lytic lesion of T9. Biopsy showed hepatocellular carcinoma.", "metastatic")]   // no such tumour arises at the spine
    [InlineData("A man with pulmonary adenocarcinoma with pleural dissemination and liver metastases received chemotherapy.", "primary")]   // the stage, not the lesion
    [InlineData("A woman with metastatic gastric cancer received her third cycle of chemotherapy.", "primary")]
    [InlineData("Gastric adenocarcinoma was removed; lymph node metastases were found in the specimen.", "primary")]
    [InlineData("Histology showed a fibrosarcoma secondary to radiotherapy.", "primary")]   // secondary to something
    [InlineData("A primary lymphoma of bone, a diffuse large B-cell lymphoma, was diagnosed.", "primary")]
    [InlineData("A diffuse large B-cell lymphoma was diagnosed.", null)]   // systemic disease
    public void A_metastasis_is_told_from_a_primary_with_metastases(string narrative, string? origin) =>
        Assert.Equal(origin, Extractor.Extract(new Narrative("n", narrative))[0].Lesion.Origin?.Value);
}
