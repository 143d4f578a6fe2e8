using System.Globalization;
using CaseExtract.Cli.Output;
using CaseExtract.Schema;
using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class RecordPageTests
{
    [Fact]
    public void Values_that_rest_on_the_same_words_are_shown_together()
    {
        var page = Show(SampleCase.Record);

        Assert.Matches("(?m)^spinal level +T5, T6  0\\.90$", page);
        Assert.Contains("MRI of «T5-T6» showed", page, StringComparison.Ordinal);
        Assert.Matches("(?m)^prior surgery +hysterectomy, 24 months before  0\\.90$", page);
        Assert.Matches("(?m)^histology +Leiomyosarcoma, NOS \\(8890/6\\)  0\\.90$", page);
        Assert.Matches("(?m)^scale +frankel D, postoperative  0\\.90$", page);
        Assert.Matches("(?m)^SINS +1 to 16, location 1  0\\.80$", page);
        Assert.Contains("not stated: presentation, cord compression, adjuvant", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_points_beyond_the_basic_plane_do_not_shift_the_mark() =>
        Assert.Contains("😀 A «55-year-old» woman", Show(SampleCase.Record), StringComparison.Ordinal);

    [Fact]
    public void A_long_sentence_is_shortened_around_its_evidence()
    {
        var text = new string('a', 1000) + " woman " + new string('b', 1000);
        var record = SampleCase.Record with
        {
            Sex = new Sex { Value = "female", Confidence = 1, Evidence = [new Evidence(1001, 1006, "woman", "case")] },
            Age = null,
            PrimaryTumour = null,
            PriorSurgeries = [],
            SpinalLevels = [],
            ImagingSignals = [],
            Procedures = [],
            Extent = null,
            Histology = null,
            Lesion = new Lesion(),
            Scales = [],
            Sins = null,
        };

        var page = Show(record, text);
        var together = page.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

        Assert.Contains("case:…" + new string('a', 159) + "«woman»" + new string('b', 159) + "…", together, StringComparison.Ordinal);
        Assert.Matches("a\\s+«woman»\\s+b", page);
    }

    [Fact]
    public void Overlapping_evidence_is_shown_once()
    {
        var record = SampleCase.Record with
        {
            Sex = new Sex { Value = "female", Confidence = 1, Evidence = [new Evidence(2, 15, "A 55-year-old", "case"), new Evidence(4, 21, "55-year-old woman", "case")] },
        };

        Assert.Contains("«A 55-year-old»« woman» had", Show(record), StringComparison.Ordinal);
    }

    private static string Show(CaseRecord record, string text = SampleCase.Text)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture);
        var document = CaseExtractor.CreateDefault().Segment(new Narrative("rep-1", text));
        new RecordPage(PeopleConsole.Create(writer, isTerminal: false)).Write(document, [record]);
        return writer.ToString().ReplaceLineEndings("\n");
    }
}
