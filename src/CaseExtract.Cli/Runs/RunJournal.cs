using System.Text;
using Newtonsoft.Json;

namespace CaseExtract.Cli.Runs;

/// <summary>How far an unfinished run has come.</summary>
/// <param name="OutputLength">Bytes of the output that hold the records of the inputs done.</param>
/// <param name="ErrorsLength">Bytes of the error report that tell of them.</param>
/// <param name="Counts">What was done; <see cref="RunCounts.Inputs"/> inputs need not be read again.</param>
/// <param name="IsComplete">All was done, but the files had not their names yet.</param>
internal sealed record Checkpoint(long OutputLength, long ErrorsLength, RunCounts Counts, bool IsComplete = false);

/// <summary>
/// The diary of a run, beside its output: a line that says what run it is, then a line for each checkpoint, written when what it speaks of is on the disk.
/// A line that a crash cut off does not count. It holds counts, and paths and reasons of failures: no text of a report.
/// </summary>
internal sealed class RunJournal : IDisposable
{
    private static readonly JsonSerializerSettings Settings = new() { MissingMemberHandling = MissingMemberHandling.Error };

    private readonly FileStream _stream;
    private readonly string _path;

    private RunJournal(string path, FileStream stream, Checkpoint? last) => (_path, _stream, Last) = (path, stream, last);

    /// <summary>The last checkpoint of the unfinished run; <see langword="null"/> when there is none to go on with.</summary>
    public Checkpoint? Last { get; }

    /// <summary>Opens the journal of an output. Only one run at a time holds it.</summary>
    /// <param name="output">The path of the output.</param>
    /// <param name="fingerprint">What input is read and how.</param>
    /// <param name="resume">Whether to go on with an unfinished run.</param>
    /// <param name="discarded">Whether there was one, which is not gone on with.</param>
    /// <exception cref="WrongUseException">Another run is writing this output, or the unfinished run read something else.</exception>
    public static RunJournal Open(string output, string fingerprint, bool resume, out bool discarded)
    {
        var path = OutputFile.Beside(output, "journal");
        var stream = OpenFile(output, path);
        try
        {
            var last = Read(stream, out var begun);
            discarded = last is not null && !resume;
            if (resume && last is not null && begun != fingerprint)
            {
                throw new WrongUseException($"{output}: the unfinished run read other files, or read them otherwise; start anew without --resume");
            }

            if (!resume || last is null)
            {
                last = null;
                stream.SetLength(0);
                stream.Write(Encoding.UTF8.GetBytes(fingerprint + "\n"));
            }

            stream.Flush(flushToDisk: true);
            return new RunJournal(path, stream, last);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Adds a checkpoint. What it speaks of must be on the disk.</summary>
    public void Add(Checkpoint checkpoint)
    {
        _stream.Write(Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(checkpoint, Settings) + "\n"));
        _stream.Flush(flushToDisk: true);
    }

    /// <summary>The run is over: there is nothing to go on with.</summary>
    public void Delete()
    {
        _stream.Dispose();
        File.Delete(_path);
    }

    public void Dispose() => _stream.Dispose();

    private static FileStream OpenFile(string output, string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = exception is UnauthorizedAccessException ? "permission denied"
                : exception is DirectoryNotFoundException ? "no such folder"
                : "another run is writing it";
            throw new WrongUseException($"{output}: cannot be written ({reason})");
        }
    }

    /// <summary>Reads to the last whole checkpoint and stands behind it.</summary>
    private static Checkpoint? Read(FileStream stream, out string? fingerprint)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        Checkpoint? last = null;
        (fingerprint, var end) = (null, 0);
        foreach (var range in bytes.AsSpan().Split((byte)'\n'))
        {
            if (range.End.Value == bytes.Length)
            {
                break; // cut off: it has no line end
            }

            var line = Encoding.UTF8.GetString(bytes[range]);
            if (fingerprint is null)
            {
                fingerprint = line;
            }
            else if (Parse(line) is { } checkpoint)
            {
                last = checkpoint;
            }
            else
            {
                break;
            }

            end = range.End.Value + 1;
        }

        stream.SetLength(end);
        stream.Position = end;
        return last;
    }

    private static Checkpoint? Parse(string line)
    {
        try
        {
            return JsonConvert.DeserializeObject<Checkpoint>(line, Settings);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
