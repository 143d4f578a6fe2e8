namespace CaseExtract.Cli.Runs;

/// <summary>What a run has done so far, as its journal keeps it.</summary>
internal sealed class RunCounts
{
    /// <summary>Cases with a value, for each field of the summary.</summary>
    public int[] Filled = [];

    public int Documents { get; set; }

    public int Cases { get; set; }

    /// <summary>Documents in which no patient was found.</summary>
    public int WithoutCase { get; set; }

    public int Failed { get; set; }

    public SortedDictionary<string, int> FailedByKind { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The failures that the summary shows.</summary>
    public List<Failure> FirstFailures { get; init; } = [];

    /// <summary>Inputs that are done with, read or failed.</summary>
    public int Inputs => Documents + Failed;
}
