using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary>Who the patient is and came with, as JSON: <c>age</c>, <c>sex</c>, <c>presentation</c>.</summary>
internal static class PatientJson
{
    public static Age ReadAge(RecordInput input)
    {
        double? value = null, years = null;
        string? unit = null;
        var approximate = false;
        var basis = input.ReadField(key =>
        {
            switch (key)
            {
                case "value": value = input.Number(); break;
                case "unit": unit = input.Text(); break;
                case "years": years = input.Number(); break;
                case "approximate": approximate = input.Truth(); break;
                default: return false;
            }

            return true;
        });
        return new Age
        {
            Value = input.Required(value, "value"),
            Unit = input.Required(unit, "unit"),
            Years = input.Required(years, "years"),
            Approximate = approximate,
            Confidence = basis.Confidence,
            Evidence = basis.Evidence,
        };
    }

    public static void WriteAge(JsonWriter json, Age age)
    {
        json.WriteStartObject();
        json.WriteNumber("value", age.Value);
        json.WriteText("unit", age.Unit);
        json.WriteKey("years");
        json.WriteValue(age.Years);
        json.WriteTruth("approximate", age.Approximate);
        json.WriteEndField(age);
    }

    public static Sex ReadSex(RecordInput input)
    {
        var (value, basis) = input.ReadWord();
        return new Sex { Value = value, Confidence = basis.Confidence, Evidence = basis.Evidence };
    }

    public static void WriteSex(JsonWriter json, Sex sex) => json.WriteWord(sex.Value, sex);

    public static PresentingFeature ReadFeature(RecordInput input)
    {
        string? term = null;
        IReadOnlyList<string> modifiers = [];
        var basis = input.ReadField(key =>
        {
            switch (key)
            {
                case "term": term = input.Text(); break;
                case "modifiers": modifiers = input.Texts(); break;
                default: return false;
            }

            return true;
        });
        return new PresentingFeature { Term = input.Required(term, "term"), Modifiers = modifiers, Confidence = basis.Confidence, Evidence = basis.Evidence };
    }

    public static void WriteFeature(JsonWriter json, PresentingFeature feature)
    {
        json.WriteStartObject();
        json.WriteText("term", feature.Term);
        json.WriteTexts("modifiers", feature.Modifiers);
        json.WriteEndField(feature);
    }
}
