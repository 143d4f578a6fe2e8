using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace CaseExtract.Documents;

/// <summary>An Apache Parquet file: a report a row. One row group is held in memory at a time.</summary>
internal static class ParquetTable
{
    /// <summary>Encodings may put many equal rows into a byte; what claims more than this is damaged, or made to exhaust the memory.</summary>
    private const long MostRowsOfAByte = 64;

    private const long MinimumOfMostRows = 100_000;

    private const string MediaType = "application/vnd.apache.parquet";

    /// <summary>The rows in their order.</summary>
    /// <exception cref="DocumentException">It is no Parquet file, damaged, or has no column for the text.</exception>
    public static IEnumerable<PendingReport> Open(Stream stream, SourceFile file, RowReader rows)
    {
        // the directory of the file stands at its end: what cannot be searched must be held
        var input = stream.CanSeek ? stream : new MemoryStream(BoundedBytes.Read(stream, rows.Options).ToArray());
        var length = input.Length;
        var limit = rows.Options.StepLimit + TimeSpan.FromSeconds(length / (double)(1 << 20));
        var parquet = Try(limit, () => ParquetReader.CreateAsync(input, leaveStreamOpen: true).GetAwaiter().GetResult());
        try
        {
            var fields = Try(limit, () => parquet.Schema.DataFields.Where(field => field.MaxRepetitionLevel == 0).ToList());
            var textField = Find(fields, rows.Options.TextField) is { } text && ParquetColumn.IsText(text) ? text : throw new DocumentException(
                ReportErrorKind.MissingField, $"the table has no column '{rows.Options.TextField}' of strings (--text-field names the column that holds the report)");
            var idField = Find(fields, rows.Options.IdField);
            var total = Math.Max(1, Try(limit, () => Enumerable.Range(0, parquet.RowGroupCount).Sum(group => parquet.OpenRowGroupReader(group).RowCount)));
            if (total > Math.Max(MinimumOfMostRows, length * MostRowsOfAByte))
            {
                throw new DocumentException(ReportErrorKind.Refused, "the Parquet file claims more rows than its bytes can hold");
            }

            var number = 0L;
            for (var group = 0; group < parquet.RowGroupCount; group++)
            {
                using var reader = Try(limit, () => parquet.OpenRowGroupReader(group));
                var columns = fields.ToDictionary(field => field, field => Try(limit, () => ParquetColumn.Read(reader, field)));
                for (var row = 0; row < reader.RowCount; row++)
                {
                    number++;
                    var (rowNumber, place) = (number, string.Create(CultureInfo.InvariantCulture, $"row {number}"));
                    var (id, narrative) = (idField is null ? null : columns[idField][row], columns[textField][row] ?? "");
                    List<KeyValuePair<string, string>> further =
                    [
                        .. fields.Where(field => !field.Equals(textField) && !field.Equals(idField) && columns[field][row] is { Length: > 0 })
                            .Select(field => new KeyValuePair<string, string>(field.Path.ToString(), columns[field][row]!)),
                    ];

                    // rows have no bytes of their own: they share those of the file evenly
                    var position = (long)((Int128)length * (number - 1) / total);
                    yield return new PendingReport(file.Path, position, () => rows.Read(file, rowNumber, place, id, narrative, MediaType, further));
                }
            }
        }
        finally
        {
            parquet.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static DataField? Find(List<DataField> fields, string name) =>
        fields.Find(field => field.Path.ToString() == name) ?? fields.Find(field => string.Equals(field.Path.ToString(), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Does one step of reading. A damaged file can send the library round without end, so the step is left to itself when its time is up.</summary>
    private static T Try<T>(TimeSpan limit, Func<T> read)
    {
        try
        {
            var step = Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return ((IAsyncResult)step).AsyncWaitHandle.WaitOne(limit)
                ? step.GetAwaiter().GetResult()
                : throw new DocumentException(ReportErrorKind.Refused, string.Create(CultureInfo.InvariantCulture, $"a part of the Parquet file takes longer than {limit.TotalSeconds:0.##} s to unpack"));
        }
        catch (Exception exception) when (exception is not (DocumentException or OutOfMemoryException))
        {
            // a damaged file can bring any exception out of a parser; its message may quote the file
            throw new DocumentException(ReportErrorKind.Malformed, $"the Parquet file is damaged, or is none ({exception.GetType().Name})");
        }
    }
}
