namespace CaseExtract.Documents;

/// <summary>A format that reports come in.</summary>
public enum ReportFormat
{
    /// <summary>Plain text or Markdown in any encoding.</summary>
    Text,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>An article in JATS, as PubMed Central gives it.</summary>
    Jats,

    /// <summary>A PDF document with a text layer.</summary>
    Pdf,

    /// <summary>A Word document (.docx).</summary>
    Word,

    /// <summary>Rich Text Format.</summary>
    RichText,

    /// <summary>HL7 version 2 messages, a report a message.</summary>
    Hl7,

    /// <summary>Comma-separated values with a header, a report a row; also with semicolons or bars.</summary>
    Csv,

    /// <summary>Tab-separated values with a header, a report a row.</summary>
    Tsv,

    /// <summary>JSON Lines: an object a line.</summary>
    JsonLines,

    /// <summary>A JSON array of objects, or one object.</summary>
    Json,

    /// <summary>An Apache Parquet file, a report a row.</summary>
    Parquet,

    /// <summary>A ZIP archive of files in other formats.</summary>
    Zip,
}
