using System.Text;

namespace CaseExtract.Cli.Runs;

/// <summary>
/// A file of lines beside an output, by which a run finds its place again: readable to its owner alone, held by one process at a time, each line on the
/// disk before the run goes on. A line that a crash cut off does not count.
/// </summary>
internal sealed class DurableLines : IDisposable
{
    private readonly FileStream _stream;

    private DurableLines(FileStream stream) => _stream = stream;

    /// <summary>The whole lines that were there when the file was opened.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    /// <summary>Opens the file, or makes it.</summary>
    /// <param name="output">The path of the output.</param>
    /// <param name="extension">What the file is called behind the output's name.</param>
    /// <exception cref="WrongUseException">It cannot be written, or another process holds it.</exception>
    public static DurableLines Open(string output, string extension)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            var lines = new DurableLines(new FileStream(OutputFile.Beside(output, extension), options));
            lines.Read();
            return lines;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = exception is UnauthorizedAccessException ? "permission denied"
                : exception is DirectoryNotFoundException ? "no such folder"
                : "another run is writing it";
            throw new WrongUseException($"{output}: cannot be written ({reason})");
        }
    }

    /// <summary>Adds a line. What it speaks of must be on the disk.</summary>
    public void Add(string line)
    {
        _stream.Write(Encoding.UTF8.GetBytes(line + "\n"));
        _stream.Flush(flushToDisk: true);
    }

    /// <summary>Removes all lines.</summary>
    public void Clear()
    {
        _stream.SetLength(0);
        Lines = [];
    }

    /// <summary>Removes the file: there is nothing to find again.</summary>
    public void Delete()
    {
        _stream.Dispose();
        File.Delete(_stream.Name);
    }

    public void Dispose() => _stream.Dispose();

    private void Read()
    {
        var bytes = new byte[_stream.Length];
        _stream.ReadExactly(bytes);
        var end = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        Lines = Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _stream.SetLength(end);
        _stream.Position = end;
    }
}
