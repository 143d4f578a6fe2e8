using CaseExtract.Text;
using CaseExtract.Text.Sections;
using Xunit;

namespace CaseExtract.Tests.Text.Sections;

/// <summary>
/// Pages as journals and hospitals print them. What is marked with <c>¶</c> is no part of the story: nothing may be read there, and everything
/// else must be read.
/// </summary>
public sealed class PageShapeTests
{
    private const string Story =
        "A 55-year-old woman was admitted with back pain and weakness of both legs. MRI showed a mass at T8 that compressed the cord. " +
        "A laminectomy was performed, and histology revealed a metastatic leiomyosarcoma.";

    private const string Vancouver = "Alvarado P, Singh K. Giant cell tumor of C7 in a 19-year-old man treated by spondylectomy. J Imag Spine. 2009;4:11-7.";

    public static TheoryData<string, string> Pages => new()
    {
        { "names with the numbers of their addresses", $"""
            Metastatic Leiomyosarcoma of the Thoracic Spine: A Case Report
            ¶John A. Smith1,2, Mary B. Jones2*, Wei-Chen Li3 and Adaeze Okafor1
            ¶1 Department of Neurosurgery, Breast Cancer Center, University Hospital, Springfield, USA
            ¶2Division of Hepatocellular Carcinoma Research, College of Medicine, Springfield, USA
            ¶3 Prostate Clinic, City Hospital, Shelbyville, USA
            ¶*Correspondence: jsmith@example.org

            {Story}
            """ },
        { "names with raised numbers and degrees", $"""
            Metastatic leiomyosarcoma of the thoracic spine: a case report

            ¶Daniel R. Okafor, MD¹; Mei-Lin Tsai, MD, PhD²; Patrick J. Brennan, MD¹,*

            ¶¹ Department of Neurosurgery, Harborview Medical Center; ² Division of Glioma, University Hospital of Eastport

            {Story}
            """ },
        { "a correspondence line without a blank line behind it", $"""
            Metastatic leiomyosarcoma of the thoracic spine: a case report
            ¶Correspondence to: Dr. P. Brennan, Melanoma Unit, pbrennan@example.org
            {Story}
            """ },
        { "electronic addresses and identifiers of authors", $"""
            Metastatic leiomyosarcoma of the thoracic spine
            ¶Daniel R. Okafor, Mei-Lin Tsai
            ¶e-mail: okafor.chordoma@example.org
            ¶ORCID: https://orcid.org/0000-0001-2345-6789 (Okafor)

            {Story}
            """ },
        { "keywords inline behind the abstract, then the text without a heading", $"""
            Abstract: We report a rare disease.
            ¶Keywords: hepatocellular carcinoma; laminectomy; chordoma; T12

            {Story}
            """ },
        { "keywords without a colon", $"""
            Leiomyosarcoma of the spine
            ¶Keywords Chordoma · Ewing sarcoma · Mastectomy

            {Story}
            """ },
        { "keywords on the line below their heading", $"""
            Leiomyosarcoma of the spine

            ¶KEY WORDS
            ¶chordoma, Ewing sarcoma, mastectomy

            {Story}
            """ },
        { "keywords told by their shape", $"""
            Metastatic leiomyosarcoma of the thoracic spine

            ¶John Smith, Mary Jones

            ¶chordoma, nephrectomy, cervical spine

            {Story}
            """ },
        { "a list of abbreviations", $"""
            Leiomyosarcoma of the spine

            ¶Abbreviations: HCC, hepatocellular carcinoma; GCT, giant cell tumor; C7, seventh cervical vertebra

            {Story}
            """ },
        { "references under a heading, numbered", $"""
            Case report
            {Story}

            ¶References
            ¶1. {Vancouver}
            ¶2. Whitfield B. Mastectomy and later L4 metastasis: review of 212 patients. Ann Invent Oncol. 2015;22(3):301-12.
            """ },
        { "references without a heading, numbered", $"""
            {Story}

            ¶1. {Vancouver}
            ¶2. Whitfield B. Mastectomy and later L4 metastasis: review of 212 patients. Ann Invent Oncol. 2015 Mar 4;22(3):301-12.
            """ },
        { "references without a heading, numbers in brackets", $"""
            {Story}

            ¶[1] {Vancouver}
            ¶[2] Whitfield B, Hahn E. Mastectomy and later L4 metastasis. Ann Invent Oncol 22 (2015) 301–312.
            """ },
        { "references without a heading or numbers", $"""
            {Story}

            ¶{Vancouver}

            ¶Whitfield B, Hahn E: Mastectomy and later L4 metastasis. Ann Invent Oncol 22:301–312, 2015
            """ },
        { "references in the style of psychologists, under a heading", $"""
            {Story}

            ¶REFERENCES

            ¶Smith, J., & Jones, K. L. (2015). Nephrectomy and later metastasis of the seventh cervical vertebra in a 70-year-old man: a review of the literature. Journal of Invented Oncology, 12(3), 45–50.

            ¶van Dam, P. (2011, March). Mastectomy in older women. Journal of Invented Surgery, 2, 5–9.
            """ },
        { "references in the style of psychologists, without a heading", $"""
            {Story}

            ¶Smith, J., & Jones, K. L. (2015). Nephrectomy and later metastasis of the seventh cervical vertebra. Journal of Invented Oncology, 12(3), 45–50.
            ¶van Dam, P. (2011). Mastectomy in older women. Journal of Invented Surgery, 2, 5–9.
            """ },
        { "references in the style of Springer, without a heading", $"""
            {Story}

            ¶Smith J, Jones KL (2015) Nephrectomy and later metastasis of C7. J Inv Oncol 12:45–50
            ¶Rossi L, Hahn E, Moreau C et al (2018) Intramedullary astrocytoma in a 3-month-old boy. Childs Cord 9:77–80
            """ },
        { "a bibliographic line above the text", $"""
            ¶Smith J, Jones K. Chordoma of C2 in a 12-year-old boy. J Case Rep. 2011;6:20-4. doi:10.1234/jcr.2011.6
            {Story}
            """ },
        { "biographies behind the text", $"""
            {Story}

            ¶Author Biographies

            ¶Daniel R. Okafor, 38, is a spine surgeon whose research concerns ependymoma of the conus and radiotherapy of sacral chordoma in children.

            ¶Mei-Lin Tsai leads a trial of immunotherapy after hepatectomy and nephrectomy for patients who have lost all other options.
            """ },
        { "statements behind the text", $"""
            {Story}

            ¶Funding: Supported by the Foundation for Chordoma and Mastectomy.
            ¶Conflict of interest: None.
            ¶Acknowledgements: We thank the breast cancer unit.

            ¶How to cite this article: Okafor DR. Laminectomy for hepatocellular carcinoma at L2. J Sample Spine. 2022;5:e17.
            """ },
        { "a statement between two parts of the story", $"""
            Case report
            A 55-year-old woman was admitted with back pain and weakness of both legs.

            ¶Consent: She consented to mastectomy photographs.

            MRI showed a mass at T8 that compressed the cord, and a laminectomy was performed without delay on the same day. Histology revealed a metastatic leiomyosarcoma.
            """ },
        { "addresses behind the text, without a heading", $"""
            {Story}

            ¶Daniel R. Okafor, Department of Neurosurgery, Chordoma Center, University Hospital, Eastport
            """ },
        { "captions behind the references", $"""
            {Story}

            ¶References
            ¶1. {Vancouver}

            Figure legends
            Figure 1. MRI shows the mass at T8.
            """ },
        { "running heads between the pages", $"""
            A 55-year-old woman was admitted with back pain and weakness of both legs. MRI showed a mass at T8 that
            compressed the cord.

            ¶Smith J, et al. Mastectomy. J Case Rep. 2011;6:20-4.

            A laminectomy was performed, and histology revealed a metastatic leiomyosarcoma, as the frozen section had already let us expect.
            """ },
        { "a terse note with commas", "55F, back pain, T8 met, cord compression, laminectomy, path: metastatic leiomyosarcoma" },
        { "a terse note that starts with capitals", "Female, 55 y/o, T8 Met, Laminectomy, Metastatic Leiomyosarcoma" },
        { "a note in capitals", "55 YEAR OLD FEMALE WITH BACK PAIN, MASS AT T8, LAMINECTOMY. METASTATIC LEIOMYOSARCOMA." },
        { "a letter", $"""
            ¶Dear Dr. Brennan,

            {Story}

            Yours sincerely,

            ¶Mr. D. Okafor, Consultant Neurosurgeon, Chordoma Clinic, City Hospital, Eastport
            """ },
        { "a wrapped page", $"""
            A 55-year-old woman was admitted with back
            pain and weakness of both legs. MRI showed a
            mass at T8 that compressed the cord. A lamin-
            ectomy was performed, and histology revealed a
            metastatic leiomyosarcoma.

            ¶References
            ¶1. Alvarado P, Singh K. Giant cell tumor of
            ¶C7 in a 19-year-old man treated by
            ¶spondylectomy. J Imag Spine. 2009;4:11-7.
            ¶2. Whitfield B. Mastectomy and later L4
            ¶metastasis of a carcinoma of the breast in
            ¶a woman of ninety. Ann Oncol. 2015;2:3-12.
            """ },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Only_the_story_of_a_page_is_read(string name, string page)
    {
        Assert.NotEmpty(name);
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var lines = page.ReplaceLineEndings("\n").Split('\n');
            var text = string.Join(lineEnd, lines.Select(line => line.TrimStart('¶')));
            var document = Shared.Extractor.Segment(new Narrative("page", text));
            var start = 0;
            foreach (var line in lines)
            {
                var length = line.TrimStart('¶').Length;
                if (length > 0)
                {
                    Assert.True(line.StartsWith('¶') == KindAt(document, start).IsExcluded(), $"{KindAt(document, start)}: {line}");
                }

                start += length + lineEnd.Length;
            }

            AssertStory(document);
        }
    }

    [Fact]
    public void A_title_is_known_to_the_record()
    {
        var document = Shared.Extractor.Segment(new Narrative("page", $"Metastatic leiomyosarcoma of the spine: a case report\n\nJohn Smith, Mary Jones\n\n{Story}"));
        Assert.Equal("Metastatic leiomyosarcoma of the spine: a case report", document.Title);
    }

    [Fact]
    public void A_page_that_is_only_references_gives_a_record_without_values()
    {
        var record = Assert.Single(Shared.Extractor.Extract(new Narrative("page", $"References\n1. {Vancouver}\n2. {Vancouver}")));
        Assert.Empty(Records.FieldsOf(record));
    }

    private static void AssertStory(Document document)
    {
        var records = Shared.Extractor.Extract(document.Narrative);
        Laws.NothingComesFromExcludedSections(document, records);
        var record = Assert.Single(records);
        Assert.Equal(55, record.Age?.Years);
        Assert.Equal("female", record.Sex?.Value);
        Assert.Equal("8890", record.Histology?.Code);
        Assert.Equal(["T8"], record.SpinalLevels.Select(level => level.Level));
        Assert.Equal(["laminectomy"], record.Procedures.Select(procedure => procedure.Term));
        Assert.Empty(record.PriorSurgeries);
        Assert.Empty(record.Adjuvants);
    }

    private static SectionKind KindAt(Document document, int start) =>
        document.Sections.Single(section => section.Span.Start <= start && start < section.Span.End).Kind;
}
