using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary>Where the lesion is and what it does there, as JSON: <c>lesion</c>, <c>spinalLevels</c>, <c>imagingSignals</c>.</summary>
internal static class LesionJson
{
    public static Lesion Read(RecordInput input)
    {
        LesionOrigin? origin = null;
        Compartment? compartment = null;
        CordCompression? cordCompression = null;
        input.ReadObject(key =>
        {
            switch (key)
            {
                case "origin": origin = input.Optional(ReadOrigin); break;
                case "compartment": compartment = input.Optional(ReadCompartment); break;
                case "cordCompression": cordCompression = input.Optional(ReadCordCompression); break;
                default: return false;
            }

            return true;
        });
        return new Lesion { Origin = origin, Compartment = compartment, CordCompression = cordCompression };
    }

    public static void Write(JsonWriter json, Lesion lesion)
    {
        json.WriteStartObject();
        json.WriteOptional("origin", lesion.Origin, static (json, origin) => json.WriteWord(origin.Value, origin));
        json.WriteOptional("compartment", lesion.Compartment, static (json, compartment) => json.WriteWord(compartment.Value, compartment));
        json.WriteOptional("cordCompression", lesion.CordCompression, WriteCordCompression);
        json.WriteEndObject();
    }

    public static SpinalLevelValue ReadLevel(RecordInput input)
    {
        string? level = null, region = null;
        var basis = input.ReadField(key =>
        {
            switch (key)
            {
                case "level": level = input.Text(); break;
                case "region": region = input.Text(); break;
                default: return false;
            }

            return true;
        });
        return new SpinalLevelValue
        {
            Level = input.Required(level, "level"),
            Region = input.Required(region, "region"),
            Confidence = basis.Confidence,
            Evidence = basis.Evidence,
        };
    }

    public static void WriteLevel(JsonWriter json, SpinalLevelValue level)
    {
        json.WriteStartObject();
        json.WriteText("level", level.Level);
        json.WriteText("region", level.Region);
        json.WriteEndField(level);
    }

    public static ImagingSignal ReadSignal(RecordInput input)
    {
        string? modality = null, sequence = null, kind = null, value = null, pattern = null, agent = null;
        var basis = input.ReadField(key =>
        {
            switch (key)
            {
                case "modality": modality = input.OptionalText(); break;
                case "sequence": sequence = input.OptionalText(); break;
                case "kind": kind = input.Text(); break;
                case "value": value = input.Text(); break;
                case "pattern": pattern = input.OptionalText(); break;
                case "agent": agent = input.OptionalText(); break;
                default: return false;
            }

            return true;
        });
        return new ImagingSignal
        {
            Modality = modality,
            Sequence = sequence,
            Kind = input.Required(kind, "kind"),
            Value = input.Required(value, "value"),
            Pattern = pattern,
            Agent = agent,
            Confidence = basis.Confidence,
            Evidence = basis.Evidence,
        };
    }

    public static void WriteSignal(JsonWriter json, ImagingSignal signal)
    {
        json.WriteStartObject();
        json.WriteText("modality", signal.Modality);
        json.WriteText("sequence", signal.Sequence);
        json.WriteText("kind", signal.Kind);
        json.WriteText("value", signal.Value);
        json.WriteText("pattern", signal.Pattern);
        json.WriteText("agent", signal.Agent);
        json.WriteEndField(signal);
    }

    private static LesionOrigin ReadOrigin(RecordInput input)
    {
        var (value, basis) = input.ReadWord();
        return new LesionOrigin { Value = value, Confidence = basis.Confidence, Evidence = basis.Evidence };
    }

    private static Compartment ReadCompartment(RecordInput input)
    {
        var (value, basis) = input.ReadWord();
        return new Compartment { Value = value, Confidence = basis.Confidence, Evidence = basis.Evidence };
    }

    private static CordCompression ReadCordCompression(RecordInput input)
    {
        string? value = null, severity = null;
        var basis = input.ReadField(key =>
        {
            switch (key)
            {
                case "value": value = input.Text(); break;
                case "severity": severity = input.OptionalText(); break;
                default: return false;
            }

            return true;
        });
        return new CordCompression { Value = input.Required(value, "value"), Severity = severity, Confidence = basis.Confidence, Evidence = basis.Evidence };
    }

    private static void WriteCordCompression(JsonWriter json, CordCompression compression)
    {
        json.WriteStartObject();
        json.WriteText("value", compression.Value);
        json.WriteText("severity", compression.Severity);
        json.WriteEndField(compression);
    }
}
