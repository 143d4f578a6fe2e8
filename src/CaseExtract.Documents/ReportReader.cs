using System.IO.Compression;

namespace CaseExtract.Documents;

/// <summary>Opens files of any format that is read and gives the reports in them, one by one, whatever the size of the file.</summary>
public sealed class ReportReader
{
    private readonly ReadingOptions _options;
    private readonly DocumentReader _documents;
    private readonly RowReader _rows;

    /// <param name="options">Limits, and the names of columns; the defaults unless given.</param>
    public ReportReader(ReadingOptions? options = null)
    {
        _options = options ?? new ReadingOptions();
        _documents = new DocumentReader(_options);
        _rows = new RowReader(_options);
    }

    /// <summary>
    /// The reports of a file in their order. The file is opened when the first is asked for, and read as they are asked for; what each one says is worked
    /// out by <see cref="PendingReport.Read"/>. Never throws for what the file is or holds: what is wrong becomes a report that gives an error.
    /// </summary>
    /// <param name="found">A file that was found; one with an error gives that error.</param>
    /// <param name="standardInput">Read for the report that comes from standard input.</param>
    /// <param name="from">Only what begins at this byte of the file or behind it.</param>
    /// <param name="to">Only what begins before this byte of the file.</param>
    public IEnumerable<PendingReport> Open(FoundReport found, Stream standardInput, long from = 0, long to = long.MaxValue)
    {
        if (found.Error is not null)
        {
            return from == 0 ? [new PendingReport(found.Error)] : [];
        }

        var format = FormatOf(found);
        var reports = DocumentReader.Reads(format) ? [WholeFile(found, format, standardInput)] : Members(found, format, standardInput, from);
        return GuardedReports.Of(found.Path, reports).SkipWhile(report => report.Position < from).TakeWhile(report => report.Position < to);
    }

    /// <summary>The reports of a file, read.</summary>
    /// <param name="found">A file that was found.</param>
    /// <param name="standardInput">Read for the report that comes from standard input.</param>
    public IEnumerable<ReadResult> Read(FoundReport found, Stream standardInput) => Open(found, standardInput).Select(report => report.Read());

    /// <summary>Whether a file is one report, as far as its name and the options tell, and not a table or an archive of reports.</summary>
    public bool HoldsOne(FoundReport found) => DocumentReader.Reads(FormatOf(found));

    private ReportFormat FormatOf(FoundReport found) => _options.Format ?? FormatNames.Find(found.Path) ?? ReportFormat.Text;

    private PendingReport WholeFile(FoundReport found, ReportFormat format, Stream standardInput) => new(found.Path, 0, () =>
    {
        try
        {
            using var stream = OpenFile(found, standardInput);
            return _documents.Read(BoundedBytes.Read(stream, _options), found.Id, found.Path, format);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new ReadResult(FileErrors.Of(found.Path, exception));
        }
    });

    private IEnumerable<PendingReport> Members(FoundReport found, ReportFormat format, Stream standardInput, long from)
    {
        using var stream = OpenFile(found, standardInput);
        // a compressed file cannot be entered in its middle: what is in it belongs together
        var isOnePart = FormatNames.IsGzip(found.Path);
        foreach (var report in Members(stream, new SourceFile(found.Id, found.Path), format, isOnePart ? 0 : from))
        {
            yield return isOnePart ? new PendingReport(report.Path, 0, report.Read) : report;
        }
    }

    private IEnumerable<PendingReport> Members(Stream stream, SourceFile file, ReportFormat format, long from) => format switch
    {
        ReportFormat.Csv or ReportFormat.Tsv => CsvTable.Open(stream, file, format, _rows),
        ReportFormat.JsonLines => JsonLinesTable.Open(stream, file, _rows, from),
        ReportFormat.Json => JsonTable.Open(stream, file, _rows),
        ReportFormat.Parquet => ParquetTable.Open(stream, file, _rows),
        ReportFormat.Hl7 => Hl7Messages.Open(stream, file, _options),
        ReportFormat.Zip => ZipEntries.Open(stream, file, _options, Entry),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The reports of one file of an archive.</summary>
    private IEnumerable<PendingReport> Entry(Stream stream, SourceFile file, ReportFormat format, long position)
    {
        if (format == ReportFormat.Zip)
        {
            return [new PendingReport(file.Error(ReportErrorKind.Refused, "an archive inside an archive is not opened"), position)];
        }

        if (!DocumentReader.Reads(format))
        {
            // places inside the entry are no places of the file: what stands in one entry belongs together
            return Members(stream, file, format, from: 0).Select(report => new PendingReport(report.Path, position, report.Read));
        }

        var bytes = BoundedBytes.Read(stream, _options);
        return [new PendingReport(file.Path, position, () => _documents.Read(bytes, file.Id, file.Path, format))];
    }

    private static Stream OpenFile(FoundReport found, Stream standardInput)
    {
        if (found.IsStandardInput)
        {
            return standardInput;
        }

        var file = new FileStream(found.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return FormatNames.IsGzip(found.Path) ? Decompressed(file) : file;
    }

    /// <summary>Apart, so that the library for it is loaded when it is needed.</summary>
    private static Stream Decompressed(FileStream file) => new GZipStream(file, CompressionMode.Decompress);
}
