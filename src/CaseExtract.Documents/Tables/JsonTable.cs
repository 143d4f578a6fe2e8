using System.Globalization;
using System.Text.Json;

namespace CaseExtract.Documents;

/// <summary>A JSON array of objects, a report an object; or one object.</summary>
internal static class JsonTable
{
    private const string MediaType = "application/json";

    /// <summary>The objects in their order. The file is held in memory: larger ones come as JSON Lines.</summary>
    /// <exception cref="DocumentException">It is not JSON, or neither an array nor an object.</exception>
    public static IEnumerable<PendingReport> Open(Stream stream, SourceFile file, RowReader rows)
    {
        var bytes = BoundedBytes.Read(stream, rows.Options);
        if (bytes.Span.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        var number = 0L;
        foreach (var (start, end) in Objects(bytes.Span))
        {
            var (row, place) = (++number, string.Create(CultureInfo.InvariantCulture, $"object {number}"));
            yield return new PendingReport(file.Path, start, () => JsonRow.Read(bytes[start..end], file, row, place, MediaType, rows));
        }
    }

    private static List<(int Start, int End)> Objects(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var json = new Utf8JsonReader(bytes);
            if (!json.Read())
            {
                throw new DocumentException(ReportErrorKind.Empty, "the file is empty");
            }

            if (json.TokenType == JsonTokenType.StartObject)
            {
                return [(0, bytes.Length)];
            }

            if (json.TokenType != JsonTokenType.StartArray)
            {
                throw new DocumentException(ReportErrorKind.Malformed, "holds neither a JSON array nor an object");
            }

            var objects = new List<(int Start, int End)>();
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)json.TokenStartIndex;
                json.Skip();
                objects.Add((start, (int)json.BytesConsumed));
            }

            return objects;
        }
        catch (JsonException exception)
        {
            throw new DocumentException(ReportErrorKind.Malformed, string.Create(
                CultureInfo.InvariantCulture, $"is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine})"));
        }
    }
}
