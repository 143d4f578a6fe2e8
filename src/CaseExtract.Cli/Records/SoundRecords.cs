using System.Globalization;
using CaseExtract.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CaseExtract.Cli.Records;

/// <summary>Reads the sound records of a file and tells of the lines that hold none.</summary>
/// <param name="path">JSON Lines or a JSON array.</param>
/// <param name="error">Receives a line for each fault.</param>
internal sealed class SoundRecords(string path, TextWriter error)
{
    /// <summary>Lines without a record so far.</summary>
    public int Faults { get; private set; }

    /// <summary>The records, each also as it stands in the file.</summary>
    public IEnumerable<(JObject Json, CaseRecord Record)> Read()
    {
        foreach (var line in RecordFile.Read(path))
        {
            var fault = line.Fault;
            if (line.Value is { } json && Parse(json, out fault) is { } record)
            {
                yield return (json, record);
            }
            else
            {
                Faults++;
                error.WriteLine(Printable.Line(string.Create(CultureInfo.InvariantCulture, $"{path}({line.Line}): {fault}")));
            }
        }
    }

    private static CaseRecord? Parse(JObject json, out string? fault)
    {
        try
        {
            using var reader = new CaseRecordReader(new StringReader(json.ToString(Formatting.None)), "");
            fault = null;
            return reader.Read();
        }
        catch (CaseRecordFormatException exception)
        {
            fault = exception.Reason;
            return null;
        }
    }
}
