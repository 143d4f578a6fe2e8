using System.Text;
using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary>
/// Writes case records as JSON, one record a line (JSON Lines). Keys are camelCase in the order of the contract, absent knowledge is
/// written as <c>null</c> or <c>[]</c>, and the same record gives the same bytes on every machine. Properties are written by hand:
/// no reflection, nothing to warm up.
/// </summary>
public sealed class CaseRecordWriter : IDisposable
{
    private readonly TextWriter _output;

    /// <param name="output">Receives the lines; not disposed with this writer.</param>
    public CaseRecordWriter(TextWriter output) => _output = output;

    /// <summary>Writes one record and ends its line with a line feed.</summary>
    public void Write(CaseRecord record)
    {
        // A JsonTextWriter of its own for each record: one writer for all would put a blank between two root values.
        using (var json = new JsonTextWriter(_output) { CloseOutput = false, AutoCompleteOnClose = false })
        {
            Write(json, record);
        }

        _output.Write('\n');
    }

    /// <summary>Flushes what was written to the output.</summary>
    public void Dispose() => _output.Flush();

    /// <summary>One record as JSON on one line, without a line end.</summary>
    public static string ToJson(CaseRecord record)
    {
        using var text = new CharBuffer();
        Write(text, record);
        return text.ToString();
    }

    /// <summary>What <see cref="ToJson"/> gives, in UTF-8: as it is written to files.</summary>
    public static byte[] ToUtf8(CaseRecord record)
    {
        using var text = new CharBuffer();
        Write(text, record);
        var bytes = new byte[Encoding.UTF8.GetByteCount(text.Written)];
        Encoding.UTF8.GetBytes(text.Written, bytes);
        return bytes;
    }

    private static void Write(CharBuffer text, CaseRecord record)
    {
        using var json = new JsonTextWriter(text) { CloseOutput = false };
        Write(json, record);
    }

    /// <summary>Writes one record as one JSON object to a writer that has its own formatting, such as the inside of an array.</summary>
    public static void Write(JsonWriter json, CaseRecord record)
    {
        json.WriteStartObject();
        json.WriteText("schemaVersion", record.SchemaVersion);
        json.WriteText("caseId", record.CaseId);
        json.WriteOptional("document", record.Document, DocumentJson.Write);
        json.WriteOptional("age", record.Age, PatientJson.WriteAge);
        json.WriteOptional("sex", record.Sex, PatientJson.WriteSex);
        json.WriteOptional("primaryTumour", record.PrimaryTumour, TumourJson.WritePrimary);
        json.WriteList("priorSurgeries", record.PriorSurgeries, TreatmentJson.WritePriorSurgery);
        json.WriteList("spinalLevels", record.SpinalLevels, LesionJson.WriteLevel);
        json.WriteTexts("spinalRegions", record.SpinalRegions);
        json.WriteList("imagingSignals", record.ImagingSignals, LesionJson.WriteSignal);
        json.WriteList("procedures", record.Procedures, TreatmentJson.WriteProcedure);
        json.WriteOptional("extent", record.Extent, TreatmentJson.WriteExtent);
        json.WriteOptional("histology", record.Histology, TumourJson.WriteHistology);
        json.WriteOptional("lesion", record.Lesion, LesionJson.Write);
        json.WriteList("presentation", record.Presentation, PatientJson.WriteFeature);
        json.WriteList("adjuvants", record.Adjuvants, TreatmentJson.WriteAdjuvant);
        json.WriteOptional("ageAtDiagnosis", record.AgeAtDiagnosis, TimeJson.WriteAgeAtDiagnosis);
        json.WriteOptional("metastasisTiming", record.MetastasisTiming, TimeJson.WriteMetastasisTiming);
        json.WriteOptional("recurrence", record.Recurrence, TimeJson.WriteRecurrence);
        json.WriteOptional("followUp", record.FollowUp, TimeJson.WriteFollowUp);
        json.WriteOptional("outcome", record.Outcome, OutcomeJson.Write);
        json.WriteList("scales", record.Scales, ScaleJson.Write);
        json.WriteOptional("sins", record.Sins, SinsJson.Write);
        json.WriteTexts("warnings", record.Warnings);
        json.WriteEndObject();
    }
}
