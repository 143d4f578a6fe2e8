using OxyPlot;

namespace CaseExtract.Pages.Report;

/// <summary>Colours by the names they have in the style sheet: charts are drawn with a stand-in for each, which <see cref="ChartSvg"/> replaces, so that they follow light and dark.</summary>
internal static class ChartColours
{
    public static readonly OxyColor Ink = OxyColor.FromRgb(1, 0, 1);
    public static readonly OxyColor Soft = OxyColor.FromRgb(1, 0, 2);
    public static readonly OxyColor Rule = OxyColor.FromRgb(1, 0, 3);
    public static readonly OxyColor First = OxyColor.FromRgb(1, 0, 4);
    public static readonly OxyColor Second = OxyColor.FromRgb(1, 0, 5);
    public static readonly OxyColor Third = OxyColor.FromRgb(1, 0, 6);
    public static readonly OxyColor Fourth = OxyColor.FromRgb(1, 0, 7);

    public static readonly IReadOnlyList<OxyColor> Series = [First, Second, Third, Fourth];

    public static string NameOf(OxyColor colour) => colour.B switch
    {
        1 => "ink",
        2 => "soft",
        3 => "rule",
        4 => "first",
        5 => "second",
        6 => "third",
        _ => "fourth",
    };
}
