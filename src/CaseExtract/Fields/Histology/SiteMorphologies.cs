using CaseExtract.Models;

namespace CaseExtract.Fields;

/// <summary>
/// Names of malignant tumours that are another morphology in some organ, from <c>lexicons/site-morphology.tsv</c>: a papillary carcinoma of the thyroid, a medullary carcinoma
/// of the thyroid, a primitive neuroectodermal tumour outside the nervous system.
/// </summary>
internal sealed class SiteMorphologies
{
    private readonly (string Base, string From, string To, string Morphology, string Display)[] _rows;

    public SiteMorphologies(ModelSource models)
    {
        var table = models.Read("lexicons/site-morphology.tsv");
        int name = table.Column("base"), from = table.Column("from"), to = table.Column("to"), morphology = table.Column("morphology"), display = table.Column("display");
        _rows = new (string, string, string, string, string)[table.Rows.Count];
        var count = 0;
        foreach (var row in table.Rows)
        {
            if (string.CompareOrdinal(row[from], row[to]) > 0)
            {
                throw row.Fault("a range of topographies ends before it starts");
            }

            _rows[count++] = (row[name], row[from], row[to], row[morphology], row[display]);
        }
    }

    /// <summary>What the organ makes of the name of a malignant tumour, or <see langword="null"/> where it is the same there.</summary>
    public (string Morphology, string Display)? Of(string? code, ResolvedSite? site)
    {
        if (code is null || site is null)
        {
            return null;
        }

        foreach (var (name, from, to, morphology, display) in _rows)
        {
            if (name == code && string.CompareOrdinal(from, site.Topography) <= 0 && string.CompareOrdinal(site.Topography, to) <= 0)
            {
                return (morphology, display);
            }
        }

        return null;
    }
}
