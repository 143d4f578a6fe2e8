using CaseExtract.Annotation.Matching;
using CaseExtract.Schema;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;
using Xunit;

namespace CaseExtract.Tests;

/// <summary>
/// What is allocated for a report, pinned: time depends on the machine and is benchmarked, bytes do not. A bound that a change breaks is a
/// closure, a list without its size or a string made too early more often than a need.
/// </summary>
public sealed class AllocationTests
{
    /// <summary>As long as the reports that throughput is stated for, and denser: three words in four name something.</summary>
    private static readonly string Report = string.Join(
        "\n\n",
        Enumerable.Repeat(
            "A 63-year-old man presented with back pain and progressive weakness of both legs. He had undergone nephrectomy for renal cell carcinoma four years ago. "
            + "MRI showed an epidural mass at T9, hypointense on T1 and hyperintense on T2, with compression of the spinal cord. There was no evidence of other metastases. "
            + "A laminectomy of T8 to T10 was performed and the tumor was resected completely. Histology confirmed metastatic renal cell carcinoma.",
            6));

    [Fact]
    public void A_report_costs_no_more_than_these_bytes_a_character()
    {
        const int MostPerCharacter = 60;
        var extractor = Shared.Extractor;
        Assert.InRange(AllocatedBy(() => extractor.Extract(new Narrative("r", Report))) / Report.Length, 1, MostPerCharacter);
    }

    [Fact]
    public void Cutting_a_text_into_tokens_allocates_only_the_buffer_object()
    {
        var words = new Vocabulary.Builder();
        words.Add("laminectomy");
        var tokenizer = new Tokenizer(words.Build());
        var count = 0;
        var allocated = AllocatedBy(() =>
        {
            using var tokens = new TokenBuffer(Report.Length / 4);
            tokenizer.Tokenize(Report, tokens);
            count = tokens.Tokens.Length;
        });
        Assert.True(count > 400);
        Assert.InRange(allocated, 1, 64);
    }

    [Fact]
    public void Bringing_mentions_into_order_allocates_nothing()
    {
        var mentions = new List<Mention>();
        for (var token = 0; token < 300; token++)
        {
            mentions.Add(new Mention(MentionKind.Site, null!, token * 7 % 300, (token * 7 % 300) + 1));
        }

        var shuffled = mentions.ToArray();
        var ordered = new List<Mention>(shuffled.Length);
        Assert.Equal(0, AllocatedBy(() =>
        {
            ordered.Clear();
            ordered.AddRange(shuffled);
            MentionOrder.Sort(ordered);
        }));
    }

    [Fact]
    public void The_bytes_of_a_record_are_all_that_its_text_leaves_behind()
    {
        // numbers are strings on their way, and the writer itself is an object
        var record = Shared.Extractor.Extract(new Narrative("r", Report))[0];
        var length = CaseRecordWriter.ToUtf8(record).Length;
        Assert.InRange(AllocatedBy(() => CaseRecordWriter.ToUtf8(record)), length, length * 2);
    }

    /// <summary>Bytes that an act allocates when it has been done before.</summary>
    private static long AllocatedBy(Action act)
    {
        for (var i = 0; i < 3; i++)
        {
            act();
        }

        var least = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            act();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
