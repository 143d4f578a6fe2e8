using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Course;

public sealed class LesionFinderTests
{
    private static readonly CaseExtractor Extractor = CaseExtractor.CreateDefault();

    [Theory]
    [InlineData("Frozen section suggested ependymoma, but the final diagnosis was hemangioblastoma.", "9161")]   // the last word
    [InlineData("Sputum cytology suggested squamous cell carcinoma. The pathological diagnosis of the resected lobe was pleomorphic carcinoma.", "8022")]
    [InlineData("He was treated for prostate adenocarcinoma in 2004. In 2012 he presented with neck pain; biopsy of C5 confirmed chordoma.", "9370")]   // the earlier tumour is another one
    [InlineData("The patient had an adenocarcinoma of the bladder. The final diagnosis was mucinous adenocarcinoma.", "8480")]   // a name that says less bears out one that says more
    [InlineData("The final diagnosis was ovarian carcinosarcoma with a squamous cell carcinoma component.", "8980")]   // a part is not the whole
    [InlineData("Histology showed a melanoma arising within a seborrheic keratosis.", "8720")]
    [InlineData("Her mother had died of melanoma. The excised tumor was a schwannoma.", "9560")]
    [InlineData("A mass of the vertebra was found and followed without biopsy.", null)]
    public void The_index_tumour_is_the_last_confirmed_diagnosis(string narrative, string? morphology) =>
        Assert.Equal(morphology, Extractor.Weigh(new Narrative("n", narrative))[0].Lesion.Tumour?.Morphology);

    [Theory]
    [InlineData("A meningioma was suspected, but histology of the mass showed a tuberculoma.", false)]
    [InlineData("The pathological findings revealed the tumor to be a benign bronchogenic cyst.", false)]
    [InlineData("We report a case of spinal extradural hematoma after excision of a tumor at T8.", false)]
    [InlineData("A hematoma was suspected, but histology showed an angiosarcoma.", true)]
    [InlineData("Body mass index was 43 and growth hormone was low.", false)]   // a mass and a growth that are none
    public void No_tumour_can_win(string narrative, bool isTumour) =>
        Assert.Equal(isTumour, Extractor.Weigh(new Narrative("n", narrative))[0].Lesion.IsTumour);
}
