namespace CaseExtract.Documents;

/// <summary>A file that holds reports.</summary>
/// <param name="Id">Its id, the stem of the ids of reports that have none.</param>
/// <param name="Path">Its path as given; for a file of an archive, behind that of the archive.</param>
internal sealed record SourceFile(string Id, string Path)
{
    public ReportError Error(ReportErrorKind kind, string reason, string? place = null) => new(Path, kind, reason, place);
}
