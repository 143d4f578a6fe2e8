using CaseExtract.Pages.Report;
using CaseExtract.Schema;
using Xunit;

namespace CaseExtract.Pages.Tests;

/// <summary>The figures of a cohort.</summary>
public sealed class CohortTests
{
    private static readonly Evidence[] Somewhere = [new Evidence(0, 1, "A", "case")];

    [Fact]
    public void Ages_are_counted_in_bands_by_sex()
    {
        var cohort = Of(Aged(0.5, "female"), Aged(9.9, "male"), Aged(10, "male"), Aged(104, null), Aged(null, "female"));

        Assert.Equal(new AgeBand(0, 9, 1, 1, 0), cohort.Ages[0]);
        Assert.Equal(new AgeBand(10, 19, 0, 1, 0), cohort.Ages[1]);
        Assert.Equal(new AgeBand(90, null, 0, 0, 1), cohort.Ages[9]);
        Assert.Equal((1, 2, 2), (cohort.WithoutAge, cohort.Female, cohort.Male));
    }

    [Theory]
    [InlineData("40", "40 40 40 40 40")]
    [InlineData("40 60", "40 45 50 55 60")]
    [InlineData("60 40 50 10 20", "10 20 40 50 60")]
    public void Quartiles_lie_between_neighbours(string ages, string expected)
    {
        var cohort = Of([.. ages.Split(' ').Select(age => Aged(double.Parse(age), "male"))]);

        Assert.Equal(expected, string.Join(' ', cohort.AgeQuartiles));
    }

    [Fact]
    public void A_level_counts_once_a_case()
    {
        var level = new SpinalLevelValue { Level = "T5", Region = "thoracic", Confidence = 0.9, Evidence = Somewhere };
        var cohort = Of(Aged(1, null) with { SpinalLevels = [level, level, level with { Level = "Co", Region = "coccygeal" }] }, Aged(2, null) with { SpinalLevels = [level] }, Aged(3, null));

        Assert.Equal(["T5 2", "Co 1"], cohort.Levels.Where(one => one.Cases > 0).Select(one => $"{one.Level} {one.Cases}"));
        Assert.Equal(30, cohort.Levels.Count);
        Assert.Equal(2, cohort.WithLevel);
    }

    [Fact]
    public void The_most_frequent_come_first_then_the_alphabet()
    {
        var cohort = Of(Treated("biopsy", "resection"), Treated("resection"), Treated("ablation", "ablation"));

        Assert.Equal([new Ranked("resection", null, 2), new Ranked("ablation", null, 1), new Ranked("biopsy", null, 1)], cohort.Procedures);
        Assert.Equal(3, cohort.WithProcedure);
    }

    [Fact]
    public void Earlier_operations_are_counted_by_the_time_between()
    {
        var surgery = new PriorSurgery { Term = "resection", Confidence = 0.9, Evidence = Somewhere };
        var cohort = Of(Aged(1, null) with { PriorSurgeries = [.. new double?[] { 0, 11.9, 12, 60, 119, 120, 500, null }.Select(months => surgery with { MonthsBefore = months })] });

        Assert.Equal([2, 1, 0, 2, 2], cohort.Earlier.Select(stretch => stretch.Operations));
        Assert.Equal(1, cohort.EarlierWithoutTime);
    }

    [Theory]
    [InlineData("2019-05-01", 2019)]
    [InlineData("20190501120000", 2019)]
    [InlineData("1 May 2019", 2019)]
    [InlineData("May", null)]
    [InlineData("12019", null)]
    public void The_year_is_read_from_the_date(string date, int? expected) => Assert.Equal(expected, Of(Dated(date)).Years.SingleOrDefault()?.Year);

    [Fact]
    public void Years_without_a_case_are_years()
    {
        var cohort = Of(Dated("2019"), Dated("2021"), Dated("2021"), Treated("biopsy"));

        Assert.Equal([new YearCount(2019, 1), new YearCount(2020, 0), new YearCount(2021, 2)], cohort.Years);
        Assert.Equal([0, 0, 0], Assert.Single(cohort.Yearly).Cases);
        Assert.Equal(2, Of(Dated("1801"), Dated("2021")).Years.Count);
    }

    [Fact]
    public void Confidence_is_counted_in_twentieths_by_value()
    {
        var cohort = Of(Treated("a", "b") with { Sex = new Sex { Value = "male", Confidence = 1, Evidence = Somewhere } });

        Assert.Equal(3, cohort.Confidences.Sum());
        Assert.Equal((2, 1), (cohort.Confidences[14], cohort.Confidences[19]));
        Assert.Equal(new FieldCount("procedure", 1, 2, 0.7, 2), cohort.Fields.Single(field => field.Name == "procedure"));
        Assert.Equal(new FieldCount("age", 0, 0, null, 0), cohort.Fields[0]);
    }

    private static CohortFigures Of(params CaseRecord[] records) => CohortFigures.Of(records, "date");

    private static CaseRecord Aged(double? years, string? sex) => Bare() with
    {
        Age = years is { } age ? new Age { Value = age, Unit = "year", Years = age, Confidence = 0.9, Evidence = Somewhere } : null,
        Sex = sex is null ? null : new Sex { Value = sex, Confidence = 0.9, Evidence = Somewhere },
    };

    private static CaseRecord Treated(params string[] terms) => Bare() with { Procedures = [.. terms.Select(term => new Procedure { Term = term, Confidence = 0.7, Evidence = Somewhere })] };

    private static CaseRecord Dated(string date) => Bare() with { Document = Bare().Document with { Columns = new Dictionary<string, string> { ["date"] = date } } };

    private static CaseRecord Bare() => new() { CaseId = "bare", Document = Cases.LegRecord.Document };
}
