using CaseExtract.Text.Normalization;
using Xunit;

namespace CaseExtract.Tests.Text.Normalization;

/// <summary>Reports all in capitals, or all in small letters, in the case of prose.</summary>
public sealed class RecasingTests
{
    [Theory]
    [InlineData(
        "A 63 YEAR OLD MAN HAD BACK PAIN FOR 3 WEEKS. MRI SHOWED A 2 CM MASS AT T8 AND TH12. HE WAS ASIA C.",
        "A 63 year old man had back pain for 3 weeks. Mri showed a 2 cm mass at T8 and Th12. He was asia C.")]
    [InlineData(
        "FINDINGS: LARGE MASS OF THE LEFT PARAVERTEBRAL MUSCLES\nEXTENDING INTO THE CANAL, GRADE II.\n\nIMPRESSION: GIANT CELL TUMOR (GCT). THE GCT IS LARGE.",
        "Findings: Large mass of the left paravertebral muscles\nextending into the canal, grade II.\n\nImpression: Giant cell tumor (GCT). The GCT is large.")]
    [InlineData(
        "a 54 year old woman with breast cancer. mri of the spine shows metastases of t8 and l3 (left). s100 was negative.",
        "A 54 year old woman with breast cancer. Mri of the spine shows metastases of T8 and L3 (left). S100 was negative.")]
    [InlineData(
        "HISTOLOGY: NON-HODGKIN LYMPHOMA (NHL). THE NHL WAS TREATED, AND THE PATIENT WITH IT FOLLOWED.",
        "Histology: Non-hodgkin lymphoma (NHL). The NHL was treated, and the patient with it followed.")]
    public void A_text_without_case_gets_that_of_prose(string text, string expected) => Assert.Equal(expected, Recasing.Of(text));

    [Theory]
    [InlineData("A 63-year-old man presented with back pain. MRI showed a mass at T8. LAMINECTOMY was performed.")]
    [InlineData("PAST MEDICAL HISTORY:\nNephrectomy for renal cell carcinoma in 2012.\nIMAGING:\nMRI showed a mass at T8.")]
    [InlineData("MRI: T8 MASS.")]
    [InlineData("t8 mass, laminectomy.")]
    [InlineData("脊髄腫瘍。三十五歳の男性。")]
    [InlineData("")]
    public void A_text_with_case_stays_what_it_is(string text) => Assert.Same(text, Recasing.Of(text));

    [Fact]
    public void A_part_in_capitals_is_recased_and_the_rest_stays()
    {
        const string Text = "Operation note, Dr. Smith.\n\nTHE PATIENT WAS POSITIONED PRONE AND A LAMINECTOMY OF T8 WAS PERFORMED WITHOUT DIFFICULTY.\n\nHe was seen by Dr. Jones.";
        Assert.Equal("Operation note, Dr. Smith.\n\nThe patient was positioned prone and a laminectomy of T8 was performed without difficulty.\n\nHe was seen by Dr. Jones.", Recasing.Of(Text));
    }

    [Fact]
    public void Places_stay_where_they_are()
    {
        const string Text = "İSTANBUL: ŞÜPHELİ KİTLE, ΜΜ 3 CM, T8; STRASSE ǅ 𝐀𝐁 LARGE TUMOR OF THE THORACIC SPINE WITH CORD COMPRESSION (MESCC) SEEN.";
        Assert.Equal(Text.Length, Recasing.Of(Text).Length);
    }
}
