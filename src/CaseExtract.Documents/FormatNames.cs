namespace CaseExtract.Documents;

/// <summary>What the name of a file tells about its format. A file that is named itself is read whatever its name; folders and archives are searched for these names.</summary>
internal static class FormatNames
{
    /// <summary>The extension of a file compressed by gzip, which stands behind that of its format.</summary>
    public const string Gzip = ".gz";

    /// <summary>Whether files of this name are read; a name without extension is.</summary>
    public static bool AreRead(string fileName) => Find(fileName) is not null;

    /// <summary>The format that the name promises, that of the content for a compressed file; <see langword="null"/> for a name of no format that is read.</summary>
    public static ReportFormat? Find(string fileName) => Path.GetExtension(WithoutGzip(fileName)).ToLowerInvariant() switch
    {
        "" or ".txt" or ".text" or ".md" or ".markdown" => ReportFormat.Text,
        ".html" or ".htm" or ".xhtml" => ReportFormat.Html,
        ".xml" or ".nxml" => ReportFormat.Jats,
        ".pdf" => ReportFormat.Pdf,
        ".docx" or ".docm" => ReportFormat.Word,
        ".rtf" => ReportFormat.RichText,
        ".hl7" => ReportFormat.Hl7,
        ".csv" => ReportFormat.Csv,
        ".tsv" or ".tab" => ReportFormat.Tsv,
        ".jsonl" or ".ndjson" => ReportFormat.JsonLines,
        ".json" => ReportFormat.Json,
        ".parquet" => ReportFormat.Parquet,
        ".zip" => ReportFormat.Zip,
        _ => null,
    };

    /// <summary>Whether the name is that of a compressed file.</summary>
    public static bool IsGzip(string fileName) => fileName.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of the file before it was compressed.</summary>
    public static string WithoutGzip(string fileName) => IsGzip(fileName) ? fileName[..^Gzip.Length] : fileName;
}
