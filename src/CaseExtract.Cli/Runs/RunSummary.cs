using System.Globalization;
using CaseExtract.Cli.Output;
using CaseExtract.Schema;

namespace CaseExtract.Cli.Runs;

/// <summary>Counts what a run of <c>extract</c> did and tells it at the end.</summary>
internal sealed class RunSummary
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

    private readonly RunCounts _counts;

    /// <param name="counts">What was done before, to which this run adds.</param>
    public RunSummary(RunCounts? counts = null)
    {
        _counts = counts ?? new RunCounts();
        Array.Resize(ref _counts.Filled, Fields.Length);
    }

    public RunCounts Counts => _counts;

    public void Add(Failure failure)
    {
        _counts.Failed++;
        _counts.FailedByKind[failure.Kind] = _counts.FailedByKind.GetValueOrDefault(failure.Kind) + 1;
        if (_counts.FirstFailures.Count < FailuresShown)
        {
            _counts.FirstFailures.Add(failure);
        }
    }

    public void Add(IReadOnlyList<CaseRecord> records)
    {
        _counts.Documents++;
        _counts.WithoutCase += records.Count == 0 ? 1 : 0;
        _counts.Cases += records.Count;
        foreach (var record in records)
        {
            for (var i = 0; i < Fields.Length; i++)
            {
                _counts.Filled[i] += Fields[i].IsFilled(record) ? 1 : 0;
            }
        }
    }

    public void WriteTo(TextWriter writer, TimeSpan elapsed, int inputsBefore, IReadOnlyDictionary<string, int> skipped)
    {
        var perSecond = Math.Max(0, _counts.Inputs - inputsBefore) / Math.Max(elapsed.TotalSeconds, 0.001);
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Plural.Of(_counts.Documents, "document")} read, {Plural.Of(_counts.Cases, "case")}, {Plural.Of(_counts.Failed, "input")} failed; {elapsed.TotalSeconds:0.00} s, {perSecond:0} documents a second"));
        if (_counts.WithoutCase > 0)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"no patient found in {Plural.Of(_counts.WithoutCase, "document")}"));
        }

        if (_counts.Cases > 0)
        {
            writer.WriteLine("filled:");
            for (var i = 0; i < Fields.Length; i++)
            {
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {Fields[i].Name,-24}{_counts.Filled[i],8}{100.0 * _counts.Filled[i] / _counts.Cases,8:0.0} %"));
            }
        }

        if (skipped.Count > 0)
        {
            var list = string.Join(", ", skipped.Select(format => string.Create(CultureInfo.InvariantCulture, $"{format.Value} {format.Key}")));
            writer.WriteLine($"passed over in folders, of formats that are not read: {Printable.Line(list)}");
        }

        if (_counts.Failed > 0)
        {
            writer.WriteLine("failed:");
            foreach (var failure in _counts.FirstFailures)
            {
                writer.WriteLine($"  {Printable.Line(failure.Where)}: {Printable.Line(failure.Reason)}");
            }

            if (_counts.Failed > FailuresShown)
            {
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  and {_counts.Failed - FailuresShown} more (--errors FILE lists all); by kind: {Kinds()}"));
            }
        }
    }

    private string Kinds() => string.Join(
        ", ", _counts.FailedByKind.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value} {kind.Key}")));
}
