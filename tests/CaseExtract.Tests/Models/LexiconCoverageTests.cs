using CaseExtract.Models;
using CaseExtract.Text;
using Xunit;

namespace CaseExtract.Tests.Models;

/// <summary>What the lexicons of tumours and sites hold: every place of ICD-O-3, no code that does not exist, and what the curated overlay decided.</summary>
public sealed class LexiconCoverageTests
{
    private static readonly ModelSource Models = ModelSource.Folder(Repository.Models);

    /// <summary>ICD-O-3 topography has 330 codes of four characters.</summary>
    private static readonly List<string[]> Topographies = Rows(Path.Combine(Repository.Root, "tests", "CaseExtract.Tests", "Models", "topographies.tsv"));

    private static readonly List<string[]> Overlay = Rows(Path.Combine(Repository.Models, "build", "tumour-curated.tsv"));

    [Fact]
    public void Every_topography_is_reached_but_for_stated_reasons()
    {
        Assert.Equal(330, Topographies.Count);
        var extractor = CaseExtractor.CreateDefault();
        var places = Table("lexicons/site.tsv", "topography", "term").ToLookup(row => row[0], row => row[1], StringComparer.Ordinal);
        var missing = Topographies.Where(row => !places[row[0]].Any(place => SiteOf(extractor, $"A {row[1]} of the {place} was diagnosed.") == row[0]));
        Assert.Equal(Topographies.Where(row => row[2].Length > 0).Select(row => row[0]), missing.Select(row => row[0]));
    }

    [Theory]
    [InlineData("lexicons/tumour.tsv", "site")]
    [InlineData("lexicons/site.tsv", "topography")]
    [InlineData("lexicons/region.tsv", "skin")]
    [InlineData("lexicons/region.tsv", "soft")]
    [InlineData("lexicons/region.tsv", "bone")]
    [InlineData("lexicons/region.tsv", "nerve")]
    [InlineData("lexicons/region.tsv", "fallback")]
    [InlineData("lexicons/procedure.tsv", "organ")]
    [InlineData("rules/broad-place.tsv", "broad")]
    [InlineData("rules/tumour-place.tsv", "first")]
    [InlineData("rules/landmark.tsv", "topography")]
    [InlineData("lexicons/site-morphology.tsv", "from")]
    [InlineData("lexicons/site-morphology.tsv", "to")]
    public void No_topography_is_impossible(string file, string column) =>
        Assert.Empty(Table(file, column).Select(row => row[0]).Where(code => code.Length > 0).Except(Topographies.Select(row => row[0]), StringComparer.Ordinal));

    [Fact]
    public void No_morphology_is_impossible()
    {
        var named = Overlay.Where(row => row[0] == "code").Select(row => row[1]).ToHashSet(StringComparer.Ordinal);
        var codes = named.Select(code => code[..4]).Append("8000").ToHashSet(StringComparer.Ordinal);   // the base of words that tell the type of a cancer without one
        Assert.Empty(Table("lexicons/tumour.tsv", "morphology", "behaviour").Where(row => row[0].Length > 0).Select(row => $"{row[0]}/{row[1]}").Except(named, StringComparer.Ordinal));
        Assert.Empty(Table("lexicons/histology-modifier.tsv", "base").Concat(Table("lexicons/histology-modifier.tsv", "morphology"))
            .Concat(Table("lexicons/site-morphology.tsv", "base")).Concat(Table("lexicons/site-morphology.tsv", "morphology")).Select(row => row[0]).Except(codes, StringComparer.Ordinal));
    }

    [Fact]
    public void The_tumour_lexicon_holds_what_the_overlay_decided()
    {
        var lexicon = Table("lexicons/tumour.tsv", "term", "morphology", "behaviour", "site", "display", "kind").Select(row => string.Join('|', row)).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Overlay, row => row[0] == "term" && !lexicon.Contains(string.Join('|', row[1..7])));
        var dropped = Overlay.Where(row => row[0] == "drop").Select(row => row[1]).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Table("lexicons/tumour.tsv", "term"), row => dropped.Contains(row[0]));
    }

    [Fact]
    public void Tumours_have_names_enough_and_each_name_one_row()
    {
        var terms = Table("lexicons/tumour.tsv", "term", "morphology", "behaviour");
        Assert.True(terms.Count(row => row[1].Length > 0) >= 4900, "names of tumours");
        Assert.True(terms.Where(row => row[1].Length > 0).Select(row => row[1] + row[2]).Distinct(StringComparer.Ordinal).Count() >= 1130, "morphologies with behaviour");
        Assert.Empty(Twice(terms.Select(row => row[0].Replace('-', ' '))));   // the loader reads hyphen and blank as one
        Assert.Empty(Twice(Table("lexicons/site.tsv", "term").Select(row => row[0].Replace('-', ' '))));
    }

    private static string? SiteOf(CaseExtractor extractor, string narrative) => extractor.Extract(new Narrative("n", narrative))[0].PrimaryTumour?.Site?.Code;

    private static IEnumerable<string> Twice(IEnumerable<string> terms) => terms.GroupBy(term => term, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    private static List<string[]> Table(string file, params string[] columns)
    {
        var table = Models.Read(file);
        int[] indexes = [.. columns.Select(table.Column)];
        return [.. table.Rows.Select(row => Array.ConvertAll(indexes, index => row[index]))];
    }

    private static List<string[]> Rows(string path) => [.. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];
}
