using System.Text.Json;

namespace CaseExtract.Cli.Records;

/// <summary>One record of a file as it stands there, in UTF-8.</summary>
/// <param name="Number">Its line, from 1; in a JSON array that has no lines of its own, its number.</param>
/// <param name="Json">The record on one line.</param>
/// <param name="BytesBefore">Bytes of the file that were read when it was found.</param>
internal readonly record struct RecordBytes(int Number, byte[] Json, long BytesBefore);

/// <summary>Reads the records of a file as bytes, without looking into them: a load is bound by how fast it reads.</summary>
internal static class RecordLines
{
    private const int BufferSize = 1 << 20;

    private static ReadOnlySpan<byte> Beginning => "{\"schemaVersion\":"u8;

    /// <summary>Whether a file holds case records, by its first bytes; white space does not count.</summary>
    public static bool IsAt(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var stream = File.OpenRead(path);
        Span<byte> buffer = stackalloc byte[256];
        Span<byte> dense = stackalloc byte[buffer.Length];
        var length = 0;
        foreach (var unit in WithoutMark(buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)]))
        {
            if (unit is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                dense[length++] = unit;
            }
        }

        var found = dense[..length];
        return found.StartsWith(Beginning) || (found.Length > 0 && found[0] == '[' && found[1..].StartsWith(Beginning));
    }

    /// <summary>The records of JSON Lines or of a JSON array, in their order.</summary>
    public static IEnumerable<RecordBytes> Read(string path)
    {
        using var probe = File.OpenRead(path);
        int first;
        do
        {
            first = probe.ReadByte();
        }
        while (first is ' ' or '\n' or '\r' or '\t' or 0xEF or 0xBB or 0xBF);
        return first == '[' ? ReadArray(path) : ReadLines(path);
    }

    private static IEnumerable<RecordBytes> ReadLines(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var buffer = new byte[BufferSize];
        var (start, end, number, before) = (0, 0, 0, 0L);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                number++;
                if (Line(buffer.AsSpan(start, length), number == 1) is { Length: > 0 } line)
                {
                    yield return new RecordBytes(number, line, before);
                }

                start += length + 1;
                before += length + 1;
                continue;
            }

            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            else if (end == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                break;
            }

            end += read;
        }

        if (Line(buffer.AsSpan(start, end - start), number == 0) is { Length: > 0 } last)
        {
            yield return new RecordBytes(number + 1, last, before);
        }
    }

    private static byte[] Line(ReadOnlySpan<byte> line, bool isFirst) => (isFirst ? WithoutMark(line) : line).Trim(" \r\t"u8).ToArray();

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    private static IEnumerable<RecordBytes> ReadArray(string path)
    {
        using var stream = File.OpenRead(path);
        var number = 0;
        using var records = JsonSerializer.DeserializeAsyncEnumerable(stream, ElementJson.Default.JsonElement).ToBlockingEnumerable().GetEnumerator();
        while (MoveNext(records, path))
        {
            yield return new RecordBytes(++number, OnOneLine(records.Current), stream.Position);
        }
    }

    private static bool MoveNext(IEnumerator<JsonElement> records, string path)
    {
        try
        {
            return records.MoveNext();
        }
        catch (JsonException exception)
        {
            throw new InputException(string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"{path}: not valid JSON in line {exception.LineNumber + 1}; a file of lines would only lose that line"));
        }
    }

    /// <summary>The element as it is written, without line ends between its parts.</summary>
    private static byte[] OnOneLine(JsonElement element)
    {
        var text = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element);
        if (text.IndexOfAny((byte)'\n', (byte)'\r') < 0)
        {
            return text.ToArray();
        }

        var line = new List<byte>(text.Length);
        var (inString, isEscaped) = (false, false);
        foreach (var unit in text)
        {
            if (inString || unit is not ((byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t'))
            {
                line.Add(unit);
            }

            inString = unit == '"' && !isEscaped ? !inString : inString;
            isEscaped = inString && unit == '\\' && !isEscaped;
        }

        return [.. line];
    }
}
