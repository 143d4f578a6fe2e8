using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary>What the tumour is, as JSON: <c>primaryTumour</c>, <c>histology</c> and their codes.</summary>
internal static class TumourJson
{
    public static PrimaryTumour ReadPrimary(RecordInput input)
    {
        TopographyCode? site = null;
        MorphologyCode? histology = null;
        string? laterality = null, text = null;
        var basis = input.ReadField(key =>
        {
            switch (key)
            {
                case "site": site = input.Optional(ReadTopography); break;
                case "laterality": laterality = input.OptionalText(); break;
                case "histology": histology = input.Optional(ReadMorphology); break;
                case "text": text = input.OptionalText(); break;
                default: return false;
            }

            return true;
        });
        return new PrimaryTumour
        {
            Site = site,
            Laterality = laterality,
            Histology = histology,
            Text = text,
            Confidence = basis.Confidence,
            Evidence = basis.Evidence,
        };
    }

    public static void WritePrimary(JsonWriter json, PrimaryTumour tumour)
    {
        json.WriteStartObject();
        json.WriteOptional("site", tumour.Site, WriteTopography);
        json.WriteText("laterality", tumour.Laterality);
        json.WriteOptional("histology", tumour.Histology, WriteMorphology);
        json.WriteText("text", tumour.Text);
        json.WriteEndField(tumour);
    }

    public static Histology ReadHistology(RecordInput input)
    {
        string? code = null, behaviour = null, display = null, grade = null, text = null;
        var basis = input.ReadField(key =>
        {
            switch (key)
            {
                case "code": code = input.OptionalText(); break;
                case "behaviour": behaviour = input.OptionalText(); break;
                case "display": display = input.OptionalText(); break;
                case "grade": grade = input.OptionalText(); break;
                case "text": text = input.OptionalText(); break;
                default: return false;
            }

            return true;
        });
        return new Histology
        {
            Code = code,
            Behaviour = behaviour,
            Display = display,
            Grade = grade,
            Text = text,
            Confidence = basis.Confidence,
            Evidence = basis.Evidence,
        };
    }

    public static void WriteHistology(JsonWriter json, Histology histology)
    {
        json.WriteStartObject();
        json.WriteText("code", histology.Code);
        json.WriteText("behaviour", histology.Behaviour);
        json.WriteText("display", histology.Display);
        json.WriteText("grade", histology.Grade);
        json.WriteText("text", histology.Text);
        json.WriteEndField(histology);
    }

    private static TopographyCode ReadTopography(RecordInput input)
    {
        string? code = null, display = null;
        input.ReadObject(key =>
        {
            switch (key)
            {
                case "code": code = input.Text(); break;
                case "display": display = input.Text(); break;
                default: return false;
            }

            return true;
        });
        return new TopographyCode(input.Required(code, "code"), input.Required(display, "display"));
    }

    private static void WriteTopography(JsonWriter json, TopographyCode site)
    {
        json.WriteStartObject();
        json.WriteText("code", site.Code);
        json.WriteText("display", site.Display);
        json.WriteEndObject();
    }

    private static MorphologyCode ReadMorphology(RecordInput input)
    {
        string? code = null, behaviour = null, display = null;
        input.ReadObject(key =>
        {
            switch (key)
            {
                case "code": code = input.OptionalText(); break;
                case "behaviour": behaviour = input.OptionalText(); break;
                case "display": display = input.Text(); break;
                default: return false;
            }

            return true;
        });
        return new MorphologyCode(code, behaviour, input.Required(display, "display"));
    }

    private static void WriteMorphology(JsonWriter json, MorphologyCode histology)
    {
        json.WriteStartObject();
        json.WriteText("code", histology.Code);
        json.WriteText("behaviour", histology.Behaviour);
        json.WriteText("display", histology.Display);
        json.WriteEndObject();
    }
}
