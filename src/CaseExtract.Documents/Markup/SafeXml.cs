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

    // a JATS file names its document type, which is not fetched
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <exception cref="DocumentException">It is no XML, defines entities, or is nested too deep.</exception>
    public static XDocument Load(ReadOnlyMemory<byte> bytes, ReadingOptions options)
    {
        if (bytes.Span.IndexOf(EntityDeclaration) >= 0)
        {
            throw new DocumentException(ReportErrorKind.Refused, "the XML defines entities of its own, as XML bombs and calls for other files do");
        }

        CheckDepth(bytes, options);
        using var xml = Open(bytes);
        return XDocument.Load(xml);
    }

    /// <summary>Reads XML once without keeping it: a tree of it takes stack and time that grow with its depth.</summary>
    /// <exception cref="DocumentException">It is no XML, or is nested too deep.</exception>
    public static void CheckDepth(ReadOnlyMemory<byte> bytes, ReadingOptions options)
    {
        try
        {
            using var xml = Open(bytes);
            while (xml.Read())
            {
                if (xml.Depth > options.DepthLimit)
                {
                    throw options.TooDeep();
                }
            }
        }
        catch (XmlException exception)
        {
            // the parser's message quotes names of the text; its place is enough
            throw new DocumentException(ReportErrorKind.Malformed, string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"is not well-formed XML (line {exception.LineNumber}, column {exception.LinePosition})"));
        }
    }

    private static XmlReader Open(ReadOnlyMemory<byte> bytes) => XmlReader.Create(new MemoryStream(bytes.ToArray()), Settings);
}
