using CaseExtract.Models;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>The tissue class of each range of morphologies, from <c>lexicons/tissue.tsv</c>.</summary>
internal sealed class TissueTable
{
    private readonly Tissue?[] _tissues = new Tissue?[10000];

    public TissueTable(ModelSource models)
    {
        var table = models.Read("lexicons/tissue.tsv");
        int from = table.Column("from"), to = table.Column("to"), tissue = table.Column("tissue");
        foreach (var row in table.Rows)
        {
            if (!int.TryParse(row[from], out var first) || !int.TryParse(row[to], out var last) || first < 8000 || last > 9999)
            {
                throw row.Fault("a range of morphologies goes from 8000 to 9999 at most");
            }

            _tissues.AsSpan(first..(last + 1)).Fill(row.Enum<Tissue>(tissue));
        }
    }

    public Tissue Of(string morphology, ModelRow row) =>
        morphology.Length == 4 && int.TryParse(morphology, out var code) && code < _tissues.Length && _tissues[code] is { } tissue
            ? tissue
            : throw row.Fault($"morphology '{morphology}' is no code of lexicons/tissue.tsv");
}
