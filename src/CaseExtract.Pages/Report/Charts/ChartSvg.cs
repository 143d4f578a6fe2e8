using System.Text.RegularExpressions;
using System.Xml.Linq;
using OxyPlot;

namespace CaseExtract.Pages.Report;

/// <summary>Draws a chart as SVG for a page: named colours, the page's type, ids of its own, and words for who does not see it.</summary>
internal static partial class ChartSvg
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="model">The chart.</param>
    /// <param name="id">What its ids begin with; no two drawings of a page share it.</param>
    /// <param name="label">What it shows, in words.</param>
    /// <param name="width">Width in CSS pixels.</param>
    /// <param name="height">Height in CSS pixels.</param>
    public static string Draw(PlotModel model, string id, string label, int width, int height)
    {
        var drawing = XElement.Parse(SvgExporter.ExportToString(model, width, height, isDocument: false));
        drawing.SetAttributeValue("viewBox", FormattableString.Invariant($"0 0 {width} {height}"));
        drawing.SetAttributeValue("role", "img");
        drawing.SetAttributeValue("aria-label", label);
        foreach (var attribute in drawing.DescendantsAndSelf().Attributes().ToList())
        {
            attribute.Value = attribute.Name.LocalName switch
            {
                "id" => $"{id}-{attribute.Value}",
                "clip-path" => attribute.Value.Replace("#", $"#{id}-", StringComparison.Ordinal),
                "font-family" => "inherit",
                _ => attribute.Value,
            };
            if (attribute.Name.LocalName is "style" or "fill" or "stroke")
            {
                var colours = Colour.Replace(attribute.Value, match => $"var(--{ChartColours.NameOf(OxyColor.FromRgb(1, 0, byte.Parse(match.Groups["name"].ValueSpan)))})");
                var element = attribute.Parent!;
                if (attribute.Name.LocalName == "style")
                {
                    attribute.Value = colours;
                }
                else
                {
                    // A variable is a value of a style, not of an attribute.
                    attribute.Remove();
                    element.SetAttributeValue("style", $"{attribute.Name.LocalName}:{colours}");
                }
            }
        }

        return drawing.ToString(SaveOptions.DisableFormatting);
    }

    [GeneratedRegex(@"rgb\(1,0,(?<name>[1-7])\)|#010000?(?<name>[1-7])")] // rgb(1,0,4)
    private static partial Regex Colour { get; }
}
