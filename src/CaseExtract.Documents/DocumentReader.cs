using System.Security.Cryptography;
using CaseExtract.Text;

namespace CaseExtract.Documents;

/// <summary>Reads the bytes of a file that is one report.</summary>
internal sealed class DocumentReader
{
    /// <summary>Whether a file of this format is one report.</summary>
    public static bool Reads(ReportFormat format) => format is ReportFormat.Text;

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
        catch (DocumentException exception)
        {
            return new ReadResult(new ReportError(path, exception.Kind, exception.Message, exception.Place));
        }
    }

    private static DocumentText Text(ReadOnlyMemory<byte> bytes, ReportFormat format)
    {
        if (bytes.IsEmpty)
        {
            throw new DocumentException(ReportErrorKind.Empty, "the file is empty");
        }

        _ = format;
        return PlainText.Read(bytes.Span);
    }
}
