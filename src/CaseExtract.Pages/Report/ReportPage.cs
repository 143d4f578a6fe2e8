using CaseExtract.Pages.Html;

namespace CaseExtract.Pages.Report;

/// <summary>A page with the figures of a cohort, in one file without any script.</summary>
public static class ReportPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="output">Receives the page, as UTF-8.</param>
    /// <param name="cohort">The figures.</param>
    /// <param name="origin">Where the cases come from, such as the name of a file or of a database.</param>
    /// <param name="selection">The expression that chose them; <see langword="null"/> where all are meant.</param>
    public static void Write(TextWriter output, CohortFigures cohort, string origin, string? selection)
    {
        var page = new HtmlPage($"Cohort report: {origin}", PageAsset.ReadAll("Html/page.css", "Report/report.css"));
        page.Write<ReportBody>(output, new Dictionary<string, object?> { ["Cohort"] = cohort, ["Origin"] = origin, ["Selection"] = selection });
    }
}
