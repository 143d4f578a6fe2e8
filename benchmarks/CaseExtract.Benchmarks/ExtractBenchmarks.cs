using BenchmarkDotNet.Attributes;

namespace CaseExtract.Benchmarks;

/// <summary>The whole: narrative to case records. The baseline is the first stage, so the ratio tells what all that follows costs.</summary>
public class ExtractBenchmarks : CorpusBenchmark
{
    private protected override void Prepare()
    {
        if (RecordText.Of(Reports.Select(Extractor.Extract)) != RecordText.Of(Reports.Select(Extractor.Extract)))
            throw new InvalidOperationException("Two runs gave different records.");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = ReportCount)]
    public int Segment()
    {
        var tokens = 0;
        foreach (var report in Reports)
            tokens += Extractor.Segment(report).Tokens.Count;
        return tokens;
    }

    [Benchmark(OperationsPerInvoke = ReportCount)]
    public int Extract()
    {
        var records = 0;
        foreach (var report in Reports)
            records += Extractor.Extract(report).Count;
        return records;
    }
}
