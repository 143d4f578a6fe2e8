using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary><c>outcome</c> as JSON.</summary>
internal static class OutcomeJson
{
    public static Outcome Read(RecordInput input)
    {
        VitalStatus? vitalStatus = null;
        DiseaseStatus? disease = null;
        NeurologicalChange? neurology = null;
        LocalRecurrence? localRecurrence = null;
        input.ReadObject(key =>
        {
            switch (key)
            {
                case "vitalStatus": vitalStatus = input.Optional(ReadVitalStatus); break;
                case "disease": disease = input.Optional(ReadDisease); break;
                case "neurology": neurology = input.Optional(ReadNeurology); break;
                case "localRecurrence": localRecurrence = input.Optional(ReadLocalRecurrence); break;
                default: return false;
            }

            return true;
        });
        return new Outcome { VitalStatus = vitalStatus, Disease = disease, Neurology = neurology, LocalRecurrence = localRecurrence };
    }

    public static void Write(JsonWriter json, Outcome outcome)
    {
        json.WriteStartObject();
        json.WriteOptional("vitalStatus", outcome.VitalStatus, WriteVitalStatus);
        json.WriteOptional("disease", outcome.Disease, static (json, disease) => json.WriteWord(disease.Value, disease));
        json.WriteOptional("neurology", outcome.Neurology, WriteNeurology);
        json.WriteOptional("localRecurrence", outcome.LocalRecurrence, static (json, recurrence) => json.WriteWord(recurrence.Value, recurrence));
        json.WriteEndObject();
    }

    private static VitalStatus ReadVitalStatus(RecordInput input)
    {
        string? value = null, cause = null, basis = null;
        var field = input.ReadField(key =>
        {
            switch (key)
            {
                case "value": value = input.Text(); break;
                case "cause": cause = input.OptionalText(); break;
                case "basis": basis = input.Text(); break;
                default: return false;
            }

            return true;
        });
        return new VitalStatus
        {
            Value = input.Required(value, "value"),
            Cause = cause,
            Basis = input.Required(basis, "basis"),
            Confidence = field.Confidence,
            Evidence = field.Evidence,
        };
    }

    private static void WriteVitalStatus(JsonWriter json, VitalStatus status)
    {
        json.WriteStartObject();
        json.WriteText("value", status.Value);
        json.WriteText("cause", status.Cause);
        json.WriteText("basis", status.Basis);
        json.WriteEndField(status);
    }

    private static DiseaseStatus ReadDisease(RecordInput input)
    {
        var (value, basis) = input.ReadWord();
        return new DiseaseStatus { Value = value, Confidence = basis.Confidence, Evidence = basis.Evidence };
    }

    private static NeurologicalChange ReadNeurology(RecordInput input)
    {
        string? value = null, basis = null;
        var field = input.ReadField(key =>
        {
            switch (key)
            {
                case "value": value = input.Text(); break;
                case "basis": basis = input.Text(); break;
                default: return false;
            }

            return true;
        });
        return new NeurologicalChange
        {
            Value = input.Required(value, "value"),
            Basis = input.Required(basis, "basis"),
            Confidence = field.Confidence,
            Evidence = field.Evidence,
        };
    }

    private static void WriteNeurology(JsonWriter json, NeurologicalChange change)
    {
        json.WriteStartObject();
        json.WriteText("value", change.Value);
        json.WriteText("basis", change.Basis);
        json.WriteEndField(change);
    }

    private static LocalRecurrence ReadLocalRecurrence(RecordInput input)
    {
        var (value, basis) = input.ReadWord();
        return new LocalRecurrence { Value = value, Confidence = basis.Confidence, Evidence = basis.Evidence };
    }
}
