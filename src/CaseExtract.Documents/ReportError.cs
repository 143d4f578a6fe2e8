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

    /// <summary>The file, or a row of it, is not of the format that it should be, or is damaged.</summary>
    Malformed,

    /// <summary>A row has no column, or an object no key, of the name asked for.</summary>
    MissingField,

    /// <summary>The file is read by none of the readers.</summary>
    Unsupported,

    /// <summary>The file is made to do harm, or looks so.</summary>
    Refused,
}

/// <summary>An input that gave no narrative.</summary>
/// <param name="Path">The path as given, with forward slashes.</param>
/// <param name="Kind">What sort of error.</param>
/// <param name="Reason">What is wrong, as the end of a sentence; never quotes the text.</param>
/// <param name="Place">Where in the file, such as <c>line 12</c>; <see langword="null"/> for the file as a whole.</param>
public sealed record ReportError(string Path, ReportErrorKind Kind, string Reason, string? Place = null)
{
    /// <summary><c>path: reason</c> or <c>path (place): reason</c>.</summary>
    public override string ToString() => Place is null ? $"{Path}: {Reason}" : $"{Path} ({Place}): {Reason}";
}
