using System.Text;
using Newtonsoft.Json;

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
}

/// <summary>
/// What a watch has dealt with, beside its output: a line a file, written when its records are on the disk. After a crash the output is cut to what the
/// last line speaks of, so that no file is read twice and none is lost.
/// </summary>
internal sealed class WatchLedger : IDisposable
{
    private readonly HashSet<WatchedFile> _done = [];
    private readonly FileStream _stream;

    private WatchLedger(FileStream stream) => _stream = stream;

    /// <summary>Bytes of the output that hold the records of the files dealt with.</summary>
    public long OutputLength { get; private set; }

    public int Count => _done.Count;

    /// <summary>Opens the ledger of an output. Only one watch at a time holds it.</summary>
    /// <exception cref="WrongUseException">Another watch is writing this output.</exception>
    public static WatchLedger Open(string output)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            var ledger = new WatchLedger(new FileStream(OutputFile.Beside(output, "watched"), options));
            ledger.Read();
            return ledger;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{output}: cannot be written ({(exception is UnauthorizedAccessException ? "permission denied" : exception is DirectoryNotFoundException ? "no such folder" : "another watch is writing it")})");
        }
    }

    public bool Contains(WatchedFile file) => _done.Contains(file);

    /// <summary>Adds a file. Its records must be on the disk.</summary>
    public void Add(WatchedFile file, long outputLength)
    {
        _done.Add(file);
        OutputLength = outputLength;
        _stream.Write(Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(new Entry(file.Path, file.Length, file.Changed, outputLength)) + "\n"));
        _stream.Flush(flushToDisk: true);
    }

    public void Dispose() => _stream.Dispose();

    private void Read()
    {
        var bytes = new byte[_stream.Length];
        _stream.ReadExactly(bytes);
        var end = 0;
        while (bytes.AsSpan(end).IndexOf((byte)'\n') is >= 0 and var length && Parse(Encoding.UTF8.GetString(bytes, end, length)) is { } entry)
        {
            _done.Add(new WatchedFile(entry.Path, entry.Length, entry.Changed));
            OutputLength = entry.Output;
            end += length + 1;
        }

        // a line that a crash cut off does not count
        _stream.SetLength(end);
        _stream.Position = end;
    }

    private static Entry? Parse(string line)
    {
        try
        {
            return JsonConvert.DeserializeObject<Entry>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Entry(string Path, long Length, long Changed, long Output);
}
