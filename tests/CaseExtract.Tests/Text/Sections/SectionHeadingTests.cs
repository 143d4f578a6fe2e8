using CaseExtract.Text;
using CaseExtract.Text.Sections;
using Xunit;

namespace CaseExtract.Tests.Text.Sections;

public sealed class SectionHeadingTests
{
    private const string Story = "A 55-year-old woman was admitted to our department with back pain and weakness of both legs for three weeks.";

    [Theory]
    [InlineData("CASE DESCRIPTION: {0}", SectionKind.Case)]
    [InlineData("Case Report\n{0}", SectionKind.Case)]
    [InlineData("Case report\n\n{0}", SectionKind.Case)]
    [InlineData("CASE REPORT\n\n{0}", SectionKind.Case)]
    [InlineData("2. Case presentation\n{0}", SectionKind.Case)]
    [InlineData("2.1. Case presentation\n{0}", SectionKind.Case)]
    [InlineData("2.1.1 Case presentation\n{0}", SectionKind.Case)]
    [InlineData("II. CASE PRESENTATION\n{0}", SectionKind.Case)]
    [InlineData("## Case presentation\n\n{0}", SectionKind.Case)]
    [InlineData("**Case presentation**\n\n{0}", SectionKind.Case)]
    [InlineData("[Case presentation]\n{0}", SectionKind.Case)]
    [InlineData("Case presentation:\n{0}", SectionKind.Case)]
    [InlineData("Case presentation. {0}", SectionKind.Case)]
    [InlineData("Case presentation — {0}", SectionKind.Case)]
    [InlineData("• History of present illness: {0}", SectionKind.Case)]
    [InlineData("Case 2\n{0}", SectionKind.Case)]
    [InlineData("Case 12: {0}", SectionKind.Case)]
    [InlineData("Case II\n{0}", SectionKind.Case)]
    [InlineData("PATIENT 3\n{0}", SectionKind.Case)]
    [InlineData("PMHx: {0}", SectionKind.History)]
    [InlineData("PAST MEDICAL HISTORY: {0}", SectionKind.History)]
    [InlineData("Past medical/surgical history\n{0}", SectionKind.History)]
    [InlineData("MRI: {0}", SectionKind.Imaging)]
    [InlineData("PET-CT: {0}", SectionKind.Imaging)]
    [InlineData("IMAGING FINDINGS\n{0}", SectionKind.Imaging)]
    [InlineData("Procedure performed: {0}", SectionKind.Operation)]
    [InlineData("FINAL DIAGNOSIS\n{0}", SectionKind.Pathology)]
    [InlineData("Follow-up: {0}", SectionKind.FollowUp)]
    [InlineData("OUTCOME AND FOLLOW-UP\n{0}", SectionKind.FollowUp)]
    [InlineData("Abstract\n{0}", SectionKind.Abstract)]
    [InlineData("BACKGROUND {0}", SectionKind.Background)]                  // the colon was lost
    [InlineData("Discussion\n{0}", SectionKind.Discussion)]
    [InlineData("Conclusion: {0}", SectionKind.Discussion)]
    [InlineData("Conflict of interest: {0}", SectionKind.Statements)]
    [InlineData("Author's contributions\n{0}", SectionKind.Statements)]
    [InlineData("Author contributions\n{0}", SectionKind.Statements)]
    [InlineData("Authors' contributions\n{0}", SectionKind.Statements)]
    [InlineData("KEY WORDS: {0}", SectionKind.Keywords)]
    [InlineData("Key-words: {0}", SectionKind.Keywords)]
    [InlineData("REFERENCES\n{0}", SectionKind.References)]
    [InlineData("How to cite this article: {0}", SectionKind.References)]
    [InlineData("Figure legends\n{0}", SectionKind.Caption)]
    [InlineData("{0}", SectionKind.Body)]
    public void A_heading_of_any_style_opens_its_section(string page, SectionKind expected)
    {
        var text = page.Replace("{0}", Story, StringComparison.Ordinal);
        Assert.Equal(expected, KindOf(text, "55-year-old"));
        Assert.Equal(expected, KindOf(text.Replace("\n", "\r\n", StringComparison.Ordinal), "55-year-old"));
    }

    [Theory]
    [InlineData("The case report of this patient was read by two of us, and the discussion was long.")]
    [InlineData("Imaging of the spine showed a mass. Histology was awaited. Surgery was planned for the next day.")]
    [InlineData("References were sought in two databases and the keywords were agreed before the search began.")]
    [InlineData("Treatment of this lesion is surgical. Discussion with the family followed. Findings were stable.")]
    public void The_same_words_in_a_sentence_open_nothing(string text) =>
        Assert.Equal([SectionKind.Body], Segment(text).Sections.Select(section => section.Kind));

    [Fact]
    public void A_structured_abstract_on_one_line_falls_into_its_parts()
    {
        const string Text = "Background: Chordoma is rare. Case description: A 40-year-old man had sacral pain. Outcome: He walks. Conclusions: Surgery helps.";
        Assert.Equal([SectionKind.Background, SectionKind.Case, SectionKind.FollowUp, SectionKind.Discussion], Segment(Text).Sections.Select(section => section.Kind));
    }

    [Fact]
    public void Sections_of_a_hospital_note_in_capitals_are_told_apart()
    {
        const string Text =
            "CHIEF COMPLAINT: Back pain.\n" +
            "HISTORY OF PRESENT ILLNESS: 63-year-old male with weakness of the legs.\n" +
            "PAST MEDICAL HISTORY: Hypertension.\n" +
            "PAST SURGICAL HISTORY: Nephrectomy 2015.\n" +
            "MEDICATIONS: Aspirin.\n" +
            "PHYSICAL EXAMINATION: Power 3/5 in both legs.\n" +
            "IMAGING: MRI shows a mass at T8.\n" +
            "OPERATION: T8 corpectomy.\n" +
            "PATHOLOGY: Renal cell carcinoma.\n" +
            "DISCHARGE: He walks with a cane.\n";
        Assert.Equal(
            [SectionKind.Case, SectionKind.Case, SectionKind.History, SectionKind.History, SectionKind.History, SectionKind.Case, SectionKind.Imaging,
                SectionKind.Operation, SectionKind.Pathology, SectionKind.FollowUp],
            Segment(Text).Sections.Select(section => section.Kind));
    }

    [Fact]
    public void A_heading_is_a_sentence_of_its_own()
    {
        var document = Segment("CASE DESCRIPTION: A 40-year-old man had pain.");
        Assert.Equal([true, false], document.Sentences.Select(sentence => sentence.IsHeading));
    }

    [Theory]
    [InlineData("Figure 1. Sagittal MRI shows a mass at T8.")]
    [InlineData("Fig. 2: Sagittal MRI shows a mass at T8.")]
    [InlineData("FIGURE 3 Sagittal MRI shows a mass at T8.")]
    [InlineData("Table 1. Findings of the mass at T8.")]
    public void A_caption_ends_with_its_block_and_the_section_goes_on(string caption)
    {
        var text = $"Case report\n\n{Story}\n\n{caption}\n\nShe was operated on the next day and recovered well.";
        Assert.Equal(SectionKind.Caption, KindOf(text, "T8"));
        Assert.Equal(SectionKind.Case, KindOf(text, "operated"));
    }

    [Theory]
    [InlineData("Figure 1 shows that the mass lay at T8 and compressed the cord.")]
    [InlineData("Figures of this kind are rare.")]
    public void A_sentence_about_a_figure_is_no_caption(string text) => Assert.Equal(SectionKind.Body, KindOf(Story + "\n" + text, text[..7]));

    private static Document Segment(string text) => Shared.Extractor.Segment(new Narrative("s", text));

    private static SectionKind KindOf(string text, string word)
    {
        var document = Segment(text);
        var place = text.IndexOf(word, StringComparison.Ordinal);
        return document.Sections.Single(section => section.Span.Start <= place && place < section.Span.End).Kind;
    }
}
