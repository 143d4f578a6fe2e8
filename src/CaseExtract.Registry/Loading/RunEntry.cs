using CaseExtract.Registry.Store;
using Dapper;

namespace CaseExtract.Registry.Loading;

/// <summary>A load in the table of runs. It is there from its first change on: a load that changes nothing leaves none.</summary>
internal sealed class RunEntry(RegistryStore store, LoadSettings settings)
{
    private long? _key;
    private int _added;
    private int _replaced;
    private int _cases;

    /// <summary>The key of the run, which begins with the first change.</summary>
    public long Begin(string at) => _key ??= store.Connection.ExecuteScalar<long>(
        "insert into run (name, started_at, source, extractor_version, model_version) values (@RunName, @at, @Source, @ExtractorVersion, @ModelVersion) returning run_key",
        new { settings.RunName, at, settings.Source, settings.ExtractorVersion, settings.ModelVersion },
        store.Transaction);

    /// <summary>Counts what a batch did.</summary>
    public void Count(BatchOutcome outcome, string at)
    {
        _added += outcome.Plan.Added;
        _replaced += outcome.Plan.Replaced;
        _cases += outcome.Cases;
        Update(at);
    }

    /// <summary>Notes when the run ended.</summary>
    public void End()
    {
        if (_key is not null)
        {
            Update(Timestamp.Now(settings.Time));
        }
    }

    private void Update(string at) => store.Connection.Execute(
        "update run set finished_at = @at, documents_added = @_added, documents_replaced = @_replaced, cases = @_cases where run_key = @_key",
        new { at, _added, _replaced, _cases, _key },
        store.Transaction);
}
