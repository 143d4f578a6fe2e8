namespace CaseExtract.Registry.Loading;

/// <summary>What becomes of the documents of a batch.</summary>
/// <param name="modelVersion">What made their records, if known.</param>
internal sealed class BatchPlan(string? modelVersion)
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

    public void Add(LoadedDocument document, PresentDocument? present)
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

/// <summary>What a batch did, once it is in the registry.</summary>
/// <param name="Plan">What became of its documents.</param>
/// <param name="Cases">Cases written.</param>
/// <param name="Upheld">Corrections that stood against them.</param>
internal sealed record BatchOutcome(BatchPlan Plan, int Cases, int Upheld);
