namespace CaseExtract.Documents;

/// <summary>Reports of a file that may break in its middle: what was read before is kept, and the break is told as the last report.</summary>
internal static class GuardedReports
{
    /// <param name="path">The file's path, for the error.</param>
    /// <param name="reports">They are asked for one by one.</param>
    public static IEnumerable<PendingReport> Of(string path, IEnumerable<PendingReport> reports)
    {
        using var enumerator = reports.GetEnumerator();
        var position = 0L;
        while (Next(enumerator, path, position, out var isBreak) is { } report)
        {
            yield return report;
            if (isBreak)
            {
                yield break;
            }

            position = report.Position;
        }
    }

    private static PendingReport? Next(IEnumerator<PendingReport> reports, string path, long position, out bool isBreak)
    {
        isBreak = false;
        try
        {
            return reports.MoveNext() ? reports.Current : null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // whatever a damaged file brings out of its reader, it must not cost the batch
            isBreak = true;
            return new PendingReport(FileErrors.Of(path, exception), position);
        }
    }
}
