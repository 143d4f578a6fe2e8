using System.Text;
using CaseExtract.Registry.Loading;
using CaseExtract.Registry.Store;
using Dapper;

namespace CaseExtract.Registry.Differences;

/// <summary>A load, as the registry keeps it.</summary>
public sealed record RunInfo(long Key, string? Name, string StartedAt, string? FinishedAt, string Source, string? ModelVersion, long Added, long Replaced, long Cases);

/// <summary>A record, or a document's records line by line, and the models that made them.</summary>
internal sealed record VersionedJson(string? ModelVersion, string Json);

/// <summary>Compares what two runs have of the same cases, in the order of the cases' ids. Corrections do not take part: they are no run's.</summary>
public static class RunDifferences
{
    /// <summary>Compares two sets of records.</summary>
    /// <param name="before">The earlier ones.</param>
    /// <param name="after">The later ones.</param>
    public static IEnumerable<CaseDifference> Between(IEnumerable<LoadRecord> before, IEnumerable<LoadRecord> after) => Between(States(before), States(after));

    /// <summary>Compares what a registry had after one run and after another.</summary>
    /// <exception cref="RegistryException">The registry cannot be read, or has no such run.</exception>
    public static IEnumerable<CaseDifference> Between(RegistryStore store, long before, long after) => StoreErrors.Guard(store.Target, () =>
    {
        var known = Runs(store).Select(run => run.Key).ToHashSet();
        foreach (var run in (long[])[before, after])
        {
            if (!known.Contains(run))
            {
                throw new RegistryException($"{store.Target.Name}: there is no run {run}");
            }
        }

        return Between(StatesAfter(store, before, after, before), StatesAfter(store, before, after, after)).ToList();
    });

    /// <summary>The runs of a registry, in their order.</summary>
    /// <exception cref="RegistryException">The registry cannot be read.</exception>
    public static IReadOnlyList<RunInfo> Runs(RegistryStore store) => StoreErrors.Guard(store.Target, () => store.Connection.Query<RunInfo>(
        "select run_key as \"Key\", name as Name, started_at as StartedAt, finished_at as FinishedAt, source as Source, model_version as ModelVersion, documents_added as Added, documents_replaced as Replaced, cases as Cases from run order by run_key").AsList());

    private static IEnumerable<CaseDifference> Between(Dictionary<string, CaseState> before, Dictionary<string, CaseState> after) => before.Keys
        .Union(after.Keys, StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(id => CaseState.Between(before.GetValueOrDefault(id), after.GetValueOrDefault(id)))
        .OfType<CaseDifference>();

    private static Dictionary<string, CaseState> States(IEnumerable<LoadRecord> records)
    {
        var states = new Dictionary<string, CaseState>(StringComparer.Ordinal);
        foreach (var flat in records.Where(record => record.Fault is null).Select(record => record.Flat()))
        {
            states[flat.CaseId!] = CaseState.Of(flat, modelVersion: null);
        }

        return states;
    }

    /// <summary>What stood after a run, of the documents that changed between two.</summary>
    private static Dictionary<string, CaseState> StatesAfter(RegistryStore store, long before, long after, long run)
    {
        var parameters = new { first = Math.Min(before, after), last = Math.Max(before, after), run };
        var current = store.Connection.Query<VersionedJson>(
            "select d.model_version as ModelVersion, r.json as Json from document d join cases c on c.document_key = d.document_key join record r on r.case_key = c.case_key where d.run_key > @first and d.run_key <= @run",
            parameters);
        var earlier = store.Connection.Query<VersionedJson>(
            "select model_version as ModelVersion, records as Json from document_version where run_key <= @run and replaced_by_run > @run and (run_key > @first or replaced_by_run <= @last)",
            parameters);
        var scanner = new RecordScanner();
        return current
            .Concat(earlier.SelectMany(version => version.Json.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(json => version with { Json = json })))
            .Select(row => CaseState.Of(scanner.Scan(Encoding.UTF8.GetBytes(row.Json)), row.ModelVersion))
            .ToDictionary(state => state.CaseId, StringComparer.Ordinal);
    }
}
