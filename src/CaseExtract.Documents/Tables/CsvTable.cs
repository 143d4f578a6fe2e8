using System.Globalization;
using CsvHelper;

namespace CaseExtract.Documents;

/// <summary>Comma- or tab-separated values with a header, in any encoding: a report a row.</summary>
internal static class CsvTable
{
    /// <summary>The rows in their order.</summary>
    /// <exception cref="DocumentException">There is no header, no column for the text, or a row that cannot be told from the next.</exception>
    public static IEnumerable<PendingReport> Open(Stream stream, SourceFile file, ReportFormat format, RowReader rows)
    {
        var (input, encoding) = EncodedStream.Detect(stream);
        using var csv = CsvReader.Create(input, CsvReaderOptions.Default with
        {
            Separator = format == ReportFormat.Tsv ? '\t' : null,
            Encoding = encoding,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MaxRecordSize = (int)Math.Max(rows.Options.SizeLimit, 1 << 16),
        });
        var mediaType = format == ReportFormat.Tsv ? "text/tab-separated-values" : "text/csv";
        string[] headers = [.. Try(() => csv.Headers, csv)];
        if (headers.Length == 0)
        {
            throw new DocumentException(ReportErrorKind.Empty, "the table is empty");
        }

        if (!csv.TryGetFieldIndex(rows.Options.TextField, out var textColumn))
        {
            throw new DocumentException(
                ReportErrorKind.MissingField, $"the table has no column '{rows.Options.TextField}' (--text-field names the column that holds the report)");
        }

        if (!csv.TryGetFieldIndex(rows.Options.IdField, out var idColumn))
        {
            idColumn = -1;
        }

        while (Try(csv.Read, csv))
        {
            // the reader goes on to the next row: what this one says is kept
            var (number, place) = (csv.RowNumber, Line(csv));
            var cells = new string?[Math.Max(csv.FieldCount, headers.Length)];
            for (var i = 0; i < csv.FieldCount; i++)
            {
                cells[i] = csv.GetString(i);
            }

            yield return new PendingReport(file.Path, csv.ByteOffset, () => rows.Read(
                file, number, place, idColumn < 0 ? null : cells[idColumn], cells[textColumn], mediaType, Columns(headers, cells, idColumn, textColumn)));
        }
    }

    private static List<KeyValuePair<string, string>> Columns(string[] headers, string?[] cells, int idColumn, int textColumn)
    {
        var columns = new List<KeyValuePair<string, string>>();
        for (var i = 0; i < headers.Length; i++)
        {
            if (i != idColumn && i != textColumn && cells[i] is { Length: > 0 } cell)
            {
                columns.Add(new(headers[i], cell));
            }
        }

        return columns;
    }

    private static string Line(CsvReader csv) => string.Create(CultureInfo.InvariantCulture, $"line {csv.LineNumber}");

    private static T Try<T>(Func<T> read, CsvReader csv)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException)
        {
            // the reader's message may name what stands in the row
            throw new DocumentException(ReportErrorKind.Malformed, "from here on the rows cannot be told apart (a quotation mark that is not closed, or a row above the size limit)", Line(csv));
        }
    }
}
