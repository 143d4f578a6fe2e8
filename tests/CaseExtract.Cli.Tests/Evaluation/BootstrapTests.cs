using CaseExtract.Cli.Evaluation;
using Xunit;

namespace CaseExtract.Cli.Tests.Evaluation;

public sealed class BootstrapTests
{
    [Fact]
    public void The_interval_of_shares_is_that_of_the_binomial_distribution() =>
        // of one value a case F1 is the share of right ones: 25 and 34 are the 2.5 and 97.5 percent points of a binomial of 36 draws at 30 in 36
        Assert.Equal(new Interval(25.0 / 36, 34.0 / 36), IntervalOf(Cases(right: 30, wrong: 6)));

    [Theory]
    [InlineData(30, 0, 1, 1)]
    [InlineData(0, 30, 0, 0)]
    public void What_is_always_so_has_no_spread(int right, int wrong, double low, double high) =>
        Assert.Equal(new Interval(low, high), IntervalOf(Cases(right, wrong)));

    [Fact]
    public void The_interval_narrows_with_the_number_of_cases()
    {
        var (few, many) = (IntervalOf(Cases(20, 5))!.Value, IntervalOf(Cases(400, 100))!.Value);

        Assert.InRange(0.8, many.Low, many.High);
        Assert.InRange(many.High - many.Low, (few.High - few.Low) / 8, (few.High - few.Low) / 3);
    }

    [Fact]
    public void Cases_are_drawn_whole()
    {
        // ten right values in one case and ten wrong ones in another stand or fall together: a draw of two cases has 0, 1 or both
        var interval = IntervalOf([new Counts(10, 0, 0), new Counts(0, 10, 10)]);

        Assert.Equal(new Interval(0, 1), interval);
    }

    [Fact]
    public void Nothing_to_measure_has_no_interval() => Assert.Null(IntervalOf([default, default]));

    private static List<Counts> Cases(int right, int wrong) =>
        [.. Enumerable.Repeat(new Counts(1, 0, 0), right), .. Enumerable.Repeat(new Counts(0, 1, 1), wrong)];

    private static Interval? IntervalOf(List<Counts> cases) => Bootstrap.OfF1([.. cases.Select(counts => new[] { counts })], 1)[0];
}
