using CaseExtract.Cli.Records;
using CaseExtract.Cli.Runs;
using CaseExtract.Documents;
using CaseExtract.Registry.Loading;
using CaseExtract.Registry.Store;

namespace CaseExtract.Cli.Registry;

/// <summary>What a load was given: files of records, and reports.</summary>
internal sealed class LoadInput
{
    private LoadInput(IReadOnlyList<string> recordFiles, RunInput reports, bool hasReports) =>
        (RecordFiles, Reports, HasReports, TotalLength) = (recordFiles, reports, hasReports, recordFiles.Sum(file => new FileInfo(file).Length) + reports.TotalLength);

    public IReadOnlyList<string> RecordFiles { get; }

    public RunInput Reports { get; }

    public bool HasReports { get; }

    /// <summary>Bytes of all files.</summary>
    public long TotalLength { get; }

    public static LoadInput Of(IReadOnlyList<string> paths, ReportReader reader, Terminal terminal)
    {
        var records = paths.Where(RecordLines.IsAt).ToList();
        var others = paths.Except(records, StringComparer.Ordinal).ToList();
        var found = others.Count == 0 ? [] : ReportFinder.Find(others).Reports;
        return new LoadInput(records, new RunInput(found, reader, terminal.Input, Shard.Whole), found.Count > 0);
    }
}

/// <summary>Where a load goes: the registry, and the file of what failed.</summary>
internal sealed class LoadTarget : IDisposable
{
    public LoadTarget(RegistryTarget target, string? errors)
    {
        Target = target;
        Store = RegistryStore.Open(target);
        Errors = errors is null ? null : OutputFile.Create(errors);
        Failures = new LoadFailures(Errors);
    }

    public RegistryTarget Target { get; }

    public RegistryStore Store { get; }

    public OutputFile? Errors { get; }

    public LoadFailures Failures { get; }

    public void Dispose()
    {
        Errors?.Dispose();
        Store.Dispose();
    }
}

/// <summary>The work of a load.</summary>
internal sealed record LoadWork(LoadInput Input, Func<CaseExtractor> Load, int Jobs, TimeSpan Timeout)
{
    public void Run(RegistryLoader loader, LoadTarget target, LoadSettings settings, Action<long> advance, CancellationToken cancellation)
    {
        using var lookup = RegistryStore.OpenToRead(target.Target);
        var run = new LoadRun(loader, new KnownDocuments(lookup, settings.ModelVersion ?? ""), Jobs, Timeout, target.Failures);
        var before = 0L;
        foreach (var file in Input.RecordFiles)
        {
            run.LoadRecords(file, bytes => advance(before + bytes), cancellation);
            before += new FileInfo(file).Length;
        }

        if (Input.HasReports)
        {
            var extractor = Load();
            run.LoadReports(Input.Reports, extractor.Extract, bytes => advance(before + bytes), cancellation);
        }

        loader.Complete();
    }
}
