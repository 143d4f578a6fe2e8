using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace CaseExtract.Pages.Report;

/// <summary>The charts of the page. Each is drawn for a wide and for a narrow page, so that its words keep their size.</summary>
internal static class Charts
{
    private const double TypeSize = 13;

    /// <summary>Women and girls to the left, men and boys to the right, the youngest below.</summary>
    public static PlotModel AgePyramid(CohortFigures cohort)
    {
        var model = Model(cohort.Ages.Select(Name));
        var most = cohort.Ages.Max(band => Math.Max(band.Female, band.Male));
        model.Axes.Add(Categories(AxisPosition.Left, cohort.Ages.Select(Name)));
        model.Axes.Add(Counts(AxisPosition.Bottom, -most, most));
        foreach (var (colour, count) in new (OxyColor, Func<AgeBand, double>)[] { (ChartColours.First, band => -band.Female), (ChartColours.Second, band => band.Male) })
        {
            var series = new BarSeries { FillColor = colour, IsStacked = true, BarWidth = 1.6, StrokeThickness = 0 };
            series.Items.AddRange(cohort.Ages.Select(band => new BarItem(count(band))));
            model.Series.Add(series);
        }

        return model;
    }

    /// <summary>Values by confidence.</summary>
    public static PlotModel Confidences(CohortFigures cohort)
    {
        var model = Model(Label(cohort.Confidences.Max()));
        var first = Math.Min(10, Enumerable.Range(0, 20).First(bin => bin == 19 || cohort.Confidences[bin] > 0));
        var x = Numbers(AxisPosition.Bottom, first / 20.0, 1);
        x.MajorStep = 0.1;
        x.StringFormat = "0.0";
        x.Title = "confidence";
        model.Axes.Add(x);
        model.Axes.Add(Counts(AxisPosition.Left, 0, cohort.Confidences.Max()));
        var series = new RectangleBarSeries { FillColor = ChartColours.Second, StrokeThickness = 0 };
        for (var bin = first; bin < 20; bin++)
        {
            series.Items.Add(new RectangleBarItem((bin / 20.0) + 0.003, 0, ((bin + 1) / 20.0) - 0.003, cohort.Confidences[bin]));
        }

        model.Series.Add(series);
        return model;
    }

    /// <summary>Operations before the present course, the longest ago to the left.</summary>
    public static PlotModel Earlier(CohortFigures cohort)
    {
        var stretches = cohort.Earlier;
        var model = Model(stretches.Select(stretch => stretch.Name));
        model.Axes.Add(Categories(AxisPosition.Left, stretches.Select(stretch => stretch.Name)));
        model.Axes.Add(Counts(AxisPosition.Bottom, 0, stretches.Max(stretch => stretch.Operations)));
        var series = new BarSeries { FillColor = ChartColours.Second, BarWidth = 1.3, StrokeThickness = 0 };
        series.Items.AddRange(stretches.Select(stretch => new BarItem(stretch.Operations)));
        model.Series.Add(series);
        return model;
    }

    /// <summary>Cases with each of the most frequent procedures by year; lines differ in colour, dash and marker.</summary>
    public static PlotModel Yearly(CohortFigures cohort)
    {
        var most = Math.Max(1, cohort.Yearly.Max(procedure => procedure.Cases.Max()));
        var model = Model(Label(most));
        var x = Numbers(AxisPosition.Bottom, cohort.Years[0].Year - 0.4, cohort.Years[^1].Year + 0.4);
        x.MinimumMajorStep = 1;
        x.StringFormat = "0";
        model.Axes.Add(x);
        model.Axes.Add(Counts(AxisPosition.Left, 0, most));
        for (var number = 0; number < cohort.Yearly.Count; number++)
        {
            var series = new LineSeries
            {
                Color = ChartColours.Series[number],
                StrokeThickness = 2,
                LineStyle = Dashes[number],
                MarkerType = Markers[number],
                MarkerSize = 4.5,
                MarkerFill = ChartColours.Series[number],
            };
            series.Points.AddRange(cohort.Years.Zip(cohort.Yearly[number].Cases, (year, cases) => new DataPoint(year.Year, cases)));
            model.Series.Add(series);
        }

        return model;
    }

    /// <summary>A band of ages in words.</summary>
    public static string Name(AgeBand band) => band.To is { } to
        ? string.Create(CultureInfo.InvariantCulture, $"{band.From}–{to}")
        : string.Create(CultureInfo.InvariantCulture, $"{band.From}+");

    private static readonly LineStyle[] Dashes = [LineStyle.Solid, LineStyle.Dash, LineStyle.Dot, LineStyle.DashDot];

    private static readonly MarkerType[] Markers = [MarkerType.Circle, MarkerType.Square, MarkerType.Triangle, MarkerType.Diamond];

    /// <param name="names">What stands to the left of the chart.</param>
    private static PlotModel Model(params IEnumerable<string> names) => new()
    {
        // The page's type is not known here; its widest letters take this much each.
        PlotMargins = new OxyThickness((names.Max(name => name.Length) * TypeSize * 0.68) + 8, double.NaN, double.NaN, double.NaN),
        DefaultFontSize = TypeSize,
        TextColor = ChartColours.Ink,
        PlotAreaBorderThickness = new OxyThickness(0),
        Padding = new OxyThickness(0, 6, 14, 2),
        Culture = CultureInfo.InvariantCulture,
    };

    /// <summary>A count without a sign: bars of one side go to the left.</summary>
    private static string Label(double count) => Math.Abs(count).ToString("#,0.##", CultureInfo.InvariantCulture);

    private static CategoryAxis Categories(AxisPosition position, IEnumerable<string> names) => new()
    {
        Position = position,
        ItemsSource = names.ToList(),
        GapWidth = 0.25,
        TickStyle = TickStyle.None,
        AxislineStyle = LineStyle.None,
        TextColor = ChartColours.Ink,
    };

    /// <summary>Counts of cases: whole numbers.</summary>
    private static LinearAxis Counts(AxisPosition position, double least, double most)
    {
        var axis = Numbers(position, least * 1.04, Math.Max(1, most * 1.04));
        axis.LabelFormatter = Label;
        axis.MinimumMajorStep = 1;
        axis.MajorGridlineStyle = LineStyle.Solid;
        axis.MajorGridlineColor = ChartColours.Rule;
        return axis;
    }

    private static LinearAxis Numbers(AxisPosition position, double least, double most) => new()
    {
        Position = position,
        Minimum = least,
        Maximum = most,
        IntervalLength = 70,
        TickStyle = TickStyle.None,
        AxislineStyle = LineStyle.None,
        TextColor = ChartColours.Soft,
        TitleColor = ChartColours.Soft,
        TitleFontSize = TypeSize,
    };
}
