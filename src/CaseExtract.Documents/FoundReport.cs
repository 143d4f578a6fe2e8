namespace CaseExtract.Documents;

/// <summary>A report to read, or an input in which none was found.</summary>
/// <param name="Id">Unique among the reports found together; the path for an error.</param>
/// <param name="Path">The path as given, with forward slashes; <c>-</c> for standard input.</param>
/// <param name="Error">Why there is nothing to read, or <see langword="null"/>.</param>
public sealed record FoundReport(string Id, string Path, ReportError? Error = null)
{
    /// <summary>Whether the report comes from standard input.</summary>
    public bool IsStandardInput => Path == ReportFinder.StandardInput;
}

/// <summary>What was found under the paths given.</summary>
/// <param name="Reports">Reports and errors, in the order of the paths given, inside a folder in the ordinal order of paths.</param>
/// <param name="Skipped">How many files of folders were passed over because their format is not read, by extension.</param>
public sealed record FoundReports(IReadOnlyList<FoundReport> Reports, IReadOnlyDictionary<string, int> Skipped);
