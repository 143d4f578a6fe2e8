using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Text.Sentences;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("The mass lay at C6. | It compressed the cord.")]
    [InlineData("The mass lay at C6. | MRI showed compression.")]
    [InlineData("Resection was from T5 to T7. | 3 months later she walked.")]
    [InlineData("The mass lay at C6.\n| It compressed the cord.")]
    [InlineData("We operated (at T5). | She recovered.")]
    [InlineData("He said \"no pain.\" | She disagreed.")]
    [InlineData("(He refused surgery.) | Radiotherapy was given.")]
    [InlineData("He called it \"a pain (of sorts.)\" | Surgery followed.")]
    [InlineData("Is it malignant? | It is not.")]
    [InlineData("It measured 3.5 cm. | It was firm.")]
    [InlineData("Dr. Smith saw her. | She was well.")]
    [InlineData("It was seen in Fig. 2 and by Smith et al. in 2009. | It grew.")]
    [InlineData("The tumor was S-100 positive.The margins were free.", "The tumor was S-100 positive.|The margins were free.")]
    [InlineData("She had a grade II tumor. | surgery was done.")]         // no capital, but a full stop behind a long word
    [InlineData("He was given 4 mg i.v. dexamethasone daily.")]
    [InlineData("He took dexamethasone 4 mg b.i.d. and improved.")]
    [InlineData("He took dexamethasone 4 mg b.i.d. | The pain improved.")]
    [InlineData("In Sept. 2019 she fell.")]
    [InlineData("The ant. and post. columns were destroyed.")]
    [InlineData("Case no. 5 was a child.")]
    [InlineData("The lesion, e.g. a metastasis, was seen.")]
    [InlineData("Laminectomy vs. Corpectomy was discussed.")]
    [InlineData("T5 vs. T6 was unclear.")]
    [InlineData("J. Smith operated.")]
    [InlineData("Vitamin D. | She took it daily.")]
    [InlineData("1. Laminectomy\n| 2. Fusion")]
    [InlineData("She had surgery at the age of\n42. | She recovered.")]
    [InlineData("The mass at T5 compressed the\nspinal cord. | It was removed.")]
    [InlineData("Findings:\n| mass at T5")]
    [InlineData("Mass at T5\n| - cord compression\n| - no syrinx")]
    [InlineData("Mass at T5\n| • cord compression\n| • no syrinx")]
    [InlineData("She was well\n\n| he was not")]                      // a blank line always ends
    [InlineData("Pain ... and weakness.")]
    public void Sentences_end_where_a_reader_ends_them(string marked, string? expected = null)
    {
        var text = expected is null ? marked.Replace("| ", "", StringComparison.Ordinal) : marked;
        var sentences = (expected ?? marked).Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(sentences, SentencesOf(text));
        Assert.Equal(sentences.Select(Unwrapped), SentencesOf(text.Replace("\n", "\r\n", StringComparison.Ordinal)).Select(Unwrapped));
    }

    [Fact]
    public void A_wrapped_line_goes_on_and_a_short_line_before_a_capital_ends()
    {
        const string Text =
            "The patient was a retired teacher who had noticed weakness of both legs for some\n" +
            "Weeks before she came to us with a complete paraplegia and urinary retention.\n" +
            "Laminectomy of T5\n" +
            "Resection of the tumor\n";
        Assert.Equal(3, SentencesOf(Text).Count);
    }

    [Fact]
    public void A_word_broken_over_a_line_end_makes_no_line_longer()
    {
        const string Text =
            "The patient was a retired teacher who had a lamin-\n" +
            "ectomy of two vertebrae in the hospital of Eastport\n" +
            "Harbor before she came to us with a paraplegia.\n";
        Assert.Single(SentencesOf(Text));
        Assert.Single(SentencesOf(Text.ReplaceLineEndings("\r\n")));
    }

    [Fact]
    public void Where_lines_are_not_wrapped_each_line_is_a_paragraph()
    {
        var paragraph = string.Concat(Enumerable.Repeat("she was seen and she was treated and she went home ", 8)).Trim();
        Assert.Equal(2, SentencesOf($"{paragraph}\nA second paragraph that says {paragraph}").Count);
    }

    private static List<string> SentencesOf(string text)
    {
        var document = Shared.Extractor.Segment(new Narrative("s", text));
        return [.. document.Sentences.Select(sentence => text[sentence.Span.Start..sentence.Span.End])];
    }

    private static string Unwrapped(string sentence) => sentence.ReplaceLineEndings(" ");
}
