using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CaseExtract.Documents;

/// <summary>A web page: its main content without menus, scripts and forms; headings and paragraphs become blocks, rows of tables lines.</summary>
internal static class HtmlText
{
    private static readonly FrozenSet<string> Left = FrozenSet.ToFrozenSet(
        ["script", "style", "noscript", "template", "head", "nav", "aside", "form", "button", "select", "textarea", "input", "iframe", "object", "svg", "math", "audio", "video", "canvas", "dialog"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Roles = FrozenSet.ToFrozenSet(
        ["navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
        ["address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
            "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "ul"],
        StringComparer.OrdinalIgnoreCase);

    /// <exception cref="DocumentException">The bytes are no text, or are nested too deep.</exception>
    public static DocumentText Read(ReadOnlySpan<byte> bytes, ReadingOptions options)
    {
        var source = HtmlEncoding.Decode(bytes, out var encoding);
        using var document = Parser(options).ParseDocument(source);
        var page = new TextPage();
        if (document.Body is { } body)
        {
            var main = Main(body);
            if (document.Title is { Length: > 0 } title && main.QuerySelector("h1") is null)
            {
                page.Write(title);
                page.EndBlock();
            }

            WriteChildren(main, page, isPreformatted: false);
        }

        return new DocumentText(page.ToString(), "text/html", encoding);
    }

    /// <summary>
    /// A parser that stops where the limit of depth is passed. The time it takes for an element grows with the number of those that are open, so a page
    /// without end tags would take the square of its length.
    /// </summary>
    private static HtmlParser Parser(ReadingOptions options)
    {
        INode? last = null;
        return new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            OnCreated = (element, _) =>
            {
                // the element has no place yet: the one before it has
                var depth = 0;
                for (var node = last; node is not null; node = node.Parent)
                {
                    if (++depth > options.DepthLimit)
                    {
                        throw options.TooDeep();
                    }
                }

                last = element;
            },
        });
    }

    /// <summary>The element that the page marks as its content, if that holds most of the text; else all of it.</summary>
    private static IElement Main(IElement body)
    {
        var marked = body.QuerySelector("main, [role=main]") ?? (body.QuerySelectorAll("article") is { Length: 1 } articles ? articles[0] : null);
        return marked is not null && marked.TextContent.AsSpan().Trim().Length > 0 ? marked : body;
    }

    private static void WriteChildren(INode node, TextPage page, bool isPreformatted)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text when isPreformatted:
                    WriteLines(text.Data, page);
                    break;
                case IText text:
                    page.Write(text.Data);
                    break;
                case IElement element when !IsLeftOut(element):
                    WriteElement(element, page, isPreformatted);
                    break;
            }
        }
    }

    private static void WriteElement(IElement element, TextPage page, bool isPreformatted)
    {
        var name = element.LocalName;
        if (name == "br")
        {
            page.BreakLine();
        }
        else if (name == "tr")
        {
            page.Row([.. element.Children.Where(cell => cell.LocalName is "td" or "th").Select(cell => cell.TextContent)]);
        }
        else if (Blocks.Contains(name))
        {
            page.EndBlock();
            WriteChildren(element, page, isPreformatted || name == "pre");
            page.EndBlock();
        }
        else
        {
            WriteChildren(element, page, isPreformatted);
        }
    }

    private static void WriteLines(string text, TextPage page)
    {
        var isFirst = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!isFirst)
            {
                page.BreakLine();
            }

            page.Write(line);
            isFirst = false;
        }
    }

    private static bool IsLeftOut(IElement element) =>
        Left.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || (element.GetAttribute("role") is { } role && Roles.Contains(role))
        || (element.LocalName is "header" or "footer" && element.ParentElement?.LocalName == "body")
        || string.Equals(element.GetAttribute("aria-hidden"), "true", StringComparison.OrdinalIgnoreCase);
}
