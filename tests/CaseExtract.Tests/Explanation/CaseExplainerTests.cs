using CaseExtract.Course;
using CaseExtract.Explanation;
using CaseExtract.Fields;
using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Explanation;

public sealed class CaseExplainerTests
{
    [Theory]
    [InlineData("A 60-year-old man presented with back pain. MRI showed no mass at T4.", "spinalLevels", "T4", "negated")]
    [InlineData("A 60-year-old man presented with back pain. If the mass at L2 grows, surgery will be needed.", "spinalLevels", "L2", "hypothetical")]
    [InlineData("A 60-year-old man had a meningioma at T5. He had undergone laminectomy at L4 nine years ago.", "procedures", "laminectomy", "dated")]
    [InlineData("A 60-year-old man had a meningioma at T5. Past history: laminectomy.", "procedures", "laminectomy", "called-history")]
    [InlineData("A 60-year-old man had a meningioma at T5, which was resected. His brother aged 58 had glioma.", "age", "aged 58", "relative")]
    [InlineData("A 60-year-old man had a meningioma at T5. It was resected. Radiotherapy was declined.", "adjuvants", "Radiotherapy", "negated")]
    public void What_was_set_aside_is_told_with_its_reason(string narrative, string field, string words, string reason)
    {
        var setAside = Explain(narrative).Fields.Single(one => one.Field == field).SetAside;

        Assert.Contains(setAside, one => one.Place.Text == words && one.Reason == reason);
    }

    [Theory]
    [InlineData("A 47-year-old woman presented with pain.", "sex", "noun-beside-age")]
    [InlineData("The lady presented with pain.", "sex", "first-noun")]
    [InlineData("The patient was 40. She had pain in her leg.", "sex", "most-pronouns")]
    [InlineData("45/F with pain.", "sex", "letter-beside-age")]
    [InlineData("A 47-year-old woman underwent mastectomy. Ten years later she presented with a metastasis at T8.", "age", "age-with-interval")]
    [InlineData("Histology showed hepatocellular carcinoma.", "primaryTumour", "site-by-name")]
    [InlineData("Histology showed adenocarcinoma of the lung.", "primaryTumour", "site-by-place")]
    [InlineData("A 47-year-old woman presented with pain.", "histology", "no-tumour-chosen")]
    public void The_rule_that_decided_is_named(string narrative, string field, string rule) =>
        Assert.Equal(rule, Explain(narrative).Fields.Single(one => one.Field == field).Rule);

    [Fact]
    public void The_start_of_the_present_course_is_told_with_what_was_weighed()
    {
        var explanation = Explain("A 47-year-old woman underwent mastectomy. Ten years later she presented with back pain. Biopsy at T8 showed metastatic carcinoma.");

        var start = Assert.Single(explanation.Starts, start => start.IsChosen);
        Assert.Equal("Ten years later she presented with back pain.", start.Place.Text);
        Assert.True(start.Score >= start.Threshold);
        Assert.Contains(start.Reasons, reason => reason is { Name: "opens-with-act", Worth: > 0 });
        Assert.Equal(("earlier", "before-presentation", 120.0, "mastectomy"), explanation.Stretches.Select(one => (one.Episode, one.Reason, one.MonthsBefore ?? 0, one.Place.Text)).First());
        Assert.Equal("present", explanation.Stretches[^1].Episode);
    }

    [Fact]
    public void Candidates_for_the_index_lesion_carry_their_reasons()
    {
        var lesions = Explain("Frozen section suggested ependymoma, but the final diagnosis was hemangioblastoma.").Lesions;

        Assert.Equal([("9161", true), ("9391", false)], lesions.Select(lesion => (lesion.Morphology, lesion.IsChosen)));
        Assert.Contains(lesions[0].Reasons, reason => reason is { Name: "final-diagnosis", Worth: > 0 });
        Assert.Contains(lesions[1].Reasons, reason => reason is { Name: "uncertain", Worth: < 0 });
    }

    [Fact]
    public void The_record_explained_is_the_record_and_every_place_is_a_quotation() => Assert.All(SampleTexts.All, narrative =>
    {
        var explanations = Shared.Extractor.Explain(narrative);

        Assert.Equal(Records.ToText(Shared.Extractor.Extract(narrative)), Records.ToText(explanations.Select(explanation => explanation.Record)));
        Assert.All(explanations, explanation => Laws.AreQuotations(
            narrative,
            explanation.Starts.Select(start => start.Place)
                .Concat(explanation.Stretches.Select(stretch => stretch.Place))
                .Concat(explanation.Lesions.Select(lesion => lesion.Place))
                .Concat(explanation.Fields.SelectMany(field => field.SetAside).Select(aside => aside.Place))));
    });

    [Fact]
    public void The_page_has_words_for_every_name()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "src/CaseExtract.Cli/Output/why.tsv")).Where(line => !line.StartsWith('#')).ToList();
        var words = lines.Select(line => line.Split('\t')).ToDictionary(cells => (cells[0], cells[1]), cells => cells[2]);
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);

        Assert.All(Enum.GetValues<LesionFeature>(), feature => Assert.Contains(("reason", KebabName.Of(feature)), words));
        Assert.All(Enum.GetValues<OriginFeature>(), feature => Assert.Contains(("reason", KebabName.Of(feature)), words));
        Assert.All(Enum.GetValues<Placement>().Except([Placement.NotPatient]), placement => Assert.Contains(("reason", KebabName.Of(placement)), words));
        Assert.All(Enum.GetValues<Episode>(), episode => Assert.Contains(("episode", KebabName.Of(episode)), words));
        Assert.All(Enum.GetValues<PatientRule>(), rule => Assert.Contains(("patients", KebabName.Of(rule)), words));
        Assert.All(SampleTexts.All.SelectMany(Shared.Extractor.Explain), explanation =>
        {
            var reasons = explanation.Starts.SelectMany(start => start.Reasons).Concat(explanation.Fields.SelectMany(field => field.Reasons)).Select(reason => reason.Name)
                .Concat(explanation.Fields.SelectMany(field => field.SetAside).Select(aside => aside.Reason));
            Assert.All(reasons, reason => Assert.Contains(("reason", reason), words));
            Assert.All(explanation.Fields, field => Assert.Contains(("rule", field.Rule), words));
            Assert.All(explanation.Fields, field => Assert.Contains(("field", field.Field), words));
        });
    }

    private static CaseExplanation Explain(string narrative) => Assert.Single(Shared.Extractor.Explain(new Narrative("n", narrative)));
}
