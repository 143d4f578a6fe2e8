using System.Globalization;
using CaseExtract.Registry.Corrections;
using CaseExtract.Registry.Store;
using Dapper;

namespace CaseExtract.Registry.Loading;

/// <summary>Merges a batch of documents into the registry, in one transaction that no other loader can come between.</summary>
internal sealed class BatchMerge(RegistryStore store, LoadSettings settings, LoadCounts counts, Action<LoadedDocument, string> refuse)
{
    private readonly CaseRows.Maker _rows = new();
    private readonly RowBuffer _scratch = new();
    private readonly ReplacedDocuments _replaced = new(store);
    private long? _runKey;
    private (int Added, int Replaced, int Cases) _ofRun;

    /// <summary>Writes what is new or changed; leaves alone what is there as it is.</summary>
    public void Write(IReadOnlyList<LoadedDocument> batch)
    {
        using var transaction = store.BeginWrite(isBulk: true);
        var plan = Plan(batch);
        if (plan.Changed.Count > 0 || plan.Renewed.Count > 0)
        {
            var at = Timestamp.Now(settings.Time);
            var run = _runKey ?? StartRun(at);
            var changes = new BatchChanges();
            var corrections = CorrectionTable.Standing(store, plan.CaseIds);
            WriteRows(plan, run, at, corrections, changes);
            Renew(plan.Renewed, corrections, changes);
            WriteAudit(changes, at, run);
            var upheld = changes.Audit.Count(entry => entry.Action == CaseChanges.Upheld);
            var after = (_ofRun.Added + plan.Added, _ofRun.Replaced + plan.Replaced, _ofRun.Cases + changes.Cases.Count);
            UpdateRun(run, at, after);
            transaction.Commit();
            (_runKey, _ofRun) = (run, after);
            counts.Added += plan.Added;
            counts.Replaced += plan.Replaced;
            counts.Cases += changes.Cases.Count;
            counts.Upheld += upheld;
        }

        counts.Unchanged += plan.Unchanged + plan.Renewed.Count;
        foreach (var (document, reason) in plan.Refused)
        {
            refuse(document, reason);
        }
    }

    /// <summary>Notes that the run reached its end.</summary>
    public void Complete()
    {
        if (_runKey is { } run)
        {
            UpdateRun(run, Timestamp.Now(settings.Time), _ofRun);
        }
    }

    private BatchPlan Plan(IReadOnlyList<LoadedDocument> batch)
    {
        var present = _replaced.Find([.. batch.Select(document => document.Id)]);
        var owners = store.Connection.Query<(string CaseId, string DocumentId)>(
            $"select case_id, document_id from cases where {store.IsAmong("case_id", "@ids")}",
            new { ids = store.ListOf([.. batch.SelectMany(document => document.Records).Select(record => record.CaseId)]) })
            .ToDictionary(row => row.CaseId, row => row.DocumentId, StringComparer.Ordinal);
        var plan = new BatchPlan();
        foreach (var document in batch)
        {
            if (document.Records.Select(record => owners.GetValueOrDefault(record.CaseId)).Any(owner => owner is not null && owner != document.Id))
            {
                plan.Refused.Add((document, "another document has a case of the same caseId"));
                continue;
            }

            foreach (var record in document.Records)
            {
                owners[record.CaseId] = document.Id;
            }

            plan.Add(document, present.GetValueOrDefault(document.Id), settings.ModelVersion);
        }

        return plan;
    }

    private void WriteRows(BatchPlan plan, long run, string at, ILookup<string, Correction> corrections, BatchChanges changes)
    {
        if (plan.Changed.Count == 0)
        {
            return;
        }

        var before = _replaced.TakeOut([.. plan.Changed.Select(change => change.Present).OfType<PresentDocument>()], run, at);
        var documentKey = store.Connection.ExecuteScalar<long>("select coalesce(max(document_key), 0) from document");
        var caseKey = store.Connection.ExecuteScalar<long>("select coalesce(max(case_key), 0) from cases");
        foreach (var (document, present) in plan.Changed)
        {
            var key = present?.DocumentKey ?? ++documentKey;
            changes.Documents.Add((key, document, present));
            changes.Audit.Add(present is null
                ? new AuditEntry("load", document.Id)
                : new AuditEntry("replace", document.Id, OldValue: Version(present.Version), NewValue: Version(present.Version + 1), Why: Reason(present, document)));
            for (var ordinal = 0; ordinal < document.Records.Count; ordinal++)
            {
                var record = document.Records[ordinal];
                changes.Cases.Add(new LoadedCase(new CaseKeys(++caseKey, key, ordinal, run, present?.AddedAt ?? at, at), record, Effective(record, corrections[record.CaseId], changes)));
            }

            if (present is not null)
            {
                changes.Audit.AddRange(CaseChanges.Between(before[key], document));
            }
        }

        WriteTables(changes, run, at);
    }

    /// <summary>What the case is with what people know better.</summary>
    private CaseRows Effective(LoadRecord record, IEnumerable<Correction> standing, BatchChanges changes)
    {
        var corrections = standing.ToList();
        if (corrections.Count == 0)
        {
            return record.Rows;
        }

        changes.Audit.AddRange(CaseChanges.Against(record.Flat(), corrections));
        return _rows.Make(new RecordScanner().Scan(CorrectedRecord.Apply(record.Json, corrections), corrections.Select(correction => correction.Field).ToHashSet(StringComparer.Ordinal)));
    }

    private void WriteTables(BatchChanges changes, long run, string at)
    {
        using (var writer = store.OpenWriter(Table.Document))
        {
            foreach (var (key, document, present) in changes.Documents)
            {
                var info = document.Document;
                writer.Write(
                [
                    key, info.Id, (long)(present?.Version + 1 ?? 1), info.Sha256, document.ContentSha256, info.Path, info.MediaType, info.Title, info.Length,
                    settings.ModelVersion, run, present?.AddedAt ?? at, at,
                ]);
            }

            writer.Complete();
        }

        using (var writer = store.OpenWriter(Table.Cases))
        {
            changes.Cases.ForEach(loaded => loaded.Rows.WriteCase(writer, _scratch, loaded.Keys));
            writer.Complete();
        }

        using (var writer = store.OpenWriter(Table.Record))
        {
            changes.Cases.ForEach(loaded => writer.Write([loaded.Keys.CaseKey, loaded.Record.Json]));
            writer.Complete();
        }

        using (var writer = store.OpenWriter(Table.FieldValue))
        {
            changes.Cases.ForEach(loaded => loaded.Rows.WriteValues(writer, loaded.Keys.CaseKey));
            writer.Complete();
        }
    }

    /// <summary>The extractor changed and its answers did not: the document only learns who confirmed it.</summary>
    private void Renew(List<(LoadedDocument Document, PresentDocument Present)> renewed, ILookup<string, Correction> corrections, BatchChanges changes)
    {
        if (renewed.Count == 0)
        {
            return;
        }

        store.Connection.Execute(
            $"update document set model_version = @version where {store.IsAmong("document_key", "@keys")}",
            new { version = settings.ModelVersion, keys = store.ListOf([.. renewed.Select(document => document.Present.DocumentKey)]) });
        changes.Audit.AddRange(renewed.Select(document =>
            new AuditEntry("confirm", document.Document.Id, OldValue: document.Present.ModelVersion, NewValue: settings.ModelVersion, Why: "other models, same answers")));
        changes.Audit.AddRange(renewed.SelectMany(document => document.Document.Records).Where(record => corrections.Contains(record.CaseId)).SelectMany(record => CaseChanges.Against(record.Flat(), corrections[record.CaseId])));
    }

    private void WriteAudit(BatchChanges changes, string at, long run)
    {
        using var writer = store.OpenWriter(Table.Audit);
        foreach (var entry in changes.Audit)
        {
            entry.Write(writer, at, settings.Who, run);
        }

        writer.Complete();
    }

    private string Reason(PresentDocument present, LoadedDocument document) =>
        (present.Sha256 != document.Document.Sha256, present.ModelVersion != settings.ModelVersion) switch
        {
            (true, true) => "the report changed, and other models read it",
            (true, false) => "the report changed",
            (false, true) => "other models read it",
            _ => "other records of the same report",
        };

    private static string Version(int number) => string.Create(CultureInfo.InvariantCulture, $"version {number}");

    private long StartRun(string at) => store.Connection.ExecuteScalar<long>(
        "insert into run (name, started_at, source, extractor_version, model_version) values (@RunName, @at, @Source, @ExtractorVersion, @ModelVersion) returning run_key",
        new { settings.RunName, at, settings.Source, settings.ExtractorVersion, settings.ModelVersion });

    private void UpdateRun(long run, string at, (int Added, int Replaced, int Cases) done) => store.Connection.Execute(
        "update run set finished_at = @at, documents_added = @Added, documents_replaced = @Replaced, cases = @Cases where run_key = @run",
        new { run, at, done.Added, done.Replaced, done.Cases });
}
