namespace CaseExtract.Cli.Output;

/// <summary>
/// A file that appears whole or not at all: it is written under a temporary name beside its place and renamed when it is complete, so
/// that a run that breaks off leaves an earlier file as it was. A device or pipe is written to directly.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private const int BufferSize = 1 << 16;

    private readonly string _path;
    private readonly string? _temporaryPath;
    private bool _closed;

    private OutputFile(string path, string? temporaryPath, Stream stream)
    {
        _path = path;
        _temporaryPath = temporaryPath;
        Stream = stream;
    }

    public Stream Stream { get; }

    /// <summary>Opens the file for writing.</summary>
    /// <exception cref="WrongUseException">It cannot be written.</exception>
    public static OutputFile Create(string path)
    {
        try
        {
            if (OpenDevice(path) is { } device)
            {
                return new OutputFile(path, null, device);
            }

            // Behind a link the file itself is replaced, not the link.
            var file = new FileInfo(path);
            var place = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            if (Directory.Exists(place))
            {
                throw new WrongUseException($"{path}: is a folder");
            }

            // The leading dot keeps it out of folder searches.
            var temporary = Path.Combine(Path.GetDirectoryName(place)!, $".{Path.GetFileName(place)}.{Path.GetRandomFileName()}.tmp");
            var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferSize);
            return new OutputFile(place, temporary, stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new WrongUseException($"{path}: cannot be written ({Reason(exception)})");
        }
    }

    /// <summary>The file is complete: gives it its name.</summary>
    public void Commit()
    {
        Close();
        if (_temporaryPath is not null)
        {
            File.Move(_temporaryPath, _path, overwrite: true);
        }
    }

    /// <summary>Removes what was written, unless it was committed.</summary>
    public void Dispose()
    {
        Close();
        if (_temporaryPath is not null)
        {
            File.Delete(_temporaryPath);
        }
    }

    /// <summary>Opens what must not be replaced by a file of its name; <see langword="null"/> for a common file or none.</summary>
    private static FileStream? OpenDevice(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var existing = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, BufferSize);
        if (!existing.CanSeek || path.StartsWith("/dev/", StringComparison.Ordinal))
        {
            return existing;
        }

        existing.Dispose();
        return null;
    }

    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        DirectoryNotFoundException => "no such folder",
        _ => exception.GetType().Name,
    };

    private void Close()
    {
        if (!_closed)
        {
            _closed = true;
            Stream.Dispose();
        }
    }
}
