using System.Security.Cryptography;
using CaseExtract.Text;

namespace CaseExtract.Documents;

/// <summary>Reads the bytes of a file that is one report.</summary>
internal sealed class DocumentReader(ReadingOptions options)
{
    private const int BeginningLength = 1024;

    /// <summary>Whether a file of this format is one report.</summary>
    public static bool Reads(ReportFormat format) => format is
        ReportFormat.Text or ReportFormat.Html or ReportFormat.Jats or ReportFormat.Pdf or ReportFormat.Word or ReportFormat.RichText;

    /// <summary>Reads a report. Never throws for what the bytes are.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="id">The narrative's id.</param>
    /// <param name="path">The path as given, for the narrative and for errors; <c>-</c> for standard input.</param>
    /// <param name="format">What the file should be.</param>
    public ReadResult Read(ReadOnlyMemory<byte> bytes, string id, string path, ReportFormat format)
    {
        try
        {
            var text = Text(bytes, format);
            if (text.Content.AsSpan().IsWhiteSpace())
            {
                throw new DocumentException(ReportErrorKind.Empty, "the file holds nothing but white space");
            }

            var narrative = new Narrative(id, text.Content)
            {
                Path = path == ReportFinder.StandardInput ? null : path,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
                MediaType = text.MediaType,
            };
            return new ReadResult(narrative, text.Encoding);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new ReadResult(FileErrors.OfContent(path, exception));
        }
    }

    private DocumentText Text(ReadOnlyMemory<byte> bytes, ReportFormat format)
    {
        if (bytes.IsEmpty)
        {
            throw new DocumentException(ReportErrorKind.Empty, "the file is empty");
        }

        return Actual(bytes.Span, format) switch
        {
            ReportFormat.Html => HtmlText.Read(bytes.Span, options),
            ReportFormat.Jats => JatsText.Read(bytes, options),
            ReportFormat.Pdf => PdfText.Read(bytes, options),
            ReportFormat.Word => WordText.Read(bytes, options),
            ReportFormat.RichText => RichText.Read(bytes.Span, options),
            _ => PlainText.Read(bytes.Span),
        };
    }

    /// <summary>A file with the wrong name, or without one, is still what its first bytes say.</summary>
    private static ReportFormat Actual(ReadOnlySpan<byte> bytes, ReportFormat format)
    {
        if (bytes.StartsWith("%PDF-"u8))
        {
            return ReportFormat.Pdf;
        }

        if (bytes.StartsWith("{\\rtf"u8))
        {
            return ReportFormat.RichText;
        }

        if (format != ReportFormat.Text)
        {
            return format;
        }

        var beginning = bytes[..Math.Min(bytes.Length, BeginningLength)].TrimStart("\uFEFF \t\r\n"u8);
        return StartsWithIgnoringCase(beginning, "<!doctype html"u8) || StartsWithIgnoringCase(beginning, "<html"u8) ? ReportFormat.Html
            : beginning.StartsWith("<?xml"u8) && beginning.IndexOf("<article"u8) >= 0 ? ReportFormat.Jats
            : format;
    }

    private static bool StartsWithIgnoringCase(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> lowerCase) =>
        bytes.Length >= lowerCase.Length && System.Text.Ascii.EqualsIgnoreCase(bytes[..lowerCase.Length], lowerCase);
}
