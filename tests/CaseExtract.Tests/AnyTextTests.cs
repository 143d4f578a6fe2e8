using CaseExtract.Text;
using CsCheck;
using Xunit;

namespace CaseExtract.Tests;

/// <summary>What holds for any text, arbitrary or a mutated sample. CsCheck prints the seed of a failure and the smallest text that shows it.</summary>
public sealed class AnyTextTests
{
    private const int Texts = 400;

    [Fact]
    public void An_arbitrary_text_is_segmented_without_loss() => AnyText.Arbitrary.Sample(text => Laws.HoldFor(Segment(text)), iter: Texts);

    [Fact]
    public void A_mutated_sample_is_segmented_without_loss() => AnyText.Mutated.Sample(text => Laws.HoldFor(Segment(text)), iter: Texts);

    [Fact]
    public void An_arbitrary_text_gives_a_valid_record() => AnyText.Arbitrary.Sample(AssertValid, iter: Texts);

    [Fact]
    public void A_mutated_sample_gives_a_valid_record() => AnyText.Mutated.Sample(AssertValid, iter: Texts);

    [Fact]
    public void Line_ends_of_either_style_give_the_same_values() => AnyText.Mutated.Sample(text => Laws.HoldForEitherLineEnd(Shared.Extractor, text), iter: Texts / 4);

    [Fact]
    public void What_stands_unseen_behind_a_text_changes_nothing() =>
        Gen.Select(AnyText.Mutated, AnyText.TrailingJunk).Sample((text, junk) => Laws.HoldForTrailingJunk(Shared.Extractor, text, junk), iter: Texts / 4);

    [Fact]
    public void Any_short_text_keeps_all_laws() => Gen.Select(AnyText.Any, AnyText.TrailingJunk).Sample(
        (text, junk) =>
        {
            Laws.HoldFor(Segment(text));
            AssertValid(text);
            Laws.HoldForEitherLineEnd(Shared.Extractor, text);
            Laws.HoldForTrailingJunk(Shared.Extractor, text, junk);
        },
        iter: Texts * 4);

    [Fact]
    public void Samples_are_segmented_without_loss_and_give_valid_records() => Assert.All(SampleTexts.All, narrative =>
    {
        var document = Shared.Extractor.Segment(narrative);
        Laws.HoldFor(document);
        var records = Shared.Extractor.Extract(narrative);
        Laws.HoldFor(narrative, records);
        Laws.NothingComesFromExcludedSections(document, records);
    });

    [Fact]
    public void Samples_have_the_same_values_under_either_line_end() => Assert.All(SampleTexts.All, narrative =>
    {
        var unix = narrative.Text.Replace("\r\n", "\n", StringComparison.Ordinal);
        Assert.Equal(ValuesOf(unix), ValuesOf(unix.Replace("\n", "\r\n", StringComparison.Ordinal)));
    });

    /// <summary>A line with an identifier is a reference up to a length, and a word that is broken at a line end goes on in the line.</summary>
    [Fact]
    public void A_line_that_cites_is_as_long_under_either_line_end() => Assert.All(Enumerable.Range(0, 60), more => Laws.HoldForEitherLineEnd(
        Shared.Extractor,
        $"she had a lobec-\ntomy for an adenocarcinoma of the lung, went home within a week and {string.Concat(Enumerable.Repeat("walked and ", 11))}{new string('a', more)} slept well, doi:10.1000/x"));

    /// <summary>Texts that make a careless loop run in squares: far above the size of a report.</summary>
    [Theory]
    [InlineData("", 1)]
    [InlineData(" ", 200_000)]
    [InlineData("\n", 200_000)]
    [InlineData("a", 500_000)]
    [InlineData("7", 500_000)]
    [InlineData("(", 10_000)]
    [InlineData(")", 10_000)]
    [InlineData("([{", 10_000)]
    [InlineData(".)", 20_000)]
    [InlineData("a-", 50_000)]
    [InlineData("a.", 50_000)]
    [InlineData("a-\n", 50_000)]
    [InlineData("1,", 50_000)]
    [InlineData("T5-", 20_000)]
    [InlineData("T5, ", 20_000)]
    [InlineData("T5 and ", 20_000)]
    [InlineData("no ", 20_000)]
    [InlineData("metastasis ", 1_000)]
    [InlineData("no metastasis ", 1_000)]
    [InlineData("two years ago ", 2_000)]
    [InlineData("a 5-year-old boy ", 1_000)]
    [InlineData("giant cell tumor (GCT) ", 1_000)]
    [InlineData("Case 1\n", 5_000)]
    [InlineData("Case 1: a 5-year-old boy.\n\n", 300)]
    [InlineData("Figure 1. A mass.\n", 5_000)]
    [InlineData("1. Smith J. Title. Spine. 2011;6:20-4.\n", 3_000)]
    [InlineData("Smith, J., ", 20_000)]
    [InlineData("2011;", 4_000)]
    [InlineData("laminectomy. ", 1_000)]
    [InlineData("hyperintense on T2, ", 400)]
    [InlineData("\u0301", 100_000)]
    [InlineData("a\u00AD", 100_000)]
    [InlineData("😀", 50_000)]
    [InlineData("\0", 100_000)]
    public void A_text_that_repeats_itself_is_read(string piece, int times) => AssertValid(string.Concat(Enumerable.Repeat(piece, times)));

    [Theory]
    [InlineData(' ')]
    [InlineData('\n')]
    public void A_hundred_reports_in_one_text_are_read(char separator)
    {
        // One line, or one page without end.
        var report = SampleTexts.All[0].Text.ReplaceLineEndings(separator.ToString());
        AssertValid(string.Concat(Enumerable.Repeat(report, 100)));
    }

    [Fact]
    public void Brackets_nested_ten_thousand_deep_are_read() =>
        AssertValid(new string('(', 10_000) + "a 55-year-old woman with a mass at T5" + new string(')', 10_000));

    private static Document Segment(string text) => Shared.Extractor.Segment(new Narrative("any", text));

    private static void AssertValid(string text)
    {
        var narrative = new Narrative("any", text);
        Laws.HoldFor(narrative, Shared.Extractor.Extract(narrative));
    }

    private static string ValuesOf(string text) => Records.ValuesOf(Shared.Extractor.Extract(new Narrative("any", text)));
}
