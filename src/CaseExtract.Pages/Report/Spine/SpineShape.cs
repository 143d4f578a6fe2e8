namespace CaseExtract.Pages.Report;

/// <summary>A vertebra as it is drawn, seen from the left side: the front of the patient to the left.</summary>
/// <param name="Level">The level.</param>
/// <param name="X">Middle of its body.</param>
/// <param name="Y">Middle of its body.</param>
/// <param name="Tilt">How far it leans with the curve of the spine, in degrees.</param>
/// <param name="Body">Outline of the body around its middle, as an SVG path.</param>
/// <param name="Process">Outline of the spinous process; empty where none is drawn.</param>
internal sealed record SpineShape(SpineLevel Level, double X, double Y, double Tilt, string Body, string Process)
{
    /// <summary>Height of the whole drawing.</summary>
    public static double Height => Top + SpineLevel.All.Sum(level => level.Height + level.Disc) + Top;

    private const double Middle = 132;
    private const double Top = 8;

    /// <summary>Steeper bodies would run into each other: every level has a row of its own.</summary>
    private const double MostTilt = 20;

    /// <summary>All vertebrae from the skull down.</summary>
    public static IReadOnlyList<SpineShape> All { get; } = Lay();

    private static SpineShape[] Lay()
    {
        var shapes = new List<SpineShape>();
        var total = SpineLevel.All.Sum(level => level.Height + level.Disc);
        var y = Top;
        foreach (var level in SpineLevel.All)
        {
            var centre = y + (level.Height / 2);
            var way = (centre - Top) / total;
            var slope = (Curve(way + 0.005) - Curve(way - 0.005)) / (0.01 * total);
            shapes.Add(new SpineShape(level, Middle + Curve(way), centre, Math.Clamp(-Math.Atan(slope) * 180 / Math.PI, -MostTilt, MostTilt), BodyOf(level), ProcessOf(level)));
            y += level.Height + level.Disc;
        }

        return [.. shapes];
    }

    /// <summary>How far the spine lies behind the plumb line: forward in neck and loins, backward in chest and sacrum.</summary>
    private static double Curve(double way)
    {
        // Knots read off a lateral drawing, joined by cosines.
        ReadOnlySpan<(double Way, double X)> knots = [(0, -3), (0.10, -11), (0.38, 17), (0.70, -15), (0.78, -11), (0.92, 13), (1, 4)];
        for (var i = 1; i < knots.Length; i++)
        {
            if (way <= knots[i].Way || i == knots.Length - 1)
            {
                var part = Math.Clamp((way - knots[i - 1].Way) / (knots[i].Way - knots[i - 1].Way), 0, 1);
                return knots[i - 1].X + ((knots[i].X - knots[i - 1].X) * (1 - Math.Cos(part * Math.PI)) / 2);
            }
        }

        return 0;
    }

    /// <summary>Waisted, as bodies are; those of the sacrum narrow downward, the coccyx ends in a point.</summary>
    private static string BodyOf(SpineLevel level)
    {
        var (x, y) = (level.Width / 2, level.Height / 2);
        var foot = level.Region switch { "sacral" => x - 2.8, "coccygeal" => 2, _ => x };
        var waist = level.Region is "sacral" or "coccygeal" ? 0.5 : Math.Min(3, x * 0.12);
        return Path($"M {-x} {-y} Q 0 {-y + 1.2} {x} {-y} Q {((x + foot) / 2) - waist} 0 {foot} {y} Q 0 {y - 1.2} {-foot} {y} Q {-((x + foot) / 2) + waist} 0 {-x} {-y} Z");
    }

    /// <summary>Level in the neck and the loins, sloping like tiles in the chest.</summary>
    private static string ProcessOf(SpineLevel level)
    {
        var x = (level.Width / 2) - 1;
        var y = level.Height / 2;
        return level.Region switch
        {
            "cervical" => Path($"M {x} {-y * 0.35} L {x + 13} {y * 0.15} L {x + 13} {y * 0.6} L {x} {y * 0.45} Z"),
            "thoracic" => Path($"M {x} {-y * 0.35} L {x + 17} {y * 0.85} L {x + 15} {y * 1.25} L {x} {y * 0.4} Z"),
            "lumbar" => Path($"M {x} {-y * 0.35} L {x + 19} {-y * 0.2} L {x + 20} {y * 0.6} L {x} {y * 0.45} Z"),
            _ => "",
        };
    }

    private static string Path(FormattableString path) => FormattableString.Invariant(
        System.Runtime.CompilerServices.FormattableStringFactory.Create(path.Format, [.. path.GetArguments().Select(number => (object)Math.Round((double)number!, 2))]));
}
