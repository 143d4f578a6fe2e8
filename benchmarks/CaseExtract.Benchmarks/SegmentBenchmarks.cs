using BenchmarkDotNet.Attributes;

namespace CaseExtract.Benchmarks;

/// <summary>Narrative to document: tokens, sentences, sections. The baseline only looks at every character once: no segmenter does less.</summary>
public class SegmentBenchmarks : CorpusBenchmark
{
    private protected override void Prepare()
    {
        // Segmenting is deterministic or its times mean nothing.
        foreach (var report in Reports)
        {
            if (Extractor.Segment(report).Tokens.Count != Extractor.Segment(report).Tokens.Count)
                throw new InvalidOperationException($"{report.Id}: two runs gave different tokens.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = ReportCount)]
    public int ReadCharacters()
    {
        var letters = 0;
        foreach (var report in Reports)
        {
            foreach (var character in report.Text)
                letters += char.IsLetter(character) ? 1 : 0;
        }

        return letters;
    }

    [Benchmark(OperationsPerInvoke = ReportCount)]
    public int Segment()
    {
        var tokens = 0;
        foreach (var report in Reports)
            tokens += Extractor.Segment(report).Tokens.Count;
        return tokens;
    }
}
