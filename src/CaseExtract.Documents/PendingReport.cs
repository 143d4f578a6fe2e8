namespace CaseExtract.Documents;

/// <summary>A report that was found inside a file and waits to be read, on whatever thread.</summary>
public sealed class PendingReport
{
    private readonly Func<ReadResult> _read;

    internal PendingReport(string path, long position, Func<ReadResult> read) => (Path, Position, _read) = (path, position, read);

    internal PendingReport(ReportError error, long position = 0) : this(error.Path, position, () => new ReadResult(error))
    {
    }

    /// <summary>The path of its file as given, with forward slashes; <c>-</c> for standard input.</summary>
    public string Path { get; }

    /// <summary>Where it begins in its file, in bytes; 0 when the file is one report. Never falls from one report of a file to the next.</summary>
    public long Position { get; }

    /// <summary>Reads it. Never throws for what the file is or holds.</summary>
    public ReadResult Read() => _read();
}
