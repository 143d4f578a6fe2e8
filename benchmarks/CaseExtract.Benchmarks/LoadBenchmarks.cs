using BenchmarkDotNet.Attributes;

namespace CaseExtract.Benchmarks;

/// <summary>Models to extractor: what a process pays once, before its first report.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    [Benchmark(Baseline = true)]
    public CaseExtractor CreateDefault() => CaseExtractor.CreateDefault();
}
