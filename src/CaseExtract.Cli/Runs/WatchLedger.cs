using System.Text.Json;

namespace CaseExtract.Cli.Runs;

/// <summary>A file that was dealt with, in one of its states: a file that changes later arrives anew.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Changed">When it was changed last, in ticks of UTC.</param>
internal readonly record struct WatchedFile(string Path, long Length, long Changed)
{
    public static WatchedFile Of(string path)
    {
        var info = new FileInfo(path);
        return new WatchedFile(path, info.Exists ? info.Length : 0, info.Exists ? info.LastWriteTimeUtc.Ticks : 0);
    }

    /// <summary>A path that is no file that could be read, such as a folder that may not be opened.</summary>
    public static WatchedFile Faulty(string path) => new(path, -1, 0);
}

/// <summary>
/// What a watch has dealt with, beside its output: a line a file, written when its records are on the disk. After a crash the output is cut to what the
/// last line speaks of, so that no file is read twice and none is lost.
/// </summary>
internal sealed class WatchLedger : IDisposable
{
    private readonly HashSet<WatchedFile> _done = [];
    private readonly DurableLines _lines;

    /// <summary>Opens the ledger of an output. Only one watch at a time holds it.</summary>
    /// <exception cref="WrongUseException">It cannot be written, or another watch is writing this output.</exception>
    public WatchLedger(string output)
    {
        _lines = DurableLines.Open(output, Extension);
        foreach (var entry in _lines.Lines.Select(line => JsonSerializer.Deserialize(line, JournalJson.Default.Entry)).OfType<Entry>())
        {
            _done.Add(new WatchedFile(entry.Path, entry.Length, entry.Changed));
            OutputLength = entry.Output;
        }
    }

    /// <summary>What the ledger is called behind the output's name.</summary>
    public static string Extension => "watched";

    /// <summary>Bytes of the output that hold the records of the files dealt with.</summary>
    public long OutputLength { get; private set; }

    public int Count => _done.Count;

    public bool Contains(WatchedFile file) => _done.Contains(file);

    /// <summary>Adds a file. Its records must be on the disk.</summary>
    public void Add(WatchedFile file, long outputLength)
    {
        _done.Add(file);
        OutputLength = outputLength;
        _lines.Add(JsonSerializer.Serialize(new Entry(file.Path, file.Length, file.Changed, outputLength), JournalJson.Default.Entry));
    }

    public void Dispose() => _lines.Dispose();

    /// <summary>A line of the ledger.</summary>
    internal sealed record Entry(string Path, long Length, long Changed, long Output);
}
