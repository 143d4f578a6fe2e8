using Xunit;

namespace CaseExtract.Tests;

public sealed class DeterminismTests
{
    private const int Threads = 8;

    [Fact]
    public void Threads_that_share_an_extractor_write_the_same_bytes()
    {
        var expected = SampleTexts.All.Select(Read).ToList();
        var results = new string[Threads][];
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            // Each thread starts elsewhere, so that different narratives are read at the same time.
            results[number] = new string[expected.Count];
            for (var step = 0; step < expected.Count; step++)
            {
                var index = (step + number * expected.Count / Threads) % expected.Count;
                results[number][index] = Read(SampleTexts.All[index]);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Fact]
    public void Two_extractors_write_the_same_bytes()
    {
        var other = CaseExtractor.CreateDefault();
        Assert.All(SampleTexts.All, narrative => Assert.Equal(Read(narrative), Records.ToText(other.Extract(narrative))));
    }

    [Fact]
    public void A_narrative_is_read_the_same_whatever_was_read_before()
    {
        var expected = SampleTexts.All.Select(Read).ToList();
        var again = SampleTexts.All.Reverse().Select(Read).Reverse().ToList();
        Assert.Equal(expected, again);
    }

    private static string Read(CaseExtract.Text.Narrative narrative) => Records.ToText(Shared.Extractor.Extract(narrative));
}
