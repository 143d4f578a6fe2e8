using System.Globalization;
using CaseExtract.Schema;

namespace CaseExtract.Cli.Output;

/// <summary>Counts what a run of <c>extract</c> did and tells it at the end.</summary>
internal sealed class ExtractSummary
{
    private const int FailuresShown = 20;

    private static readonly (string Name, Func<CaseRecord, bool> IsFilled)[] Fields =
    [
        ("age", r => r.Age is not null),
        ("sex", r => r.Sex is not null),
        ("primaryTumour", r => r.PrimaryTumour is not null),
        ("priorSurgeries", r => r.PriorSurgeries.Count > 0),
        ("spinalLevels", r => r.SpinalLevels.Count > 0),
        ("spinalRegions", r => r.SpinalRegions.Count > 0),
        ("imagingSignals", r => r.ImagingSignals.Count > 0),
        ("procedures", r => r.Procedures.Count > 0),
        ("extent", r => r.Extent is not null),
        ("histology", r => r.Histology is not null),
        ("lesion.origin", r => r.Lesion.Origin is not null),
        ("lesion.compartment", r => r.Lesion.Compartment is not null),
        ("lesion.cordCompression", r => r.Lesion.CordCompression is not null),
        ("presentation", r => r.Presentation.Count > 0),
        ("adjuvants", r => r.Adjuvants.Count > 0),
        ("ageAtDiagnosis", r => r.AgeAtDiagnosis is not null),
        ("metastasisTiming", r => r.MetastasisTiming is not null),
        ("recurrence", r => r.Recurrence is not null),
        ("followUp", r => r.FollowUp is not null),
        ("outcome", r => r.Outcome is not null),
        ("scales", r => r.Scales.Count > 0),
        ("sins", r => r.Sins is not null),
    ];

    private readonly int[] _filled = new int[Fields.Length];
    private readonly List<Failure> _failures = [];
    private int _documents;
    private int _withoutCase;
    private int _cases;

    public int Documents => _documents;

    public IReadOnlyList<Failure> Failures => _failures;

    public void Add(Failure failure) => _failures.Add(failure);

    public void Add(IReadOnlyList<CaseRecord> records)
    {
        _documents++;
        _withoutCase += records.Count == 0 ? 1 : 0;
        _cases += records.Count;
        foreach (var record in records)
        {
            for (var i = 0; i < Fields.Length; i++)
            {
                _filled[i] += Fields[i].IsFilled(record) ? 1 : 0;
            }
        }
    }

    public void WriteTo(TextWriter writer, TimeSpan elapsed, IReadOnlyDictionary<string, int> skipped)
    {
        var perSecond = _documents / Math.Max(elapsed.TotalSeconds, 0.001);
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Plural.Of(_documents, "document")} read, {Plural.Of(_cases, "case")}, {Plural.Of(_failures.Count, "input")} failed; {elapsed.TotalSeconds:0.00} s, {perSecond:0} documents a second"));
        if (_withoutCase > 0)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"no patient found in {Plural.Of(_withoutCase, "document")}"));
        }

        if (_cases > 0)
        {
            writer.WriteLine("filled:");
            for (var i = 0; i < Fields.Length; i++)
            {
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {Fields[i].Name,-24}{_filled[i],8}{100.0 * _filled[i] / _cases,8:0.0} %"));
            }
        }

        if (skipped.Count > 0)
        {
            var list = string.Join(", ", skipped.Select(format => string.Create(CultureInfo.InvariantCulture, $"{format.Value} {format.Key}")));
            writer.WriteLine($"passed over in folders, of formats that are not read: {Printable.Line(list)}");
        }

        if (_failures.Count > 0)
        {
            writer.WriteLine("failed:");
            foreach (var failure in _failures.Take(FailuresShown))
            {
                writer.WriteLine($"  {Printable.Line(failure.Path)}: {Printable.Line(failure.Reason)}");
            }

            if (_failures.Count > FailuresShown)
            {
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  and {_failures.Count - FailuresShown} more: {Kinds(_failures.Skip(FailuresShown))} (--errors FILE lists all)"));
            }
        }
    }

    private static string Kinds(IEnumerable<Failure> failures) => string.Join(
        ", ",
        failures.CountBy(failure => failure.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value} {kind.Key}")));
}
