using BenchmarkDotNet.Running;
using CaseExtract.Benchmarks;
using CaseExtract.Benchmarks.Negation;

return args switch
{
    ["throughput", .. var rest] => ThroughputCommand.Run(rest),
    ["adversarial", .. var rest] => AdversarialCommand.Run(rest),
    ["lexicons", .. var rest] => LexiconScaleCommand.Run(rest),
    ["corpus", .. var rest] => CorpusCommand.Run(rest),
    ["negation", .. var rest] => NegationCommand.Run(rest),
    _ => RunBenchmarks(args),
};

// A run without any benchmark, or with one that failed, is a failure.
static int RunBenchmarks(string[] args)
{
    var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args).ToList();
    return summaries.Count > 0 && summaries.TrueForAll(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
}
