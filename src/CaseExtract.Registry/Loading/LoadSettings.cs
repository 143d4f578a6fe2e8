namespace CaseExtract.Registry.Loading;

/// <summary>What a load is, as the registry keeps it.</summary>
public sealed record LoadSettings
{
    /// <summary>What was loaded, such as the names of the files.</summary>
    public required string Source { get; init; }

    /// <summary>Who loads.</summary>
    public string Who { get; init; } = Environment.UserName;

    /// <summary>A name for the run, to find it again; <see langword="null"/> for none.</summary>
    public string? RunName { get; init; }

    /// <summary>Version of the program that made the records, if known.</summary>
    public string? ExtractorVersion { get; init; }

    /// <summary>Version of its models, if known.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>Documents are written in batches of so many: each is there as a whole or not at all.</summary>
    public int DocumentsInBatch { get; init; } = 2000;

    /// <summary>A batch is written earlier when its records have so many bytes.</summary>
    public long BytesInBatch { get; init; } = 16 << 20;

    /// <summary>Tells the time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>What a load did.</summary>
public sealed class LoadCounts
{
    /// <summary>Documents that were not there before.</summary>
    public int Added { get; internal set; }

    /// <summary>Documents whose records changed.</summary>
    public int Replaced { get; internal set; }

    /// <summary>Documents that were there already as they are.</summary>
    public int Unchanged { get; internal set; }

    /// <summary>Cases written.</summary>
    public int Cases { get; internal set; }

    /// <summary>Corrections that stood although the report or the extractor now says otherwise.</summary>
    public int Upheld { get; internal set; }

    /// <summary>Records that were refused.</summary>
    public int Failed { get; internal set; }

    /// <summary>Documents that are done with.</summary>
    public int Documents => Added + Replaced + Unchanged;

    /// <summary>Counts a batch that is in the registry.</summary>
    internal void Add(BatchOutcome outcome)
    {
        var plan = outcome.Plan;
        Added += plan.Added;
        Replaced += plan.Replaced;
        Unchanged += plan.Unchanged + plan.Renewed.Count;
        Cases += outcome.Cases;
        Upheld += outcome.Upheld;
    }
}

/// <summary>A record that was refused.</summary>
/// <param name="Place">Where it came from.</param>
/// <param name="Line">Line of its file; 0 where it came from none.</param>
/// <param name="Reason">Why; never quotes it.</param>
public sealed record LoadFailure(string Place, int Line, string Reason);
