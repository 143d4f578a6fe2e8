using CaseExtract.Annotation.Grammars;
using CsCheck;
using Xunit;

namespace CaseExtract.Tests.Annotation.Grammars;

public sealed class VertebraSetTests
{
    private static readonly Gen<VertebralLevel> Level = Gen.Int[0, VertebralLevel.Count - 1].Select(order => new VertebralLevel(order));

    [Fact]
    public void A_range_reads_the_same_from_either_end_and_holds_both() =>
        Gen.Select(Level, Level).Sample((one, other) =>
        {
            var range = VertebraSet.Range(one, other);
            Assert.Equal(range, VertebraSet.Range(other, one));
            Assert.True(range.Contains(one) && range.Contains(other));
            Assert.Equal(Math.Min(one.Order, other.Order), range.Highest.Order);
            Assert.Equal(Math.Max(one.Order, other.Order), range.Lowest.Order);
        });

    [Fact]
    public void A_set_enumerates_what_was_put_in_it_once_and_down_the_spine() =>
        Level.Array[0, 12].Sample(levels =>
        {
            var set = levels.Aggregate(VertebraSet.Empty, (sum, level) => sum.Union(VertebraSet.Of(level)));
            Assert.Equal(levels.Distinct().Order(), set);
            Assert.Equal(levels.Distinct().Count(), set.Count);
        });

    [Theory]
    [InlineData(true, 7, 8)]
    [InlineData(true, 7, 7)]
    [InlineData(false, 6, 7)]
    [InlineData(false, 8, 9)]
    public void Within_means_every_vertebra(bool expected, int high, int low) =>
        Assert.Equal(expected, VertebraSet.Range(new(high), new(low)).IsWithin(VertebralLevel.T1, VertebralLevel.T2));
}
