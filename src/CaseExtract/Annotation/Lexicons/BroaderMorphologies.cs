using CaseExtract.Models;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>Which morphologies say less than others: carcinoma than adenocarcinoma, adenocarcinoma than mucinous adenocarcinoma.</summary>
internal sealed class BroaderMorphologies
{
    private readonly (int From, int To, int Broader)[] _ranges;

    public BroaderMorphologies(ModelSource models)
    {
        var table = models.Read("lexicons/broader-morphology.tsv");
        int from = table.Column("from"), to = table.Column("to"), broader = table.Column("broader");
        _ranges = new (int, int, int)[table.Rows.Count];
        var count = 0;
        foreach (var row in table.Rows)
        {
            if (!int.TryParse(row[from], out var first) || !int.TryParse(row[to], out var last) || !int.TryParse(row[broader], out var code)
                || first > last)
            {
                throw row.Fault("a range of morphologies and a broader one are needed");
            }

            _ranges[count++] = (first, last, code);
        }
    }

    /// <summary>Whether one morphology says less than another, and nothing that contradicts it.</summary>
    public bool IsBroader(string broader, string narrower)
    {
        if (!int.TryParse(broader, out var less) || !int.TryParse(narrower, out var more) || less == more)
        {
            return false;
        }

        foreach (var (from, to, code) in _ranges)
        {
            if (code == less && from <= more && more <= to)
            {
                return true;
            }
        }

        return false;
    }
}
