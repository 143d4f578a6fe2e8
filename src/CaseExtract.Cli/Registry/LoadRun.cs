using System.Text;
using CaseExtract.Cli.Records;
using CaseExtract.Cli.Runs;
using CaseExtract.Documents;
using CaseExtract.Registry.Loading;
using CaseExtract.Schema;
using CaseExtract.Text;

namespace CaseExtract.Cli.Registry;

/// <summary>Loads files of records, and reports, into a registry. Reading and extracting are spread over threads; one writes.</summary>
internal sealed class LoadRun(RegistryLoader loader, KnownDocuments known, int jobs, TimeSpan timeout, LoadFailures failures)
{
    private const int RecordsInChunk = 16;

    /// <summary>Loads the records of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="advance">Called with the bytes that are done.</param>
    /// <param name="cancellation">Ends the load; what is written stays.</param>
    public void LoadRecords(string path, Action<long> advance, CancellationToken cancellation)
    {
        using var readers = new ThreadLocal<LoadRecord.Reader>(() => new LoadRecord.Reader());
        new OrderedPipeline(jobs, Timeout.InfiniteTimeSpan).Run(
            RecordLines.Read(path).Chunk(RecordsInChunk),
            chunk => (Records: Array.ConvertAll(chunk, line => readers.Value!.Read(line.Json, path, line.Number)), chunk[0].BytesBefore),
            _ => throw new InvalidOperationException("nothing is late without a timeout"),
            chunk =>
            {
                foreach (var record in chunk.Records)
                {
                    loader.Add(record);
                }

                advance(chunk.BytesBefore);
            },
            cancellation);
    }

    /// <summary>Extracts and loads reports. One that the registry has, made by the same extractor from the same text, is not read again.</summary>
    public void LoadReports(RunInput input, Func<Narrative, IReadOnlyList<CaseRecord>> extract, Action<long> advance, CancellationToken cancellation)
    {
        using var readers = new ThreadLocal<LoadRecord.Reader>(() => new LoadRecord.Reader());
        new OrderedPipeline(jobs, timeout).Run(
            input.Reports(),
            report => (Outcome: Read(report.Report, extract, readers.Value!), report.BytesBefore),
            report => (Outcome: new Outcome(Failure.TimedOut(report.Report.Path, timeout), [], IsKnown: false), report.BytesBefore),
            read =>
            {
                Take(read.Outcome);
                advance(read.BytesBefore);
            },
            cancellation);
    }

    private Outcome Read(PendingReport report, Func<Narrative, IReadOnlyList<CaseRecord>> extract, LoadRecord.Reader reader)
    {
        var isKnown = false;
        var outcome = ReportOutcome.Of(report, narrative =>
        {
            isKnown = known.Contains(narrative);
            return isKnown ? [] : extract(narrative);
        });
        return new Outcome(outcome.Failure, [.. outcome.Records.Select(record => reader.Read(record, report.Path))], isKnown);
    }

    private void Take(Outcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            failures.Add(failure);
        }
        else if (outcome.IsKnown)
        {
            loader.AddUnchanged();
        }
        else
        {
            foreach (var record in outcome.Records)
            {
                loader.Add(record);
            }
        }
    }

    private sealed record Outcome(Failure? Failure, IReadOnlyList<LoadRecord> Records, bool IsKnown);
}

/// <summary>What could not be loaded: counted, told at the end, and written to a file.</summary>
internal sealed class LoadFailures(OutputFile? file)
{
    private const int Shown = 20;

    private readonly List<Failure> _first = [];

    public int Count { get; private set; }

    public void Add(LoadFailure failure) => Add(new Failure(
        failure.Place, failure.Line == 0 ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {failure.Line}"), "notLoaded", failure.Reason));

    public void Add(Failure failure)
    {
        Count++;
        if (_first.Count < Shown)
        {
            _first.Add(failure);
        }

        file?.Stream.Write(Encoding.UTF8.GetBytes(failure.ToJson() + "\n"));
    }

    public void WriteTo(TextWriter writer)
    {
        if (Count == 0)
        {
            return;
        }

        writer.WriteLine("failed:");
        foreach (var failure in _first)
        {
            writer.WriteLine($"  {Printable.Line(failure.Where)}: {Printable.Line(failure.Reason)}");
        }

        if (Count > Shown)
        {
            writer.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  and {Count - Shown} more (--errors FILE lists all)"));
        }
    }
}
