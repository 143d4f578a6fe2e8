using CaseExtract.Models;

namespace CaseExtract.Fields;

/// <summary>
/// Places that their code does not define well, from <c>rules/broad-place.tsv</c>: the mouth at large, soft tissue at large. They say little, and where
/// the text also tells a place that such a one may hold, that place is meant: "an intraoral tumour of the upper gingiva" is of the gingiva.
/// </summary>
internal sealed class BroadPlaces
{
    /// <summary>An organ that has a code beside those of its parts; to say no more is not to say little.</summary>
    private const string Uterus = "C55.9";

    private readonly HashSet<string> _broad = new(StringComparer.Ordinal);
    private readonly (string Broad, string From, string To)[] _ranges;

    public BroadPlaces(ModelSource models)
    {
        var table = models.Read("rules/broad-place.tsv");
        int broad = table.Column("broad"), from = table.Column("from"), to = table.Column("to");
        _ranges = new (string, string, string)[table.Rows.Count];
        var count = 0;
        foreach (var row in table.Rows)
        {
            if (string.CompareOrdinal(row[from], row[to]) > 0)
            {
                throw row.Fault("a range of topographies ends before it starts");
            }

            _broad.Add(row[broad]);
            _ranges[count++] = (row[broad], row[from], row[to]);
        }
    }

    public bool IsBroad(string topography) => _broad.Contains(topography);

    /// <summary>Whether a place is so broad that it hardly is one.</summary>
    public bool IsIllDefined(string topography) => topography != Uterus && IsBroad(topography);

    /// <summary>Whether a broad place may hold another.</summary>
    public bool MayHold(string topography, string other)
    {
        foreach (var (broad, from, to) in _ranges)
        {
            if (broad == topography && string.CompareOrdinal(from, other) <= 0 && string.CompareOrdinal(other, to) <= 0)
            {
                return true;
            }
        }

        return false;
    }
}
