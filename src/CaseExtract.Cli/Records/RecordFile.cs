using System.Text;
using CaseExtract.Registry.Store;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CaseExtract.Cli.Records;

/// <summary>One object of a file of records, or why its line has none.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Value">The object as it stands, whether or not it is a sound record.</param>
/// <param name="Fault">What is wrong with the line; never quotes it.</param>
internal readonly record struct RecordLine(int Line, JObject? Value, string? Fault);

/// <summary>
/// Reads JSON Lines or a JSON array as it stands, one object at a time. Unlike <see cref="Schema.CaseRecordReader"/> it takes any
/// objects, since those that judge records must be able to look at faulty ones, and goes on behind a faulty line of JSON Lines.
/// </summary>
internal static class RecordFile
{
    private static readonly JsonLoadSettings Loading = new() { LineInfoHandling = LineInfoHandling.Ignore };

    public static IEnumerable<RecordLine> Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputException($"{path}: is a folder, not a file of records");
        }

        if (!File.Exists(path))
        {
            throw new InputException($"{path}: no such file");
        }

        if (RegistryTarget.IsFileOfRegistry(path))
        {
            throw new InputException($"{path}: is a registry, not a file of records; caseextract cohort writes records of it");
        }

        return StartsWithArray(path) ? ReadArray(path) : ReadLines(path);
    }

    private static bool StartsWithArray(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        int unit;
        do
        {
            unit = reader.Read();
        }
        while (unit >= 0 && char.IsWhiteSpace((char)unit));
        return unit == '[';
    }

    private static IEnumerable<RecordLine> ReadLines(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, number);
            }
        }
    }

    private static RecordLine Parse(string line, int number)
    {
        try
        {
            using var json = Open(new StringReader(line));
            var value = json.Read() ? JToken.ReadFrom(json, Loading) : null;

            // Throws if something follows.
            json.Read();
            return value is JObject record ? new RecordLine(number, record, null) : new RecordLine(number, null, "not a JSON object");
        }
        catch (JsonReaderException exception)
        {
            return new RecordLine(number, null, $"not valid JSON at column {exception.LinePosition}");
        }
    }

    private static IEnumerable<RecordLine> ReadArray(string path)
    {
        using var json = Open(new StreamReader(path, Encoding.UTF8));
        json.Read();
        var isBroken = false;
        while (!isBroken)
        {
            RecordLine? line;
            try
            {
                line = Next(json, out isBroken);
            }
            catch (JsonReaderException exception)
            {
                // Unlike among lines, there is no way on behind a fault in an array.
                line = new RecordLine(Math.Max(exception.LineNumber, 1), null, $"not valid JSON at column {exception.LinePosition}");
                isBroken = true;
            }

            if (line is null)
            {
                yield break;
            }

            yield return line.Value;
        }
    }

    /// <summary>The next object of the array the reader is in; <see langword="null"/> at its end.</summary>
    private static RecordLine? Next(JsonTextReader json, out bool isBroken)
    {
        isBroken = !json.Read();
        if (isBroken)
        {
            return new RecordLine(json.LineNumber, null, "the array is not closed");
        }

        if (json.TokenType == JsonToken.EndArray)
        {
            // Throws if something follows.
            json.Read();
            return null;
        }

        var number = json.LineNumber;
        return JToken.ReadFrom(json, Loading) is JObject record
            ? new RecordLine(number, record, null)
            : new RecordLine(number, null, "not a JSON object");
    }

    private static JsonTextReader Open(TextReader reader) => new(reader)
    {
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Double,
    };
}
