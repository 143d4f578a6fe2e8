using System.Xml;
using System.Xml.Linq;

namespace CaseExtract.Documents;

/// <summary>
/// Reads XML that may come from anywhere: a document that defines entities is refused, and nothing outside it is fetched
/// (OWASP, XML External Entity Prevention).
/// </summary>
internal static class SafeXml
{
    private static ReadOnlySpan<byte> EntityDeclaration => "<!ENTITY"u8;

    /// <exception cref="DocumentException">It is no XML, or defines entities.</exception>
    public static XDocument Load(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.IndexOf(EntityDeclaration) >= 0)
        {
            throw new DocumentException(ReportErrorKind.Refused, "the XML defines entities of its own, as XML bombs and calls for other files do");
        }

        var settings = new XmlReaderSettings
        {
            // a JATS file names its document type, which is not fetched
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
        };
        try
        {
            using var stream = new MemoryStream(bytes.ToArray());
            using var xml = XmlReader.Create(stream, settings);
            return XDocument.Load(xml);
        }
        catch (XmlException exception)
        {
            // the parser's message quotes names of the text; its place is enough
            throw new DocumentException(ReportErrorKind.Malformed, string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"is not well-formed XML (line {exception.LineNumber}, column {exception.LinePosition})"));
        }
    }
}
