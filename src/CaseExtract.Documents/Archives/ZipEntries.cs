using System.IO.Compression;

namespace CaseExtract.Documents;

/// <summary>The files of a ZIP archive, in the ordinal order of their names. Nothing is unpacked to disk.</summary>
internal static class ZipEntries
{
    /// <summary>More entries than this and the archive is refused.</summary>
    public const int MaximumEntries = 1_000_000;

    /// <summary>Text shrinks to a tenth, a page of blanks to a thousandth: what shrinks more than this, and is large, is a bomb.</summary>
    public const int MaximumRatio = 200;

    private const long HarmlessLength = 10L << 20;

    /// <summary>Opens a file of an archive: its stream, its name, its format, and where in the archive it stands.</summary>
    public delegate IEnumerable<PendingReport> EntryOpener(Stream stream, SourceFile file, ReportFormat format, long position);

    /// <summary>The reports of all entries.</summary>
    /// <exception cref="DocumentException">It is no archive, or one that is refused.</exception>
    public static IEnumerable<PendingReport> Open(Stream stream, SourceFile file, ReadingOptions options, EntryOpener open)
    {
        using var archive = OpenArchive(stream, options);
        if (archive.Entries.Count > MaximumEntries)
        {
            throw new DocumentException(ReportErrorKind.Refused, $"the archive has more than {MaximumEntries} entries");
        }

        var entries = archive.Entries.Where(IsReport).OrderBy(entry => entry.FullName, StringComparer.Ordinal).ToList();
        if (entries.Count == 0)
        {
            throw new DocumentException(ReportErrorKind.NoReports, "the archive holds no report");
        }

        var ids = ReportIds.Choose([.. entries.Select(entry => entry.FullName)]);
        var position = 0L;
        foreach (var entry in entries)
        {
            var name = Name(entry);
            var inner = new SourceFile($"{file.Id}/{ids[entry.FullName]}", $"{file.Path}/{name}");
            foreach (var report in GuardedReports.Of(inner.Path, Entry(entry, name, inner, position, open)))
            {
                yield return report;
            }

            position += entry.CompressedLength;
        }
    }

    private static IEnumerable<PendingReport> Entry(
        ZipArchiveEntry entry, string name, SourceFile file, long position, EntryOpener open)
    {
        if (Refusal(entry, name) is { } reason)
        {
            throw new DocumentException(ReportErrorKind.Refused, reason);
        }

        using var stream = FormatNames.IsGzip(name) ? new GZipStream(entry.Open(), CompressionMode.Decompress) : entry.Open();
        foreach (var report in open(stream, file, FormatNames.Find(name)!.Value, position))
        {
            yield return report;
        }
    }

    private static string? Refusal(ZipArchiveEntry entry, string name) =>
        name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains("..") ? "its name leads out of the archive"
        : entry.IsEncrypted ? "it is encrypted"
        : entry.Length > HarmlessLength && entry.Length / MaximumRatio > entry.CompressedLength ? $"it unpacks to more than {MaximumRatio} times its size"
        : null;

    private static bool IsReport(ZipArchiveEntry entry) => entry.Name.Length > 0 && !IsHidden(Name(entry)) && FormatNames.AreRead(entry.Name);

    private static bool IsHidden(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Split('/').Any(part => part.StartsWith('.') && part is not ".." and not ".");

    private static string Name(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/');

    private static ZipArchive OpenArchive(Stream stream, ReadingOptions options)
    {
        try
        {
            // the directory of an archive stands at its end: what cannot be searched must be held
            return new ZipArchive(stream.CanSeek ? stream : new MemoryStream(BoundedBytes.Read(stream, options).ToArray()));
        }
        catch (InvalidDataException)
        {
            throw new DocumentException(ReportErrorKind.Malformed, "the archive is damaged, or is no ZIP archive");
        }
    }
}
