using System.Security;

namespace CaseExtract.Documents;

/// <summary>What went wrong with a file, as an entry of the error report.</summary>
internal static class FileErrors
{
    /// <summary>Whether an exception is the file's fault, or that of the system it lies on.</summary>
    public static bool Covers(Exception exception) =>
        exception is DocumentException or IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or InvalidDataException;

    public static ReportError Of(string path, Exception exception) => exception switch
    {
        DocumentException document => new ReportError(path, document.Kind, document.Message, document.Place),
        FileNotFoundException or DirectoryNotFoundException => new ReportError(path, ReportErrorKind.Missing, Cause.Of(exception)),
        // what decompressors throw: their messages speak of blocks and codes
        InvalidDataException => new ReportError(path, ReportErrorKind.Malformed, "the compressed data is damaged"),
        _ when !Covers(exception) => new ReportError(path, ReportErrorKind.Malformed, $"the file is damaged in a way that its reader does not know ({exception.GetType().Name})"),
        _ => new ReportError(path, ReportErrorKind.Unreadable, $"the file cannot be read: {Cause.Of(exception)}"),
    };
}
