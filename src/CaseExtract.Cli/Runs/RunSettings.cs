namespace CaseExtract.Cli.Runs;

/// <summary>What a run of <c>extract</c> was asked for.</summary>
internal sealed record RunSettings
{
    /// <summary>The path that stands for standard output.</summary>
    public const string StandardOutput = "-";

    public required string Output { get; init; }

    public required string Format { get; init; }

    public required int Jobs { get; init; }

    public string? Errors { get; init; }

    public bool Resume { get; init; }

    /// <summary>How long one report may take.</summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    public TimeSpan CheckpointInterval { get; init; } = ExtractRun.DefaultCheckpointInterval;

    /// <summary>Whatever else changes what is written: the version of the program, its models, how files are read.</summary>
    public required string Reading { get; init; }

    public bool ToStandardOutput => Output == StandardOutput;

    /// <summary>Whether the run can be gone on with: a table is drawn at its end, and what went to a pipe is gone.</summary>
    public bool IsJournaled => !ToStandardOutput && Format != "table" && !IsDevice(Output);

    /// <summary>Equal for runs that write the same from the same input.</summary>
    public string Fingerprint => $"{Format}\n{Errors is not null}\n{Reading}";

    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) || (File.Exists(path) && (File.GetAttributes(path) & (FileAttributes.Device | FileAttributes.ReparsePoint)) == FileAttributes.Device);
}
