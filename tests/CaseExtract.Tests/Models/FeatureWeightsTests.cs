using CaseExtract.Models;
using Xunit;

namespace CaseExtract.Tests.Models;

public sealed class FeatureWeightsTests
{
    private enum Feature : byte
    {
        InTitle,
        Negated,
    }

    [Fact]
    public void A_score_is_the_weighted_sum()
    {
        var weights = Read("in-title\t2.5\nnegated\t-7\n");
        Assert.Equal(-2, weights.Score([2, 1]));
        Assert.Equal(-7, weights[Feature.Negated]);
    }

    [Theory]
    [InlineData("in-title\t2.5\n", "negated")]                       // one is missing
    [InlineData("in-title\t2.5\nnegated\t-7\nnear\t1\n", "near")]    // one is unknown
    [InlineData("in-title\t2.5\nin-title\t1\nnegated\t-7\n", "(3)")] // one stands twice
    [InlineData("in-title\tmuch\nnegated\t-7\n", "much")]
    public void A_wrong_table_stops_the_load_and_says_where(string rows, string mentioned)
    {
        var fault = Assert.Throws<ModelException>(() => Read(rows));
        Assert.Contains(mentioned, fault.Message, StringComparison.Ordinal);
    }

    private static FeatureWeights<Feature> Read(string rows)
    {
        var folder = Directory.CreateTempSubdirectory("weights");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "some.tsv"), "# columns   feature\tweight\n" + rows);
            return new FeatureWeights<Feature>(ModelSource.Folder(folder.FullName), "some.tsv");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
