using CaseExtract.Annotation.Matching;
using CaseExtract.Models;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>The places of the body: sites with a topography, from <c>lexicons/site.tsv</c>, and regions that hold several, from <c>lexicons/region.tsv</c>.</summary>
internal sealed class SiteLexicon(ModelSource models)
{
    private readonly ModelTable _sites = models.Read("lexicons/site.tsv");

    /// <summary>Adds the regions and the sites; a place that both name as a region is the region.</summary>
    public void Read(LexiconReader lexicons)
    {
        var regions = ReadRegions(lexicons);
        int term = _sites.Column("term"), topography = _sites.Column("topography"), display = _sites.Column("display"), kind = _sites.Column("kind"), tissue = _sites.Column("tissue");
        foreach (var row in _sites.Rows)
        {
            var siteKind = row.Enum<SiteKind>(kind);
            if (siteKind != SiteKind.Region || !regions.Contains(row[term]))
            {
                Tissue[] tissues = [.. row.Words(tissue).Select(name => row.Enum<Tissue>(name))];
                lexicons.Add(row.Cell(term), MentionKind.Site, new SiteConcept(row[topography], row[display], siteKind, tissues));
            }
        }
    }

    /// <summary>What each topography is called: as the first of its places.</summary>
    public Dictionary<string, string> Displays()
    {
        int topography = _sites.Column("topography"), display = _sites.Column("display");
        var displays = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in _sites.Rows)
        {
            displays.TryAdd(row[topography], row[display]);
        }

        return displays;
    }

    private HashSet<string> ReadRegions(LexiconReader lexicons)
    {
        var table = models.Read("lexicons/region.tsv");
        int term = table.Column("term"), display = table.Column("display"), fallback = table.Column("fallback");
        int skin = table.Column("skin"), soft = table.Column("soft"), bone = table.Column("bone"), nerve = table.Column("nerve");
        var regions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            regions.Add(row[term]);
            lexicons.Add(row.Cell(term), MentionKind.Region, new RegionConcept(row[skin], row[soft], row[bone], row[nerve], row[fallback], row[display]));
        }

        return regions;
    }
}
