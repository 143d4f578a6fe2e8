using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CaseExtract.Documents;

/// <summary>A report as a JSON object: one key holds its id, one its text, the others are carried along.</summary>
internal static class JsonRow
{
    /// <summary>Reads one object. Never throws for what the bytes are.</summary>
    public static ReadResult Read(ReadOnlyMemory<byte> bytes, SourceFile file, long number, string place, string mediaType, RowReader rows)
    {
        string? id = null, text = null;
        var columns = new List<KeyValuePair<string, string>>();
        try
        {
            var json = new Utf8JsonReader(bytes.Span);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return new ReadResult(file.Error(ReportErrorKind.Malformed, "is not a JSON object", place));
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.ValueTextEquals(rows.Options.TextField))
                {
                    json.Read();
                    if (json.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                    {
                        return new ReadResult(file.Error(ReportErrorKind.Malformed, $"its '{rows.Options.TextField}' is not a string", place));
                    }

                    text = json.GetString() ?? "";
                }
                else if (json.ValueTextEquals(rows.Options.IdField))
                {
                    json.Read();
                    id = Value(ref json, bytes.Span);
                }
                else
                {
                    var key = json.GetString()!;
                    json.Read();
                    if (Value(ref json, bytes.Span) is { Length: > 0 } value)
                    {
                        columns.Add(new(key, value));
                    }
                }
            }

            if (json.Read())
            {
                return new ReadResult(file.Error(ReportErrorKind.Malformed, "holds more than one JSON object", place));
            }
        }
        catch (JsonException exception)
        {
            // the parser's message may quote; its place is enough
            var at = string.Create(CultureInfo.InvariantCulture, $"is not valid JSON (byte {exception.BytePositionInLine})");
            return new ReadResult(file.Error(ReportErrorKind.Malformed, at, place));
        }
        catch (InvalidOperationException)
        {
            // a string that is no Unicode: an unpaired surrogate, or bytes that are not UTF-8
            return new ReadResult(file.Error(ReportErrorKind.Malformed, "holds a string that is not valid UTF-8", place));
        }

        return rows.Read(file, number, place, id, text, mediaType, columns);
    }

    /// <summary>A value as text: strings without quotes, lists and objects as they are written.</summary>
    private static string? Value(ref Utf8JsonReader json, ReadOnlySpan<byte> bytes)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return json.GetString();
            default:
                var start = (int)json.TokenStartIndex;
                json.Skip();
                return Encoding.UTF8.GetString(bytes[start..(int)json.BytesConsumed]);
        }
    }
}
