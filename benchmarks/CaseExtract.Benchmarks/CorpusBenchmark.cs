using BenchmarkDotNet.Attributes;
using CaseExtract.Benchmarks.Corpus;
using CaseExtract.Text;

namespace CaseExtract.Benchmarks;

/// <summary>What every stage's benchmark shares: the committed reports and the extractor. Times and bytes are those of one report.</summary>
[MemoryDiagnoser]
public abstract class CorpusBenchmark
{
    /// <summary>Reports read in one invocation: the whole corpus.</summary>
    public const int ReportCount = ReportGenerator.DefaultCount;

    private protected CaseExtractor Extractor { get; private set; } = null!;

    private protected Narrative[] Reports { get; private set; } = null!;

    [GlobalSetup]
    public void Load()
    {
        if (!BenchmarkCorpus.IsCurrent())
            throw new InvalidOperationException("The committed corpus differs from what the generator writes.");
        Reports = BenchmarkCorpus.Load();
        if (Reports.Length != ReportCount)
            throw new InvalidOperationException($"The corpus holds {Reports.Length} reports, not {ReportCount}.");
        Extractor = CaseExtractor.CreateDefault();
        Prepare();
    }

    /// <summary>Makes the inputs of the stage and checks that its candidates agree; throws when they do not.</summary>
    private protected abstract void Prepare();
}
