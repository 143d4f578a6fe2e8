using CaseExtract.Registry.Corrections;
using CaseExtract.Registry.Store;
using Dapper;

namespace CaseExtract.Registry.Loading;

/// <summary>Which document has a case.</summary>
internal sealed record CaseOwner(string CaseId, string DocumentId);

/// <summary>Merges batches of documents into the registry, each in one transaction that no other loader can come between.</summary>
internal sealed class BatchMerge(RegistryStore store, LoadSettings settings)
{
    private readonly RunEntry _run = new(store, settings);
    private readonly BatchRows _rows = new(store, settings);
    private readonly ReplacedDocuments _replaced = new(store);

    /// <summary>Writes what is new or changed; leaves alone what is there as it is.</summary>
    public BatchOutcome Write(IReadOnlyList<LoadedDocument> batch)
    {
        using var change = store.BeginWrite(isBulk: true);
        var plan = Plan(batch);
        if (plan.Changed.Count == 0 && plan.Renewed.Count == 0)
        {
            return new BatchOutcome(plan, Cases: 0, Upheld: 0);
        }

        var at = Timestamp.Now(settings.Time);
        var run = _run.Begin(at);
        var changes = new BatchChanges(plan, CorrectionTable.Standing(store, plan.CaseIds));
        Change(changes, run, at);
        Renew(changes);
        _rows.Write(changes, run, at);
        var outcome = new BatchOutcome(plan, changes.Cases.Count, changes.Audit.Count(entry => entry.Action == CaseChanges.Upheld));
        _run.Count(outcome, at);
        change.Commit();
        return outcome;
    }

    /// <summary>Notes that the run reached its end.</summary>
    public void Complete() => _run.End();

    private BatchPlan Plan(IReadOnlyList<LoadedDocument> batch)
    {
        var present = _replaced.Find([.. batch.Select(document => document.Id)]);
        var owners = store.Connection.Query<CaseOwner>(
            $"select case_id as CaseId, document_id as DocumentId from cases where {store.IsAmong("case_id", "@ids")}",
            new { ids = store.ListOf([.. batch.SelectMany(document => document.Records).Select(record => record.CaseId)]) },
            store.Transaction)
            .ToDictionary(row => row.CaseId, row => row.DocumentId, StringComparer.Ordinal);
        var plan = new BatchPlan(settings.ModelVersion);
        foreach (var document in batch)
        {
            if (document.Records.Any(record => owners.TryGetValue(record.CaseId, out var owner) && owner != document.Id))
            {
                plan.Refused.Add((document, "another document has a case of the same caseId"));
                continue;
            }

            foreach (var record in document.Records)
            {
                owners[record.CaseId] = document.Id;
            }

            plan.Add(document, present.GetValueOrDefault(document.Id));
        }

        return plan;
    }

    /// <summary>New documents, and those that take the place of what they were.</summary>
    private void Change(BatchChanges changes, long run, string at)
    {
        var changed = changes.Plan.Changed;
        if (changed.Count == 0)
        {
            return;
        }

        var before = _replaced.TakeOut([.. changed.Select(change => change.Present).OfType<PresentDocument>()], run, at);
        var documentKey = store.Connection.ExecuteScalar<long>("select coalesce(max(document_key), 0) from document", transaction: store.Transaction);
        var caseKey = store.Connection.ExecuteScalar<long>("select coalesce(max(case_key), 0) from cases", transaction: store.Transaction);
        foreach (var (document, present) in changed)
        {
            var key = present?.DocumentKey ?? ++documentKey;
            changes.Add(document, present, key, caseKey + 1, run, at, settings.ModelVersion);
            caseKey += document.Records.Count;
            if (present is not null)
            {
                changes.Audit.AddRange(CaseChanges.Between(before[key], document));
            }
        }
    }

    /// <summary>The extractor changed and its answers did not: the document only learns who confirmed it.</summary>
    private void Renew(BatchChanges changes)
    {
        var renewed = changes.Plan.Renewed;
        if (renewed.Count == 0)
        {
            return;
        }

        store.Connection.Execute(
            $"update document set model_version = @version where {store.IsAmong("document_key", "@keys")}",
            new { version = settings.ModelVersion, keys = store.ListOf([.. renewed.Select(document => document.Present.DocumentKey)]) },
            store.Transaction);
        foreach (var (document, present) in renewed)
        {
            changes.Confirm(document, present, settings.ModelVersion);
        }
    }
}
