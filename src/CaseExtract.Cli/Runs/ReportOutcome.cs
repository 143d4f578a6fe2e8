using CaseExtract.Documents;
using CaseExtract.Schema;
using CaseExtract.Text;

namespace CaseExtract.Cli.Runs;

/// <summary>What became of one report: its records, or why there are none.</summary>
/// <param name="Failure">Why; <see langword="null"/> when it was read.</param>
/// <param name="Records">One for each patient; empty for a failure.</param>
internal readonly record struct ReportOutcome(Failure? Failure, IReadOnlyList<CaseRecord> Records)
{
    /// <summary>Reads a report. Never throws for what it is or says: one report must not cost the batch.</summary>
    /// <param name="report">The report.</param>
    /// <param name="extract">Makes records of its text.</param>
    public static ReportOutcome Of(PendingReport report, Func<Narrative, IReadOnlyList<CaseRecord>> extract)
    {
        try
        {
            var read = report.Read();
            return read.Succeeded ? new ReportOutcome(null, extract(read.Narrative)) : new ReportOutcome(Failure.Of(read.Error), []);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new ReportOutcome(Failure.Of(report.Path, exception), []);
        }
    }
}
