using CaseExtract.Models;

namespace CaseExtract.Fields;

/// <summary>
/// The places where some tumours alone arise, from <c>rules/tumour-place.tsv</c>: a stromal tumour of the gut is none of the kidney that was removed with
/// it, and a Merkel cell carcinoma in the pancreas came from the skin.
/// </summary>
internal sealed class TumourPlaces
{
    private readonly (int From, int To, string First, string Last)[] _rows;

    public TumourPlaces(ModelSource models)
    {
        var table = models.Read("rules/tumour-place.tsv");
        int from = table.Column("from"), to = table.Column("to"), first = table.Column("first"), last = table.Column("last");
        _rows = new (int, int, string, string)[table.Rows.Count];
        var count = 0;
        foreach (var row in table.Rows)
        {
            if (!int.TryParse(row[from], out var lowest) || !int.TryParse(row[to], out var highest) || lowest > highest || string.CompareOrdinal(row[first], row[last]) > 0)
            {
                throw row.Fault("a range of morphologies and a range of topographies are needed");
            }

            _rows[count++] = (lowest, highest, row[first], row[last]);
        }
    }

    /// <summary>Whether such a tumour may arise there: every tumour that the table does not name may.</summary>
    public bool Allow(string? morphology, string topography)
    {
        if (!int.TryParse(morphology, out var code))
        {
            return true;
        }

        var isNamed = false;
        foreach (var (from, to, first, last) in _rows)
        {
            if (from <= code && code <= to)
            {
                if (string.CompareOrdinal(first, topography) <= 0 && string.CompareOrdinal(topography, last) <= 0)
                {
                    return true;
                }

                isNamed = true;
            }
        }

        return !isNamed;
    }
}
