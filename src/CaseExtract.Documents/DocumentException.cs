namespace CaseExtract.Documents;

/// <summary>A file, or a place in it, is not what it must be. The message is the reason of a <see cref="ReportError"/> and never quotes the text.</summary>
internal sealed class DocumentException(ReportErrorKind kind, string reason, string? place = null) : Exception(reason)
{
    public ReportErrorKind Kind { get; } = kind;

    public string? Place { get; } = place;
}
