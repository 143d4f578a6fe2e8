using System.Globalization;

namespace CaseExtract.Documents;

/// <summary>JSON Lines in UTF-8: an object a line, a report an object. Empty lines are passed over.</summary>
internal static class JsonLinesTable
{
    public const string MediaType = "application/jsonl";

    /// <summary>The lines in their order, each parsed when it is read.</summary>
    /// <param name="stream">Read line by line.</param>
    /// <param name="file">Where it comes from.</param>
    /// <param name="rows">Makes narratives of the objects.</param>
    /// <param name="from">Lines that begin before this byte are only counted.</param>
    public static IEnumerable<PendingReport> Open(Stream stream, SourceFile file, RowReader rows, long from)
    {
        var lines = new LineReader(stream, rows.Options.SizeLimit);
        lines.SkipTo(from);
        while (lines.TryRead(out var line))
        {
            var (number, position) = (lines.Number, line.Position);
            if (line.IsTooLong)
            {
                yield return new PendingReport(
                    file.Error(ReportErrorKind.TooLarge, $"the line is longer than the limit of {rows.Options.SizeLimitWords}", Place(number)), position);
                continue;
            }

            var bytes = line.Bytes;
            if (bytes.Span.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            yield return new PendingReport(file.Path, position, () => JsonRow.Read(bytes, file, number, Place(number), MediaType, rows));
        }
    }

    private static string Place(long number) => string.Create(CultureInfo.InvariantCulture, $"line {number}");
}
