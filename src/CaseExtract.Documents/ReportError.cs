namespace CaseExtract.Documents;

/// <summary>Why an input gave no narrative.</summary>
public enum ReportErrorKind
{
    /// <summary>There is no file or folder at the path.</summary>
    Missing,

    /// <summary>A folder in which no report was found.</summary>
    NoReports,

    /// <summary>The system refuses to open or read it.</summary>
    Unreadable,

    /// <summary>The file has no text.</summary>
    Empty,

    /// <summary>The file is not text.</summary>
    Binary,

    /// <summary>The file exceeds the size limit.</summary>
    TooLarge,
}

/// <summary>An input that gave no narrative.</summary>
/// <param name="Path">The path as given, with forward slashes.</param>
/// <param name="Kind">What sort of error.</param>
/// <param name="Reason">What is wrong, as the end of a sentence; never quotes the text.</param>
public sealed record ReportError(string Path, ReportErrorKind Kind, string Reason)
{
    /// <summary><c>path: reason</c>.</summary>
    public override string ToString() => $"{Path}: {Reason}";
}
