using System.Globalization;
using Newtonsoft.Json;

namespace CaseExtract.Cli.Runs;

/// <summary>How far an unfinished run has come.</summary>
/// <param name="OutputLength">Bytes of the output that hold the records of the inputs done.</param>
/// <param name="ErrorsLength">Bytes of the error report that tell of them.</param>
/// <param name="Counts">What was done; <see cref="RunCounts.Inputs"/> inputs need not be read again.</param>
/// <param name="IsComplete">All was done, but the files had not their names yet.</param>
internal sealed record Checkpoint(long OutputLength, long ErrorsLength, RunCounts Counts, bool IsComplete = false)
{
    /// <summary>One JSON object on a line. It is written by hand, since every run writes one, and only one that goes on with another reads one.</summary>
    public string ToJson()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var json = new JsonTextWriter(text))
        {
            json.WriteStartObject();
            Write(json, nameof(OutputLength), OutputLength);
            Write(json, nameof(ErrorsLength), ErrorsLength);
            json.WritePropertyName(nameof(Counts));
            WriteCounts(json);
            json.WritePropertyName(nameof(IsComplete));
            json.WriteValue(IsComplete);
            json.WriteEndObject();
        }

        return text.ToString();
    }

    public static Checkpoint? Parse(string line) => System.Text.Json.JsonSerializer.Deserialize(line, JournalJson.Default.Checkpoint);

    private void WriteCounts(JsonTextWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName(nameof(Counts.Filled));
        json.WriteStartArray();
        foreach (var count in Counts.Filled)
        {
            json.WriteValue(count);
        }

        json.WriteEndArray();
        Write(json, nameof(Counts.Documents), Counts.Documents);
        Write(json, nameof(Counts.Cases), Counts.Cases);
        Write(json, nameof(Counts.WithoutCase), Counts.WithoutCase);
        Write(json, nameof(Counts.Failed), Counts.Failed);
        json.WritePropertyName(nameof(Counts.FailedByKind));
        json.WriteStartObject();
        if (Counts.Failed > 0)
        {
            foreach (var (kind, count) in Counts.FailedByKind)
            {
                Write(json, kind, count);
            }
        }

        json.WriteEndObject();
        json.WritePropertyName(nameof(Counts.FirstFailures));
        json.WriteStartArray();
        foreach (var failure in Counts.FirstFailures)
        {
            failure.Write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(JsonTextWriter json, string name, long value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
