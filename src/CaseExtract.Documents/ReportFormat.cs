namespace CaseExtract.Documents;

/// <summary>A format that reports come in.</summary>
public enum ReportFormat
{
    /// <summary>Plain text or Markdown in any encoding.</summary>
    Text,

    /// <summary>Comma-separated values with a header, a report a row; also with semicolons or bars.</summary>
    Csv,

    /// <summary>Tab-separated values with a header, a report a row.</summary>
    Tsv,

    /// <summary>JSON Lines: an object a line.</summary>
    JsonLines,

    /// <summary>A JSON array of objects, or one object.</summary>
    Json,

    /// <summary>A ZIP archive of files in other formats.</summary>
    Zip,
}
