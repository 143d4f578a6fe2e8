using CaseExtract.Pages.Html;

namespace CaseExtract.Pages.View;

/// <summary>How many cases a page shows, and what is wrong with them.</summary>
/// <param name="Cases">All cases.</param>
/// <param name="WithoutSource">Whose report is missing or cannot be read.</param>
/// <param name="Changed">Whose report has changed since.</param>
/// <param name="LostQuotations">Quotations that do not stand in the report where the record says.</param>
public sealed record ViewCounts(int Cases, int WithoutSource, int Changed, int LostQuotations);

/// <summary>
/// A page on which a person reads case records beside their reports, the evidence of every field marked in the text. It is one file of
/// any number of cases: they stand in it as data, and the browser renders the one that is looked at.
/// </summary>
public static class ViewPage
{
    private static readonly string[] Scripts = ["data", "filter", "list", "narrative", "record", "keys", "main"];

    /// <summary>Writes the page; cases are written as they come and not kept.</summary>
    /// <param name="output">Receives the page, as UTF-8.</param>
    /// <param name="title">What the page is called.</param>
    /// <param name="cases">The cases, in the order they are shown.</param>
    public static ViewCounts Write(TextWriter output, string title, IEnumerable<ViewCase> cases)
    {
        var script = $"(() => {{\n\"use strict\";\n{PageAsset.ReadAll(Scripts.Select(name => $"View/{name}.js"))}}})();\n";
        var page = new HtmlPage(title, PageAsset.ReadAll("Html/page.css", "View/view.css", "View/marks.css"), script);
        var counts = new ViewCounts(0, 0, 0, 0);
        page.Write<ViewBody>(output, new Dictionary<string, object?> { ["Title"] = title }, data => counts = WriteData(data, cases));
        return counts;
    }

    /// <summary>The cases a line each, so that the browser parses only what it shows; then what it needs of all of them, to list and to filter.</summary>
    private static ViewCounts WriteData(TextWriter output, IEnumerable<ViewCase> cases)
    {
        var rules = new Dictionary<string, int>(StringComparer.Ordinal);
        var entries = new List<CaseEntry>();
        var counts = new ViewCounts(0, 0, 0, 0);
        output.Write("<script type=\"application/json\" id=\"cases\">");
        foreach (var viewCase in cases)
        {
            output.Write('\n');
            ViewJson.WriteCase(output, viewCase, rules);
            var entry = CaseEntry.Of(viewCase);
            entries.Add(entry);
            counts = new ViewCounts(
                counts.Cases + 1,
                counts.WithoutSource + (entry.Source is SourceState.Missing or SourceState.Unreadable ? 1 : 0),
                counts.Changed + (entry.Source == SourceState.Changed ? 1 : 0),
                counts.LostQuotations + entry.LostQuotations);
        }

        output.Write("\n</script>\n<script type=\"application/json\" id=\"index\">");
        ViewJson.WriteIndex(output, entries, rules);
        output.Write("</script>\n");
        return counts;
    }
}
