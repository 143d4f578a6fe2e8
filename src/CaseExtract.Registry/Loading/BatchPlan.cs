using CaseExtract.Registry.Store;

namespace CaseExtract.Registry.Loading;

/// <summary>What becomes of the documents of a batch.</summary>
internal sealed class BatchPlan
{
    /// <summary>New documents, and those whose records changed, with what is there.</summary>
    public List<(LoadedDocument Document, PresentDocument? Present)> Changed { get; } = [];

    /// <summary>Documents whose records are the same although other models made them.</summary>
    public List<(LoadedDocument Document, PresentDocument Present)> Renewed { get; } = [];

    public List<(LoadedDocument Document, string Reason)> Refused { get; } = [];

    /// <summary>The cases of all documents that are written or renewed.</summary>
    public IReadOnlyList<string> CaseIds =>
        [.. Changed.Select(change => change.Document).Concat(Renewed.Select(renewed => renewed.Document)).SelectMany(document => document.Records).Select(record => record.CaseId)];

    public int Unchanged { get; private set; }

    public int Added { get; private set; }

    public int Replaced { get; private set; }

    public void Add(LoadedDocument document, PresentDocument? present, string? modelVersion)
    {
        if (present is null)
        {
            Added++;
            Changed.Add((document, null));
        }
        else if (present.ContentSha256 != document.ContentSha256)
        {
            Replaced++;
            Changed.Add((document, present));
        }
        else if (modelVersion is not null && present.ModelVersion != modelVersion)
        {
            Renewed.Add((document, present));
        }
        else
        {
            Unchanged++;
        }
    }
}

/// <summary>What a batch writes.</summary>
internal sealed class BatchChanges
{
    public List<(long Key, LoadedDocument Document, PresentDocument? Present)> Documents { get; } = [];

    public List<LoadedCase> Cases { get; } = [];

    public List<AuditEntry> Audit { get; } = [];
}

/// <summary>A case with its keys, and its rows as it counts now.</summary>
internal readonly record struct LoadedCase(CaseKeys Keys, LoadRecord Record, CaseRows Rows);
