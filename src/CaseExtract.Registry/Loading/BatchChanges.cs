using System.Globalization;
using CaseExtract.Registry.Corrections;
using CaseExtract.Registry.Store;

namespace CaseExtract.Registry.Loading;

/// <summary>What a batch writes: documents, cases with what people know better in them, and what the audit says of both.</summary>
/// <param name="plan">What becomes of its documents.</param>
/// <param name="standing">The corrections of their cases.</param>
internal sealed class BatchChanges(BatchPlan plan, ILookup<string, Correction> standing)
{
    private readonly CaseRows.Maker _rows = new();

    public BatchPlan Plan => plan;

    public List<(long Key, LoadedDocument Document, PresentDocument? Present)> Documents { get; } = [];

    public List<LoadedCase> Cases { get; } = [];

    public List<AuditEntry> Audit { get; } = [];

    /// <summary>Adds a document that is new or changed.</summary>
    public void Add(LoadedDocument document, PresentDocument? present, long documentKey, long firstCaseKey, long run, string at, string? modelVersion)
    {
        Documents.Add((documentKey, document, present));
        Audit.Add(present is null
            ? new AuditEntry("load", document.Id)
            : new AuditEntry("replace", document.Id, OldValue: Version(present.Version), NewValue: Version(present.Version + 1), Why: Reason(present, document, modelVersion)));
        for (var ordinal = 0; ordinal < document.Records.Count; ordinal++)
        {
            var record = document.Records[ordinal];
            Cases.Add(new LoadedCase(new CaseKeys(firstCaseKey + ordinal, documentKey, ordinal, run, present?.AddedAt ?? at, at), record, Effective(record)));
        }
    }

    /// <summary>Adds a document that other models read as it was read before.</summary>
    public void Confirm(LoadedDocument document, PresentDocument present, string? modelVersion)
    {
        Audit.Add(new AuditEntry("confirm", document.Id, OldValue: present.ModelVersion, NewValue: modelVersion, Why: "other models, same answers"));
        foreach (var record in document.Records.Where(record => standing.Contains(record.CaseId)))
        {
            Audit.AddRange(CaseChanges.Against(record.Flat(), standing[record.CaseId]));
        }
    }

    /// <summary>What the case is with what people know better.</summary>
    private CaseRows Effective(LoadRecord record)
    {
        var corrections = standing[record.CaseId].ToList();
        if (corrections.Count == 0)
        {
            return record.Rows;
        }

        Audit.AddRange(CaseChanges.Against(record.Flat(), corrections));
        return _rows.Make(CorrectedRecord.Flat(record.Json, corrections));
    }

    private static string Reason(PresentDocument present, LoadedDocument document, string? modelVersion) =>
        (present.Sha256 != document.Document.Sha256, present.ModelVersion != modelVersion) switch
        {
            (true, true) => "the report changed, and other models read it",
            (true, false) => "the report changed",
            (false, true) => "other models read it",
            _ => "other records of the same report",
        };

    private static string Version(int number) => string.Create(CultureInfo.InvariantCulture, $"version {number}");
}

/// <summary>A case with its keys, and its rows as it counts now.</summary>
internal readonly record struct LoadedCase(CaseKeys Keys, LoadRecord Record, CaseRows Rows);
