using System.Collections.Frozen;
using System.Xml.Linq;

namespace CaseExtract.Documents;

/// <summary>
/// An article in JATS, the format of PubMed Central (ANSI/NISO Z39.96): its title, abstract, sections, captions and tables. References, affiliations,
/// keywords and statements of the authors are known by their elements and left out.
/// </summary>
internal static class JatsText
{
    private static readonly FrozenSet<string> Left = FrozenSet.ToFrozenSet(
        ["ref-list", "ack", "fn-group", "fn", "bio", "glossary", "app-group", "notes", "contrib-group", "aff", "author-notes", "kwd-group", "funding-group",
            "permissions", "history", "pub-date", "article-id", "article-categories", "counts", "self-uri", "related-article", "journal-meta", "object-id",
            "inline-formula", "disp-formula", "tex-math", "math", "graphic", "inline-graphic", "media", "supplementary-material", "table-wrap-foot", "attrib"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
        ["article-title", "subtitle", "trans-abstract", "abstract", "title", "p", "sec", "caption", "fig", "fig-group", "table-wrap", "list", "list-item", "def-list", "def-item", "disp-quote",
            "boxed-text", "body", "sub-article", "statement", "verse-group", "speech"],
        StringComparer.Ordinal);

    /// <summary>Whether XML is an article, by its first elements.</summary>
    public static bool IsArticle(XElement root) => root.Name.LocalName is "article" or "pmc-articleset" or "OAI-PMH" || root.Descendants().Any(element => element.Name.LocalName == "article-meta");

    /// <exception cref="DocumentException">It is no XML, no article, or XML that could do harm.</exception>
    public static DocumentText Read(ReadOnlyMemory<byte> bytes, ReadingOptions options)
    {
        var root = SafeXml.Load(bytes, options).Root!;
        if (!IsArticle(root))
        {
            throw new DocumentException(ReportErrorKind.Unsupported, "the XML is no JATS article");
        }

        var page = new TextPage();
        foreach (var article in Articles(root))
        {
            Write(Child(Child(Child(article, "front"), "article-meta"), "title-group"), page);
            foreach (var part in Child(Child(article, "front"), "article-meta")?.Elements().Where(element => element.Name.LocalName == "abstract") ?? [])
            {
                // a structured abstract has titles of its own
                if (!part.Elements().Any(element => element.Name.LocalName is "title"))
                {
                    page.Write("Abstract");
                    page.EndBlock();
                }

                Write(part, page);
            }

            Write(Child(article, "body"), page);
            Write(Child(article, "floats-group"), page);
        }

        return new DocumentText(page.ToString(), "application/jats+xml");
    }

    private static IEnumerable<XElement> Articles(XElement root) =>
        root.Name.LocalName == "article" ? [root] : root.Descendants().Where(element => element.Name.LocalName == "article");

    private static XElement? Child(XElement? element, string name) => element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static void Write(XElement? element, TextPage page)
    {
        if (element is null)
        {
            return;
        }

        page.EndBlock();
        WriteContent(element, page);
        page.EndBlock();
    }

    private static void WriteContent(XElement element, TextPage page)
    {
        var isLabelled = false;
        foreach (var node in element.Nodes())
        {
            if (node is XText text)
            {
                page.Write(text.Value);
            }
            else if (node is XElement child && !IsLeftOut(child))
            {
                // "Figure 1" and its caption, "2." and its heading are one line
                if (isLabelled && child.Name.LocalName is "title" or "caption")
                {
                    WriteInline(child, page);
                    page.EndBlock();
                }
                else
                {
                    WriteChild(child, page);
                }

                isLabelled = child.Name.LocalName == "label";
            }
        }
    }

    private static void WriteChild(XElement child, TextPage page)
    {
        switch (child.Name.LocalName)
        {
            case "tr":
                page.Row([.. child.Elements().Where(cell => cell.Name.LocalName is "td" or "th").Select(cell => cell.Value)]);
                break;
            case "break":
                page.BreakLine();
                break;
            case "label":
                page.EndBlock();
                page.Write(child.Value);
                page.Write(child.Value.TrimEnd() is [.., '.' or ':' or ')'] ? " " : ". ");
                break;
            case var name when Blocks.Contains(name):
                Write(child, page);
                break;
            default:
                WriteContent(child, page);
                break;
        }
    }

    private static void WriteInline(XElement element, TextPage page)
    {
        foreach (var text in element.DescendantNodes().OfType<XText>().Where(text => !text.Ancestors().TakeWhile(above => above != element).Any(IsLeftOut)))
        {
            // the blank between a caption's title and its text; inside a paragraph words carry their own
            if (text.Parent?.Name.LocalName is "title" or "p" && text.PreviousNode is null)
            {
                page.Write(" ");
            }

            page.Write(text.Value);
        }
    }

    /// <summary>References are left out; "Figure 1" is part of its sentence.</summary>
    private static bool IsLeftOut(XElement element) =>
        Left.Contains(element.Name.LocalName)
        || (element.Name.LocalName == "xref" && element.Attribute("ref-type")?.Value is "bibr" or "fn" or "aff" or "corresp");
}
