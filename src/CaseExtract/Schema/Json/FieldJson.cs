using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary>What every value carries: its confidence and its evidence.</summary>
/// <param name="Confidence">Probability that the value is right.</param>
/// <param name="Evidence">The quotations it rests on.</param>
internal readonly record struct FieldBasis(double Confidence, IReadOnlyList<Evidence> Evidence);

/// <summary>A value of the record as JSON: what every value carries stands behind the keys of its own.</summary>
internal static class FieldJson
{
    /// <summary>What every value carries, beside the keys that <paramref name="readKey"/> knows.</summary>
    public static FieldBasis ReadField(this RecordInput input, Func<string, bool> readKey)
    {
        double? confidence = null;
        IReadOnlyList<Evidence>? evidence = null;
        input.ReadObject(key =>
        {
            switch (key)
            {
                case "confidence": confidence = input.Number(); break;
                case "evidence": evidence = input.List(ReadEvidence); break;
                default: return readKey(key);
            }

            return true;
        });
        return new FieldBasis(input.Required(confidence, "confidence"), input.Required(evidence, "evidence"));
    }

    /// <summary>A value that is one word of a vocabulary.</summary>
    public static (string Value, FieldBasis Basis) ReadWord(this RecordInput input)
    {
        string? value = null;
        var basis = input.ReadField(key =>
        {
            if (key != "value")
            {
                return false;
            }

            value = input.Text();
            return true;
        });
        return (input.Required(value, "value"), basis);
    }

    public static Evidence ReadEvidence(RecordInput input)
    {
        int? start = null, end = null;
        string? text = null, section = null;
        input.ReadObject(key =>
        {
            switch (key)
            {
                case "start": start = input.Whole(); break;
                case "end": end = input.Whole(); break;
                case "text": text = input.Text(); break;
                case "section": section = input.Text(); break;
                default: return false;
            }

            return true;
        });
        return new Evidence(input.Required(start, "start"), input.Required(end, "end"), input.Required(text, "text"), input.Required(section, "section"));
    }

    /// <summary>Writes a value that is one word of a vocabulary.</summary>
    public static void WriteWord(this JsonWriter json, string value, FieldValue field)
    {
        json.WriteStartObject();
        json.WriteText("value", value);
        json.WriteEndField(field);
    }

    /// <summary>Writes what every value ends with, and closes its object.</summary>
    public static void WriteEndField(this JsonWriter json, FieldValue field)
    {
        json.WriteKey("confidence");
        json.WriteValue(field.Confidence);
        json.WriteList("evidence", field.Evidence, WriteEvidence);
        json.WriteEndObject();
    }

    public static void WriteEvidence(JsonWriter json, Evidence evidence)
    {
        json.WriteStartObject();
        json.WriteWhole("start", evidence.Start);
        json.WriteWhole("end", evidence.End);
        json.WriteText("text", evidence.Text);
        json.WriteText("section", evidence.Section);
        json.WriteEndObject();
    }
}
