using CaseExtract.Benchmarks.Negation;
using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Annotation.Context;

/// <summary>Negation over spans that others marked; what is counted is said in <see cref="NegationScore"/>.</summary>
public sealed class NegationScoreTests
{
    // Floors lie 0.01 under what was measured when they were set: raise them when the measure rises.
    private const double FindingsFloor = 0.92;
    private const double Floor = 0.89;

    private static readonly string[] Findings = ["Sign_symptom", "Disease_disorder"];

    [Fact]
    public void Spans_are_counted_by_their_polarity()
    {
        const string Text = "There was no fever. A cough was noted. Metastasis could be excluded. Pain persisted. Edema was possible.";
        var score = new NegationScore();
        var mistakes = score.Add(Shared.Extractor, new Narrative("case", Text), [
            Event(Text, "fever", "NEG"), Event(Text, "cough", ""), Event(Text, "Metastasis", ""), Event(Text, "Pain", "NEG"), Event(Text, "Edema", "UNCERTAIN")]);
        Assert.Equal(new NegationCounts(1, 1, 1, 1), score.All);
        Assert.Equal(["Metastasis", "Pain"], mistakes.Select(found => Text[found.Spans[0].Start..found.Spans[0].End]));
        Assert.Equal((0.5, 0.5, 0.5), (score.All.Precision, score.All.Recall, score.All.F1));
    }

    [Fact]
    public void A_discontinuous_span_is_negated_when_one_of_its_pieces_is()
    {
        const string Text = "The neck was stiff, but there was no pain in it.";
        var score = new NegationScore();
        score.Add(Shared.Extractor, new Narrative("case", Text), [Event(Text, "neck", "NEG") with { Spans = [Span(Text, "neck"), Span(Text, "pain")] }]);
        Assert.Equal(new NegationCounts(1, 0, 0, 0), score.All);
    }

    [Fact]
    public void Negation_over_annotated_spans_does_not_fall_below_its_floor()
    {
        var score = new NegationScore();
        foreach (var (narrative, events) in BratFolder.Read(MeasuringMaterial.Find("corpora", "maccrobat")))
        {
            score.Add(Shared.Extractor, narrative, events);
        }

        var findings = Findings.Aggregate(default(NegationCounts), (sum, kind) => sum + score.Kinds[kind]);
        TestContext.Current.TestOutputHelper!.WriteLine($"findings {findings.Precision:F3} {findings.Recall:F3} {findings.F1:F3}, all {score.All.Precision:F3} {score.All.Recall:F3} {score.All.F1:F3}");
        Assert.InRange(findings.F1, FindingsFloor, 1);
        Assert.InRange(score.All.F1, Floor, 1);
    }

    private static BratEvent Event(string text, string words, string polarity) => new("Sign_symptom", [Span(text, words)], polarity);

    private static TextSpan Span(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }
}
