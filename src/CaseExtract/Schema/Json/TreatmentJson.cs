using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary>What was done, as JSON: <c>priorSurgeries</c>, <c>procedures</c>, <c>extent</c>, <c>adjuvants</c>.</summary>
internal static class TreatmentJson
{
    public static PriorSurgery ReadPriorSurgery(RecordInput input)
    {
        string? term = null, indication = null;
        double? monthsBefore = null;
        IReadOnlyList<string> levels = [];
        var basis = input.ReadField(key =>
        {
            switch (key)
            {
                case "term": term = input.Text(); break;
                case "monthsBefore": monthsBefore = input.OptionalNumber(); break;
                case "indication": indication = input.OptionalText(); break;
                case "levels": levels = input.Texts(); break;
                default: return false;
            }

            return true;
        });
        return new PriorSurgery
        {
            Term = input.Required(term, "term"),
            MonthsBefore = monthsBefore,
            Indication = indication,
            Levels = levels,
            Confidence = basis.Confidence,
            Evidence = basis.Evidence,
        };
    }

    public static void WritePriorSurgery(JsonWriter json, PriorSurgery surgery)
    {
        json.WriteStartObject();
        json.WriteText("term", surgery.Term);
        json.WriteNumber("monthsBefore", surgery.MonthsBefore);
        json.WriteText("indication", surgery.Indication);
        json.WriteTexts("levels", surgery.Levels);
        json.WriteEndField(surgery);
    }

    public static Procedure ReadProcedure(RecordInput input)
    {
        string? term = null, intent = null, approach = null;
        IReadOnlyList<string> levels = [];
        var basis = input.ReadField(key =>
        {
            switch (key)
            {
                case "term": term = input.Text(); break;
                case "intent": intent = input.OptionalText(); break;
                case "approach": approach = input.OptionalText(); break;
                case "levels": levels = input.Texts(); break;
                default: return false;
            }

            return true;
        });
        return new Procedure
        {
            Term = input.Required(term, "term"),
            Intent = intent,
            Approach = approach,
            Levels = levels,
            Confidence = basis.Confidence,
            Evidence = basis.Evidence,
        };
    }

    public static void WriteProcedure(JsonWriter json, Procedure procedure)
    {
        json.WriteStartObject();
        json.WriteText("term", procedure.Term);
        json.WriteText("intent", procedure.Intent);
        json.WriteText("approach", procedure.Approach);
        json.WriteTexts("levels", procedure.Levels);
        json.WriteEndField(procedure);
    }

    public static Extent ReadExtent(RecordInput input)
    {
        var (value, basis) = input.ReadWord();
        return new Extent { Value = value, Confidence = basis.Confidence, Evidence = basis.Evidence };
    }

    public static void WriteExtent(JsonWriter json, Extent extent) => json.WriteWord(extent.Value, extent);

    public static Adjuvant ReadAdjuvant(RecordInput input)
    {
        string? kind = null;
        var basis = input.ReadField(key =>
        {
            if (key != "kind")
            {
                return false;
            }

            kind = input.Text();
            return true;
        });
        return new Adjuvant { Kind = input.Required(kind, "kind"), Confidence = basis.Confidence, Evidence = basis.Evidence };
    }

    public static void WriteAdjuvant(JsonWriter json, Adjuvant adjuvant)
    {
        json.WriteStartObject();
        json.WriteText("kind", adjuvant.Kind);
        json.WriteEndField(adjuvant);
    }
}
