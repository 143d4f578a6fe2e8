using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary>One of <c>scales</c> as JSON.</summary>
internal static class ScaleJson
{
    public static ScaleValue Read(RecordInput input)
    {
        string? kind = null, value = null, time = null;
        var basis = input.ReadField(key =>
        {
            switch (key)
            {
                case "kind": kind = input.Text(); break;
                case "value": value = input.Text(); break;
                case "time": time = input.OptionalText(); break;
                default: return false;
            }

            return true;
        });
        return new ScaleValue
        {
            Kind = input.Required(kind, "kind"),
            Value = input.Required(value, "value"),
            Time = time,
            Confidence = basis.Confidence,
            Evidence = basis.Evidence,
        };
    }

    public static void Write(JsonWriter json, ScaleValue scale)
    {
        json.WriteStartObject();
        json.WriteText("kind", scale.Kind);
        json.WriteText("value", scale.Value);
        json.WriteText("time", scale.Time);
        json.WriteEndField(scale);
    }
}
