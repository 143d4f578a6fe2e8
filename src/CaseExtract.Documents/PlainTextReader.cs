using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using CaseExtract.Text;

namespace CaseExtract.Documents;

/// <summary>
/// Reads a plain-text report in any of the encodings that reports come in. The text is decoded and otherwise left as it is: line ends
/// are kept, only a byte order mark is not part of it.
/// </summary>
public sealed class PlainTextReader
{
    /// <summary>The size limit unless another is set: 128 MiB.</summary>
    public const long DefaultSizeLimit = 128L << 20;

    /// <summary>The highest limit that can be set: what fits into one string whatever the encoding.</summary>
    public const long MaximumSizeLimit = 1_000_000_000;

    private readonly long _sizeLimit;

    /// <param name="sizeLimit">Files of more bytes are not read.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive or above <see cref="MaximumSizeLimit"/>.</exception>
    public PlainTextReader(long sizeLimit = DefaultSizeLimit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sizeLimit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sizeLimit, MaximumSizeLimit);
        _sizeLimit = sizeLimit;
    }

    /// <summary>Reads a report that was found. Never throws for what the file is or holds.</summary>
    /// <param name="report">A report; one with an error gives that error.</param>
    /// <param name="standardInput">Read for the report that comes from standard input.</param>
    public ReadResult Read(FoundReport report, Stream standardInput)
    {
        if (report.Error is not null)
        {
            return new ReadResult(report.Error);
        }

        try
        {
            if (report.IsStandardInput)
            {
                return Read(standardInput, report.Id, report.Path);
            }

            using var file = new FileStream(report.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return Read(file, report.Id, report.Path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failed(report.Path, ReportErrorKind.Missing, Cause.Of(exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException)
        {
            return Failed(report.Path, ReportErrorKind.Unreadable, $"the file cannot be read: {Cause.Of(exception)}");
        }
    }

    /// <summary>Reads a report from a stream.</summary>
    /// <param name="stream">Read to its end, or to the size limit.</param>
    /// <param name="id">The narrative's id.</param>
    /// <param name="path">The path as given, for the narrative and for errors; <c>-</c> for standard input.</param>
    /// <exception cref="IOException">The stream fails.</exception>
    public ReadResult Read(Stream stream, string id, string path)
    {
        if (!TryReadBytes(stream, out var bytes))
        {
            var limit = (_sizeLimit / (double)(1 << 20)).ToString("0.##", CultureInfo.InvariantCulture);
            return Failed(path, ReportErrorKind.TooLarge, $"the file is larger than the limit of {limit} MiB");
        }

        if (bytes.Length == 0)
        {
            return Failed(path, ReportErrorKind.Empty, "the file is empty");
        }

        if (!TextDecoder.TryDecode(bytes, out var text, out var encoding, out var reason))
        {
            return Failed(path, ReportErrorKind.Binary, reason);
        }

        if (text.AsSpan().IsWhiteSpace())
        {
            return Failed(path, ReportErrorKind.Empty, "the file holds nothing but white space");
        }

        var narrative = new Narrative(id, text)
        {
            Path = path == ReportFinder.StandardInput ? null : path,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        };
        return new ReadResult(narrative, encoding);
    }

    private bool TryReadBytes(Stream stream, out ReadOnlySpan<byte> bytes)
    {
        var expected = stream.CanSeek ? stream.Length - stream.Position : 0;
        bytes = default;
        if (expected > _sizeLimit)
        {
            return false;
        }

        // One more than expected, so that the end is seen without growing. A stream may hold more than its length says.
        var buffer = new byte[Math.Max(expected + 1, 4096)];
        var length = 0;
        while (stream.Read(buffer, length, buffer.Length - length) is > 0 and var count)
        {
            length += count;
            if (length > _sizeLimit)
            {
                return false;
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, _sizeLimit + 1));
            }
        }

        bytes = buffer.AsSpan(0, length);
        return true;
    }

    private static ReadResult Failed(string path, ReportErrorKind kind, string reason) => new(new ReportError(path, kind, reason));
}
