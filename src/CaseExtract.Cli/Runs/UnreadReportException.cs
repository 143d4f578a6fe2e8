using CaseExtract.Documents;

namespace CaseExtract.Cli.Runs;

/// <summary>A report that could not be read.</summary>
internal sealed class UnreadReportException(ReportError error) : Exception(error.Reason)
{
    public ReportError Error { get; } = error;
}
