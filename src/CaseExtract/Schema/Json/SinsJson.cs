using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary><c>sins</c> as JSON.</summary>
internal static class SinsJson
{
    public static Sins Read(RecordInput input)
    {
        int? lower = null, upper = null;
        string? stability = null;
        bool? isStated = null;
        IReadOnlyList<SinsComponent>? components = null;
        var basis = input.ReadField(key =>
        {
            switch (key)
            {
                case "lower": lower = input.Whole(); break;
                case "upper": upper = input.Whole(); break;
                case "stability": stability = input.OptionalText(); break;
                case "isStated": isStated = input.Truth(); break;
                case "components": components = input.List(ReadComponent); break;
                default: return false;
            }

            return true;
        });
        return new Sins
        {
            Lower = input.Required(lower, "lower"),
            Upper = input.Required(upper, "upper"),
            Stability = stability,
            IsStated = input.Required(isStated, "isStated"),
            Components = input.Required(components, "components"),
            Confidence = basis.Confidence,
            Evidence = basis.Evidence,
        };
    }

    public static void Write(JsonWriter json, Sins sins)
    {
        json.WriteStartObject();
        json.WriteWhole("lower", sins.Lower);
        json.WriteWhole("upper", sins.Upper);
        json.WriteText("stability", sins.Stability);
        json.WriteTruth("isStated", sins.IsStated);
        json.WriteList("components", sins.Components, WriteComponent);
        json.WriteEndField(sins);
    }

    private static SinsComponent ReadComponent(RecordInput input)
    {
        string? component = null;
        int? lower = null, upper = null;
        IReadOnlyList<Evidence>? evidence = null;
        input.ReadObject(key =>
        {
            switch (key)
            {
                case "component": component = input.Text(); break;
                case "lower": lower = input.Whole(); break;
                case "upper": upper = input.Whole(); break;
                case "evidence": evidence = input.List(FieldJson.ReadEvidence); break;
                default: return false;
            }

            return true;
        });
        return new SinsComponent
        {
            Component = input.Required(component, "component"),
            Lower = input.Required(lower, "lower"),
            Upper = input.Required(upper, "upper"),
            Evidence = input.Required(evidence, "evidence"),
        };
    }

    private static void WriteComponent(JsonWriter json, SinsComponent component)
    {
        json.WriteStartObject();
        json.WriteText("component", component.Component);
        json.WriteWhole("lower", component.Lower);
        json.WriteWhole("upper", component.Upper);
        json.WriteList("evidence", component.Evidence, FieldJson.WriteEvidence);
        json.WriteEndObject();
    }
}
