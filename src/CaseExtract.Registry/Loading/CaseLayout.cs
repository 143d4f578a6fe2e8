using System.Globalization;
using CaseExtract.Registry.Store;

namespace CaseExtract.Registry.Loading;

/// <summary>Where the values of each field go in a flat case: into which columns, and into rows of which field.</summary>
internal static class CaseLayout
{
    /// <summary>A word of a list of words, which has neither confidence nor evidence of its own.</summary>
    public static void AddWord(FlatCase flat, string field, int ordinal, string word)
    {
        flat.Append(field == "warnings" ? CaseColumn.Warnings : CaseColumn.SpinalRegions, word);
        if (field != "warnings")
        {
            flat.AddRow(field, ordinal, new ParsedValue(), text: word);
        }
    }

    /// <summary>A value of a field: into its columns and its rows.</summary>
    public static void Add(FlatCase flat, string field, int ordinal, in ParsedValue value)
    {
        switch (field)
        {
            case "age": Single(flat, field, value, CaseColumn.AgeConfidence, number: (CaseColumn.AgeYears, value.Years)); flat.Set(CaseColumn.AgeApproximate, value.Approximate); break;
            case "sex": Single(flat, field, value, CaseColumn.SexConfidence, (CaseColumn.Sex, value.Value)); break;
            case "primaryTumour": AddPrimary(flat, value); break;
            case "priorSurgeries": AddPriorSurgery(flat, ordinal, value); break;
            case "spinalLevels": AddLevel(flat, ordinal, value); break;
            case "imagingSignals": AddSignal(flat, ordinal, value); break;
            case "procedures": AddProcedure(flat, ordinal, value); break;
            case "extent": Single(flat, field, value, CaseColumn.ExtentConfidence, (CaseColumn.Extent, value.Value)); break;
            case "histology": AddHistology(flat, value); break;
            case "lesion.origin": Single(flat, field, value, CaseColumn.OriginConfidence, (CaseColumn.Origin, value.Value)); break;
            case "lesion.compartment": Single(flat, field, value, CaseColumn.CompartmentConfidence, (CaseColumn.Compartment, value.Value)); break;
            case "lesion.cordCompression": Single(flat, field, value, CaseColumn.CordCompressionConfidence, (CaseColumn.CordCompression, value.Value)); flat.Set(CaseColumn.CordCompressionSeverity, value.Severity); break;
            case "presentation": Member(flat, field, ordinal, value, CaseColumn.Presentation, value.Term); break;
            case "adjuvants": Member(flat, field, ordinal, value, CaseColumn.Adjuvants, value.Kind); break;
            case "ageAtDiagnosis": Single(flat, field, value, CaseColumn.AgeAtDiagnosisConfidence, number: (CaseColumn.AgeAtDiagnosis, value.Years)); break;
            case "metastasisTiming": Single(flat, field, value, CaseColumn.MetastasisTimingConfidence, (CaseColumn.MetastasisTiming, value.Value), (CaseColumn.MonthsAfterPrimary, value.Months)); break;
            case "recurrence": Single(flat, field, value, CaseColumn.RecurrenceConfidence, (CaseColumn.Recurrence, value.Value)); flat.Set(CaseColumn.RecurrenceSite, value.Place); break;
            case "followUp": Single(flat, field, value, CaseColumn.FollowUpConfidence, number: (CaseColumn.FollowUpMonths, value.Months)); break;
            case "outcome.vitalStatus": Single(flat, field, value, CaseColumn.VitalStatusConfidence, (CaseColumn.VitalStatus, value.Value)); flat.Set(CaseColumn.CauseOfDeath, value.Cause); break;
            case "outcome.disease": Single(flat, field, value, CaseColumn.DiseaseStatusConfidence, (CaseColumn.DiseaseStatus, value.Value)); break;
            case "outcome.neurology": Single(flat, field, value, CaseColumn.NeurologyConfidence, (CaseColumn.Neurology, value.Value)); break;
            case "outcome.localRecurrence": Single(flat, field, value, CaseColumn.LocalRecurrenceConfidence, (CaseColumn.LocalRecurrence, value.Value)); break;
            case "scales": AddScale(flat, ordinal, value); break;
            case "sins": AddSins(flat, value); break;
            default: throw new ArgumentOutOfRangeException(nameof(field));
        }
    }

    private static void AddPrimary(FlatCase flat, in ParsedValue value)
    {
        flat.Set(CaseColumn.PrimaryConfidence, value.Confidence);
        flat.Set(CaseColumn.PrimaryLaterality, value.Laterality);
        if (value.Text is not null)
        {
            flat.AddRow("primaryTumour", 0, value, text: value.Text);
        }

        if (value.Site is { Code: not null } site)
        {
            flat.Set(CaseColumn.PrimarySiteCode, site.Code);
            flat.Set(CaseColumn.PrimarySite, site.Display);
            flat.AddRow("primaryTumour.site", 0, value, text: site.Display, code: site.Code);
        }

        if (value.Histology is { Code: not null } histology)
        {
            flat.Set(CaseColumn.PrimaryHistologyCode, histology.Code);
            flat.Set(CaseColumn.PrimaryHistology, histology.Display);
            flat.AddRow("primaryTumour.histology", 0, value, text: histology.Display, code: histology.Code);
        }

        if (value.Laterality is not null)
        {
            flat.AddRow("primaryTumour.laterality", 0, value, text: value.Laterality);
        }
    }

    private static void AddHistology(FlatCase flat, in ParsedValue value)
    {
        flat.Set(CaseColumn.HistologyConfidence, value.Confidence);
        flat.Set(CaseColumn.HistologyCode, value.Code);
        flat.Set(CaseColumn.Histology, value.Display);
        flat.Set(CaseColumn.Behaviour, value.Behaviour);
        flat.Set(CaseColumn.Grade, value.Grade);
        flat.Set(CaseColumn.HistologyText, value.Text);
        flat.AddRow("histology", 0, value, text: value.Display, code: value.Code);
        if (value.Behaviour is not null)
        {
            flat.AddRow("histology.behaviour", 0, value, code: value.Behaviour);
        }

        if (value.Grade is not null)
        {
            flat.AddRow("histology.grade", 0, value, text: value.Grade);
        }
    }

    private static void AddPriorSurgery(FlatCase flat, int ordinal, in ParsedValue value)
    {
        flat.Append(CaseColumn.PriorSurgeries, value.Term);
        if (flat.Cells[CaseColumn.PriorMonths.Index].Kind == CellKind.Null)
        {
            flat.Set(CaseColumn.PriorMonths, value.Months);
        }

        flat.AddRow("priorSurgeries", ordinal, value, text: value.Term, number: value.Months);
    }

    private static void AddLevel(FlatCase flat, int ordinal, in ParsedValue value)
    {
        var order = value.Level is not null && Spine.TryParse(value.Level, out var known) ? known : throw new RecordFaultException("spinalLevels: a level that the spine does not have");
        flat.AddLevel(order);
        flat.Append(CaseColumn.SpinalLevels, value.Level);
        flat.AddRow("spinalLevels", ordinal, value, text: value.Level, number: order);
    }

    private static void AddSignal(FlatCase flat, int ordinal, in ParsedValue value)
    {
        // what is measured, and how it looks
        var measured = value.Kind == "signal" ? value.Sequence ?? "signal" : value.Kind;
        var column = measured switch
        {
            "T1" => CaseColumn.T1Signal,
            "T2" => CaseColumn.T2Signal,
            "enhancement" => CaseColumn.Enhancement,
            _ => null,
        };
        if (column is not null)
        {
            flat.Append(column, value.Value);
        }

        if (measured == "enhancement")
        {
            flat.Append(CaseColumn.EnhancementPattern, value.Pattern);
        }

        flat.AddRow("imagingSignals", ordinal, value, text: value.Value, code: measured);
    }

    private static void AddProcedure(FlatCase flat, int ordinal, in ParsedValue value)
    {
        foreach (var level in value.Levels ?? [])
        {
            if (Spine.TryParse(level, out var order) && flat.AddProcedureLevel(order))
            {
                flat.Append(CaseColumn.ProcedureLevels, level);
            }
        }

        Member(flat, "procedures", ordinal, value, CaseColumn.Procedures, value.Term);
    }

    private static void AddScale(FlatCase flat, int ordinal, in ParsedValue value)
    {
        flat.Append(CaseColumn.Scales, $"{value.Kind} {value.Value}");
        double? number = double.TryParse(value.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var points) ? points : null;
        flat.AddRow("scales", ordinal, value, text: value.Value, number: number, code: value.Kind);
    }

    private static void AddSins(FlatCase flat, in ParsedValue value)
    {
        flat.Set(CaseColumn.SinsConfidence, value.Confidence);
        flat.Set(CaseColumn.SinsLower, value.Lower);
        flat.Set(CaseColumn.SinsUpper, value.Upper);
        flat.Set(CaseColumn.SinsStability, value.Stability);
        flat.AddRow("sins", 0, value, text: value.Stability, number: value.Lower);
    }

    private static void Single(FlatCase flat, string field, in ParsedValue value, CaseColumn confidence, (CaseColumn Column, string? Text)? word = null, (CaseColumn Column, double? Value)? number = null)
    {
        flat.Set(confidence, value.Confidence);
        if (word is { } text)
        {
            flat.Set(text.Column, text.Text);
        }

        if (number is { } figure)
        {
            flat.Set(figure.Column, figure.Value);
        }

        flat.AddRow(field, 0, value, text: word?.Text, number: number?.Value);
    }

    private static void Member(FlatCase flat, string field, int ordinal, in ParsedValue value, CaseColumn column, string? member)
    {
        flat.Append(column, member);
        flat.AddRow(field, ordinal, value, text: member);
    }
}
