using System.Diagnostics;
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

    /// <summary>All kinds of values that grammars read, words that are no ASCII, a trap, abbreviations that the text defines, a section, a title.</summary>
    private static readonly string Dense = string.Join(
        "\n\n",
        "Giant cell tumour of the thoracic spine",
        "CASE DESCRIPTION: A 5½-year-old naïve girl, in her 60s, presented two years ago, in 2009, and again after 2.5 months with Schwannœdema at T5, T7 and from the cervical cord to T11.",
        "Biopsy showed a giant cell tumor (GCT), positive for human melanoma black 45. The GCT was curetted at L4/5. There was no MM in the first to third lumbar vertebrae.",
        "References\n1. Smith J. Title. Spine. 2011;6:20-4.");

    [Fact]
    public void Characters_become_tokens_mentions_and_assertions_without_allocation()
    {
        var extractor = Shared.Extractor;
        var workspace = new Workspace();
        foreach (var narrative in new[] { new Narrative("r", Report), new Narrative("d", Dense) })
        {
            Assert.Equal(0, AllocatedInTheEnd(() => extractor.Annotate(narrative, workspace), most: 0));
            Assert.True(workspace.Annotation.Mentions.Count > 20);
        }
    }

    [Fact]
    public void A_record_costs_no_more_than_so_many_times_its_json()
    {
        // this report states in every line what a field weighs; over reports at large it is less than half
        const int MostTimes = 7;
        var extractor = Shared.Extractor;
        var narrative = new Narrative("r", Report);
        var length = extractor.Extract(narrative).Sum(record => CaseRecordWriter.ToUtf8(record).Length);
        Assert.InRange(AllocatedInTheEnd(() => extractor.Extract(narrative), MostTimes * length), 1, MostTimes * length);
    }

    [Fact]
    public void What_a_text_leaves_in_a_workspace_does_not_reach_the_next()
    {
        // each text alone, and each behind every other in one workspace
        var extractor = Shared.Extractor;
        string[] texts = [Report, Dense, "", "Case 1\nA 40-year-old man had a chordoma of the sacrum.\n\nCase 2\nA 50-year-old woman had a meningioma at T4.", .. SampleTexts.All.Take(6).Select(sample => sample.Text)];
        var alone = texts.Select(text => Records.ValuesOf(CaseExtractor.CreateDefault().Extract(new Narrative("n", text)))).ToList();
        for (var before = 0; before < texts.Length; before++)
        {
            for (var index = 0; index < texts.Length; index++)
            {
                extractor.Extract(new Narrative("n", texts[before]));
                Assert.Equal(alone[index], Records.ValuesOf(extractor.Extract(new Narrative("n", texts[index]))));
            }
        }
    }

    [Fact]
    public void A_document_that_is_kept_stays_as_it_was()
    {
        var document = Shared.Extractor.Segment(new Narrative("d", Dense));
        var before = document.Sentences.Select(sentence => document.Narrative.Text[sentence.Span.Start..sentence.Span.End]).ToList();
        Shared.Extractor.Extract(new Narrative("r", Report));
        Shared.Extractor.Segment(new Narrative("r", Report));
        Assert.Equal(before, document.Sentences.Select(sentence => document.Narrative.Text[sentence.Span.Start..sentence.Span.End]));
        Laws.HoldFor(document);
    }

    [Fact]
    public void Cutting_a_text_into_tokens_allocates_nothing()
    {
        var words = new Vocabulary.Builder();
        words.Add("laminectomy");
        var tokenizer = new Tokenizer(words.Build());
        var tokens = new TokenBuffer();
        Assert.Equal(0, AllocatedBy(() => tokenizer.Tokenize(Report, tokens)));
        Assert.True(tokens.Count > 400);
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
        Mention[] spare = [];
        Assert.Equal(0, AllocatedBy(() =>
        {
            ordered.Clear();
            ordered.AddRange(shuffled);
            MentionOrder.Sort(ordered, ref spare);
        }));
    }

    [Fact]
    public void The_bytes_of_a_record_are_all_that_its_text_leaves_behind()
    {
        // numbers are strings on their way, and the writer itself is an object
        var record = Shared.Extractor.Extract(new Narrative("r", Report))[0];
        var length = CaseRecordWriter.ToUtf8(record).Length;
        Assert.InRange(AllocatedInTheEnd(() => CaseRecordWriter.ToUtf8(record), length * 2), length, length * 2);
    }

    /// <summary>
    /// Bytes that an act allocates once the runtime has compiled it for good: code that it has not yet optimized boxes what optimized code does not.
    /// It is done again until it allocates no more than <paramref name="most"/>, and given up after a while.
    /// </summary>
    private static long AllocatedInTheEnd(Action act, long most)
    {
        var watch = Stopwatch.StartNew();
        var allocated = AllocatedBy(act);
        while (allocated > most && watch.Elapsed < TimeSpan.FromSeconds(20))
        {
            allocated = AllocatedBy(act);
        }

        return allocated;
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
