using System.Text;
using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary>
/// Reads case records from JSON Lines or from a JSON array, one at a time: a file of any size needs the memory of one record. Keys that
/// this version does not know are skipped, optional keys may be missing, since later versions add fields and never rename one.
/// </summary>
public sealed class CaseRecordReader : IDisposable
{
    private readonly RecordInput _input;
    private bool _inArray;
    private bool _started;

    /// <param name="input">JSON Lines, or an array of records; disposed with this reader.</param>
    /// <param name="source">What errors call the input, such as its path.</param>
    public CaseRecordReader(TextReader input, string source) => _input = new RecordInput(input, source);

    /// <summary>Reads the records of a file, opening it at the first one.</summary>
    /// <exception cref="CaseRecordFormatException">The file holds something else; thrown when reading comes to it.</exception>
    public static IEnumerable<CaseRecord> ReadFile(string path)
    {
        using var reader = new CaseRecordReader(new StreamReader(path, Encoding.UTF8), path);
        while (reader.Read() is { } record)
        {
            yield return record;
        }
    }

    /// <summary>Reads the next record; <see langword="null"/> at the end.</summary>
    /// <exception cref="CaseRecordFormatException">The input is no JSON, or not a case record.</exception>
    public CaseRecord? Read()
    {
        _input.Restart();
        if (!_input.Advance())
        {
            return _inArray ? throw _input.Fault("the array is not closed") : null;
        }

        if (!_started)
        {
            _started = true;
            if (_input.TokenType == JsonToken.StartArray)
            {
                _inArray = true;
                _input.Need();
            }
        }

        if (_inArray && _input.TokenType == JsonToken.EndArray)
        {
            _inArray = false;
            return _input.Advance() ? throw _input.Fault("expected nothing after the array") : null;
        }

        return ReadRecord();
    }

    /// <summary>Disposes the input.</summary>
    public void Dispose() => _input.Dispose();

    private CaseRecord ReadRecord()
    {
        var input = _input;
        string? schemaVersion = null, caseId = null;
        DocumentInfo? document = null;
        Age? age = null;
        Sex? sex = null;
        PrimaryTumour? primaryTumour = null;
        IReadOnlyList<PriorSurgery> priorSurgeries = [];
        IReadOnlyList<SpinalLevelValue> spinalLevels = [];
        IReadOnlyList<string> spinalRegions = [];
        IReadOnlyList<ImagingSignal> imagingSignals = [];
        IReadOnlyList<Procedure> procedures = [];
        Extent? extent = null;
        Histology? histology = null;
        Lesion? lesion = null;
        IReadOnlyList<PresentingFeature> presentation = [];
        IReadOnlyList<Adjuvant> adjuvants = [];
        AgeAtDiagnosis? ageAtDiagnosis = null;
        MetastasisTiming? metastasisTiming = null;
        Recurrence? recurrence = null;
        FollowUp? followUp = null;
        Outcome? outcome = null;
        IReadOnlyList<ScaleValue> scales = [];
        Sins? sins = null;
        IReadOnlyList<string> warnings = [];
        input.ReadObject(key =>
        {
            switch (key)
            {
                case "schemaVersion": schemaVersion = input.Text(); break;
                case "caseId": caseId = input.Text(); break;
                case "document": document = DocumentJson.Read(input); break;
                case "age": age = input.Optional(PatientJson.ReadAge); break;
                case "sex": sex = input.Optional(PatientJson.ReadSex); break;
                case "primaryTumour": primaryTumour = input.Optional(TumourJson.ReadPrimary); break;
                case "priorSurgeries": priorSurgeries = input.List(TreatmentJson.ReadPriorSurgery); break;
                case "spinalLevels": spinalLevels = input.List(LesionJson.ReadLevel); break;
                case "spinalRegions": spinalRegions = input.Texts(); break;
                case "imagingSignals": imagingSignals = input.List(LesionJson.ReadSignal); break;
                case "procedures": procedures = input.List(TreatmentJson.ReadProcedure); break;
                case "extent": extent = input.Optional(TreatmentJson.ReadExtent); break;
                case "histology": histology = input.Optional(TumourJson.ReadHistology); break;
                case "lesion": lesion = input.Optional(LesionJson.Read); break;
                case "presentation": presentation = input.List(PatientJson.ReadFeature); break;
                case "adjuvants": adjuvants = input.List(TreatmentJson.ReadAdjuvant); break;
                case "ageAtDiagnosis": ageAtDiagnosis = input.Optional(TimeJson.ReadAgeAtDiagnosis); break;
                case "metastasisTiming": metastasisTiming = input.Optional(TimeJson.ReadMetastasisTiming); break;
                case "recurrence": recurrence = input.Optional(TimeJson.ReadRecurrence); break;
                case "followUp": followUp = input.Optional(TimeJson.ReadFollowUp); break;
                case "outcome": outcome = input.Optional(OutcomeJson.Read); break;
                case "scales": scales = input.List(ScaleJson.Read); break;
                case "sins": sins = input.Optional(SinsJson.Read); break;
                case "warnings": warnings = input.Texts(); break;
                default: return false;
            }

            return true;
        });
        return new CaseRecord
        {
            SchemaVersion = schemaVersion ?? CaseRecord.CurrentSchemaVersion,
            CaseId = input.Required(caseId, "caseId"),
            Document = input.Required(document, "document"),
            Age = age,
            Sex = sex,
            PrimaryTumour = primaryTumour,
            PriorSurgeries = priorSurgeries,
            SpinalLevels = spinalLevels,
            SpinalRegions = spinalRegions,
            ImagingSignals = imagingSignals,
            Procedures = procedures,
            Extent = extent,
            Histology = histology,
            Lesion = lesion ?? new Lesion(),
            Presentation = presentation,
            Adjuvants = adjuvants,
            AgeAtDiagnosis = ageAtDiagnosis,
            MetastasisTiming = metastasisTiming,
            Recurrence = recurrence,
            FollowUp = followUp,
            Outcome = outcome,
            Scales = scales,
            Sins = sins,
            Warnings = warnings,
        };
    }
}
