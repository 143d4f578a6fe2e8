using System.Runtime.Versioning;

namespace CaseExtract.Cli.Runs;

/// <summary>
/// A file that appears whole or not at all: it is written under another name beside its place, which only its owner may read, and renamed when it is
/// complete. A run that breaks off leaves an earlier file as it was, and what it wrote can be gone on with. A device or pipe is written to directly.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private const int BufferSize = 1 << 16;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileStream _stream;
    private readonly UnixFileMode _mode;
    private bool _isClosed;
    private bool _isKept;

    private OutputFile(string path, string? partialPath, FileStream stream, UnixFileMode mode) =>
        (Path, PartialPath, _stream, _mode) = (path, partialPath, stream, mode);

    /// <summary>Where the file will be; behind a link, the file that the link names.</summary>
    public string Path { get; }

    /// <summary>Where it is written; <see langword="null"/> for a device.</summary>
    public string? PartialPath { get; }

    public Stream Stream => _stream;

    /// <summary>Opens the file for writing from its beginning.</summary>
    /// <exception cref="WrongUseException">It cannot be written.</exception>
    public static OutputFile Create(string path) => Open(path, keep: 0);

    /// <summary>Opens the file for writing.</summary>
    /// <param name="path">Where the complete file goes.</param>
    /// <param name="keep">How many bytes of an unfinished one stay.</param>
    /// <exception cref="WrongUseException">It cannot be written, or less is there than should stay.</exception>
    public static OutputFile Open(string path, long keep)
    {
        try
        {
            if (OpenDevice(path) is { } device)
            {
                return new OutputFile(path, null, device, default);
            }

            var place = Place(path);
            if (Directory.Exists(place))
            {
                throw new WrongUseException($"{path}: is a folder");
            }

            var partial = Beside(place, "partial");
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = BufferSize };
            var mode = default(UnixFileMode);
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
                mode = FinalMode(place);
            }

            var stream = new OutputStream(partial, options);
            if (stream.Length < keep)
            {
                stream.Dispose();
                throw new WrongUseException($"{path}: the unfinished file is shorter than its journal says; start anew without --resume");
            }

            stream.SetLength(keep);
            stream.Position = keep;
            return new OutputFile(place, partial, stream, mode);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new WrongUseException($"{path}: cannot be written ({Reason(exception)})");
        }
    }

    /// <summary>The name of a file that goes along with another while that is written. The leading dot keeps it out of folder searches.</summary>
    public static string Beside(string path, string extension)
    {
        var place = Place(path);
        return System.IO.Path.Combine(System.IO.Path.GetDirectoryName(place)!, $".{System.IO.Path.GetFileName(place)}.{extension}");
    }

    /// <summary>What was written so far is on the disk, and would stay there without power.</summary>
    public void FlushToDisk() => _stream.Flush(flushToDisk: PartialPath is not null);

    /// <summary>The file is complete: gives it its name.</summary>
    public void Commit()
    {
        Close();
        if (PartialPath is not null)
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(PartialPath, _mode);
            }

            File.Move(PartialPath, Path, overwrite: true);
        }
    }

    /// <summary>The file is not complete, but what is written stays, to be gone on with.</summary>
    public void Keep() => _isKept = true;

    /// <summary>Removes what was written, unless it was committed or is kept.</summary>
    public void Dispose()
    {
        Close();
        if (PartialPath is not null && !_isKept)
        {
            File.Delete(PartialPath);
        }
    }

    /// <summary>Behind a link the file itself is replaced, not the link.</summary>
    private static string Place(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
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

    /// <summary>The rights of the file that is replaced, else those that new files get here: a file made for a moment shows them.</summary>
    [UnsupportedOSPlatform("windows")]
    private static UnixFileMode FinalMode(string place)
    {
        if (File.Exists(place))
        {
            return File.GetUnixFileMode(place);
        }

        var sample = Beside(place, System.IO.Path.GetRandomFileName());
        using var stream = new FileStream(sample, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        return File.GetUnixFileMode(stream.SafeFileHandle);
    }

    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        DirectoryNotFoundException => "no such folder",
        IOException { HResult: 11 } => "another run is writing it",
        _ => exception.GetType().Name,
    };

    private void Close()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _stream.Dispose();
        }
    }
}
