using System.Security;

namespace CaseExtract.Documents;

/// <summary>What went wrong with a file, as an entry of the error report.</summary>
internal static class FileErrors
{
    /// <summary>What reading the bytes of a file brought.</summary>
    public static ReportError Of(string path, Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => new ReportError(path, ReportErrorKind.Missing, Cause.Of(exception)),
        IOException or UnauthorizedAccessException or SecurityException or NotSupportedException =>
            new ReportError(path, ReportErrorKind.Unreadable, $"the file cannot be read: {Cause.Of(exception)}"),
        _ => OfContent(path, exception),
    };

    /// <summary>
    /// What making sense of the bytes brought. A damaged file can bring any exception out of a parser, whose message may quote the file: its type is told.
    /// </summary>
    public static ReportError OfContent(string path, Exception exception) => exception switch
    {
        DocumentException document => new ReportError(path, document.Kind, document.Message, document.Place),
        _ => new ReportError(path, ReportErrorKind.Malformed, $"the file is damaged, or not of the format that its name promises ({exception.GetType().Name})"),
    };
}
