using Newtonsoft.Json;

namespace CaseExtract.Schema;

/// <summary>What lies between the events of the story, as JSON: <c>ageAtDiagnosis</c>, <c>metastasisTiming</c>, <c>recurrence</c>, <c>followUp</c>.</summary>
internal static class TimeJson
{
    public static AgeAtDiagnosis ReadAgeAtDiagnosis(RecordInput input)
    {
        double? years = null;
        string? basis = null;
        var field = input.ReadField(key =>
        {
            switch (key)
            {
                case "years": years = input.Number(); break;
                case "basis": basis = input.Text(); break;
                default: return false;
            }

            return true;
        });
        return new AgeAtDiagnosis
        {
            Years = input.Required(years, "years"),
            Basis = input.Required(basis, "basis"),
            Confidence = field.Confidence,
            Evidence = field.Evidence,
        };
    }

    public static void WriteAgeAtDiagnosis(JsonWriter json, AgeAtDiagnosis age)
    {
        json.WriteStartObject();
        json.WriteNumber("years", age.Years);
        json.WriteText("basis", age.Basis);
        json.WriteEndField(age);
    }

    public static MetastasisTiming ReadMetastasisTiming(RecordInput input)
    {
        string? value = null, basis = null;
        double? months = null;
        var field = input.ReadField(key =>
        {
            switch (key)
            {
                case "value": value = input.Text(); break;
                case "monthsAfterPrimary": months = input.OptionalNumber(); break;
                case "basis": basis = input.Text(); break;
                default: return false;
            }

            return true;
        });
        return new MetastasisTiming
        {
            Value = input.Required(value, "value"),
            MonthsAfterPrimary = months,
            Basis = input.Required(basis, "basis"),
            Confidence = field.Confidence,
            Evidence = field.Evidence,
        };
    }

    public static void WriteMetastasisTiming(JsonWriter json, MetastasisTiming timing)
    {
        json.WriteStartObject();
        json.WriteText("value", timing.Value);
        json.WriteNumber("monthsAfterPrimary", timing.MonthsAfterPrimary);
        json.WriteText("basis", timing.Basis);
        json.WriteEndField(timing);
    }

    public static Recurrence ReadRecurrence(RecordInput input)
    {
        string? value = null, site = null;
        var field = input.ReadField(key =>
        {
            switch (key)
            {
                case "value": value = input.Text(); break;
                case "site": site = input.OptionalText(); break;
                default: return false;
            }

            return true;
        });
        return new Recurrence { Value = input.Required(value, "value"), Site = site, Confidence = field.Confidence, Evidence = field.Evidence };
    }

    public static void WriteRecurrence(JsonWriter json, Recurrence recurrence)
    {
        json.WriteStartObject();
        json.WriteText("value", recurrence.Value);
        json.WriteText("site", recurrence.Site);
        json.WriteEndField(recurrence);
    }

    public static FollowUp ReadFollowUp(RecordInput input)
    {
        double? months = null;
        var field = input.ReadField(key =>
        {
            if (key != "months")
            {
                return false;
            }

            months = input.Number();
            return true;
        });
        return new FollowUp { Months = input.Required(months, "months"), Confidence = field.Confidence, Evidence = field.Evidence };
    }

    public static void WriteFollowUp(JsonWriter json, FollowUp followUp)
    {
        json.WriteStartObject();
        json.WriteNumber("months", followUp.Months);
        json.WriteEndField(followUp);
    }
}
