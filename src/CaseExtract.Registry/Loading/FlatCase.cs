using CaseExtract.Registry.Store;

namespace CaseExtract.Registry.Loading;

/// <summary>The document of a record as it stands in JSON.</summary>
internal sealed class ParsedDocument
{
    public string? Id { get; set; }

    public string? Path { get; set; }

    public string? Sha256 { get; set; }

    public string? MediaType { get; set; }

    public string? Title { get; set; }

    public long? Length { get; set; }
}

/// <summary>One value of a field as the registry keeps it.</summary>
internal readonly record struct FlatValue(string Field, int Ordinal, string? Text, double? Number, string? Code, double? Confidence, ParsedEvidence? Evidence, bool IsCorrected)
{
    /// <summary>The value in one short text, for comparing and for the audit; never a quotation.</summary>
    public string? Shown => Code is null || Field is "scales" or "imagingSignals"
        ? string.Join(' ', ((string?[])[Code, Text ?? Number?.ToString(System.Globalization.CultureInfo.InvariantCulture)]).OfType<string>())
        : Code;
}

/// <summary>A record laid out flat: a cell for each column, and a row for each value.</summary>
internal sealed class FlatCase(IReadOnlySet<string>? corrected = null)
{
    public string? CaseId { get; set; }

    public ParsedDocument Document { get; } = new();

    /// <summary>A cell for each of <see cref="CaseColumn.All"/>.</summary>
    public Cell[] Cells { get; } = new Cell[CaseColumn.All.Count];

    public List<FlatValue> Values { get; } = new(32);

    public long LevelMask { get; private set; }

    public long ProcedureLevelMask { get; private set; }

    /// <summary>Whether people corrected something of it.</summary>
    public bool IsCorrected => corrected is { Count: > 0 };

    /// <summary>A word of a list of words, which has neither confidence nor evidence of its own.</summary>
    public void AddWord(string field, int ordinal, string word)
    {
        Append(field == "warnings" ? CaseColumn.Warnings : CaseColumn.SpinalRegions, word);
        if (field != "warnings")
        {
            Row(field, ordinal, new ParsedValue(), text: word);
        }
    }

    /// <summary>A value of a field: into its columns and its rows.</summary>
    public void Add(string field, int ordinal, ParsedValue value)
    {
        switch (field)
        {
            case "age": Single(field, value, CaseColumn.AgeConfidence, number: (CaseColumn.AgeYears, value.Years)); Set(CaseColumn.AgeApproximate, value.Approximate); break;
            case "sex": Single(field, value, CaseColumn.SexConfidence, (CaseColumn.Sex, value.Value)); break;
            case "primaryTumour": AddPrimary(value); break;
            case "priorSurgeries": AddPriorSurgery(ordinal, value); break;
            case "spinalLevels": AddLevel(ordinal, value); break;
            case "imagingSignals": AddSignal(ordinal, value); break;
            case "procedures": AddProcedure(ordinal, value); break;
            case "extent": Single(field, value, CaseColumn.ExtentConfidence, (CaseColumn.Extent, value.Value)); break;
            case "histology": AddHistology(value); break;
            case "lesion.origin": Single(field, value, CaseColumn.OriginConfidence, (CaseColumn.Origin, value.Value)); break;
            case "lesion.compartment": Single(field, value, CaseColumn.CompartmentConfidence, (CaseColumn.Compartment, value.Value)); break;
            case "lesion.cordCompression": Single(field, value, CaseColumn.CordCompressionConfidence, (CaseColumn.CordCompression, value.Value)); Set(CaseColumn.CordCompressionSeverity, value.Severity); break;
            case "presentation": Member(field, ordinal, value, CaseColumn.Presentation, value.Term); break;
            case "adjuvants": Member(field, ordinal, value, CaseColumn.Adjuvants, value.Kind); break;
            case "ageAtDiagnosis": Single(field, value, CaseColumn.AgeAtDiagnosisConfidence, number: (CaseColumn.AgeAtDiagnosis, value.Years)); break;
            case "metastasisTiming": Single(field, value, CaseColumn.MetastasisTimingConfidence, (CaseColumn.MetastasisTiming, value.Value), (CaseColumn.MonthsAfterPrimary, value.Months)); break;
            case "recurrence": Single(field, value, CaseColumn.RecurrenceConfidence, (CaseColumn.Recurrence, value.Value)); Set(CaseColumn.RecurrenceSite, value.Place); break;
            case "followUp": Single(field, value, CaseColumn.FollowUpConfidence, number: (CaseColumn.FollowUpMonths, value.Months)); break;
            case "outcome.vitalStatus": Single(field, value, CaseColumn.VitalStatusConfidence, (CaseColumn.VitalStatus, value.Value)); Set(CaseColumn.CauseOfDeath, value.Cause); break;
            case "outcome.disease": Single(field, value, CaseColumn.DiseaseStatusConfidence, (CaseColumn.DiseaseStatus, value.Value)); break;
            case "outcome.neurology": Single(field, value, CaseColumn.NeurologyConfidence, (CaseColumn.Neurology, value.Value)); break;
            case "outcome.localRecurrence": Single(field, value, CaseColumn.LocalRecurrenceConfidence, (CaseColumn.LocalRecurrence, value.Value)); break;
            case "scales": AddScale(ordinal, value); break;
            case "sins": AddSins(value); break;
            default: throw new ArgumentOutOfRangeException(nameof(field));
        }
    }

    private void AddPrimary(ParsedValue value)
    {
        Set(CaseColumn.PrimaryConfidence, value.Confidence);
        Set(CaseColumn.PrimaryLaterality, value.Laterality);
        if (value.Text is not null)
        {
            Row("primaryTumour", 0, value, text: value.Text);
        }

        if (value.Site is { Code: not null } site)
        {
            Set(CaseColumn.PrimarySiteCode, site.Code);
            Set(CaseColumn.PrimarySite, site.Display);
            Row("primaryTumour.site", 0, value, text: site.Display, code: site.Code);
        }

        if (value.Histology is { Code: not null } histology)
        {
            Set(CaseColumn.PrimaryHistologyCode, histology.Code);
            Set(CaseColumn.PrimaryHistology, histology.Display);
            Row("primaryTumour.histology", 0, value, text: histology.Display, code: histology.Code);
        }

        if (value.Laterality is not null)
        {
            Row("primaryTumour.laterality", 0, value, text: value.Laterality);
        }
    }

    private void AddHistology(ParsedValue value)
    {
        Set(CaseColumn.HistologyConfidence, value.Confidence);
        Set(CaseColumn.HistologyCode, value.Code);
        Set(CaseColumn.Histology, value.Display);
        Set(CaseColumn.Behaviour, value.Behaviour);
        Set(CaseColumn.Grade, value.Grade);
        Set(CaseColumn.HistologyText, value.Text);
        Row("histology", 0, value, text: value.Display, code: value.Code);
        if (value.Behaviour is not null)
        {
            Row("histology.behaviour", 0, value, code: value.Behaviour);
        }

        if (value.Grade is not null)
        {
            Row("histology.grade", 0, value, text: value.Grade);
        }
    }

    private void AddPriorSurgery(int ordinal, ParsedValue value)
    {
        Append(CaseColumn.PriorSurgeries, value.Term);
        if (Cells[CaseColumn.PriorMonths.Index].Kind == CellKind.Null)
        {
            Set(CaseColumn.PriorMonths, value.Months);
        }

        Row("priorSurgeries", ordinal, value, text: value.Term, number: value.Months);
    }

    private void AddLevel(int ordinal, ParsedValue value)
    {
        var order = value.Level is not null && Spine.TryParse(value.Level, out var known) ? known : throw new RecordFaultException("spinalLevels: a level that the spine does not have");
        LevelMask |= Spine.Bit(order);
        Append(CaseColumn.SpinalLevels, value.Level);
        Row("spinalLevels", ordinal, value, text: value.Level, number: order);
    }

    private void AddSignal(int ordinal, ParsedValue value)
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
            Append(column, value.Value);
        }

        if (measured == "enhancement")
        {
            Append(CaseColumn.EnhancementPattern, value.Pattern);
        }

        Row("imagingSignals", ordinal, value, text: value.Value, code: measured);
    }

    private void AddProcedure(int ordinal, ParsedValue value)
    {
        foreach (var level in value.Levels ?? [])
        {
            if (Spine.TryParse(level, out var order) && (ProcedureLevelMask & Spine.Bit(order)) == 0)
            {
                ProcedureLevelMask |= Spine.Bit(order);
                Append(CaseColumn.ProcedureLevels, level);
            }
        }

        Member("procedures", ordinal, value, CaseColumn.Procedures, value.Term);
    }

    private void AddScale(int ordinal, ParsedValue value)
    {
        Append(CaseColumn.Scales, $"{value.Kind} {value.Value}");
        double? number = double.TryParse(value.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var points) ? points : null;
        Row("scales", ordinal, value, text: value.Value, number: number, code: value.Kind);
    }

    private void AddSins(ParsedValue value)
    {
        Set(CaseColumn.SinsConfidence, value.Confidence);
        Set(CaseColumn.SinsLower, value.Lower);
        Set(CaseColumn.SinsUpper, value.Upper);
        Set(CaseColumn.SinsStability, value.Stability);
        Row("sins", 0, value, text: value.Stability, number: value.Lower);
    }

    private void Single(string field, ParsedValue value, CaseColumn confidence, (CaseColumn Column, string? Text)? word = null, (CaseColumn Column, double? Value)? number = null)
    {
        Set(confidence, value.Confidence);
        if (word is { } text)
        {
            Set(text.Column, text.Text);
        }

        if (number is { } figure)
        {
            Set(figure.Column, figure.Value);
        }

        Row(field, 0, value, text: word?.Text, number: number?.Value);
    }

    private void Member(string field, int ordinal, ParsedValue value, CaseColumn column, string? member)
    {
        Append(column, member);
        Row(field, ordinal, value, text: member);
    }

    private void Row(string field, int ordinal, ParsedValue value, string? text = null, double? number = null, string? code = null)
    {
        // a key that stands twice would begin its list anew
        if (ordinal == 0 && Values.Exists(row => row.Field == field))
        {
            throw new RecordFaultException($"the key {field} stands twice");
        }

        var isCorrected = corrected?.Contains(field) ?? false;
        Values.Add(new FlatValue(field, ordinal, text, number, code, isCorrected ? 1 : value.Confidence, value.Evidence, isCorrected));
    }

    private void Set(CaseColumn column, Cell cell) => Cells[column.Index] = cell;

    /// <summary>A semicolon separates members, so one inside a member becomes a comma here; the rows have it as it is.</summary>
    private void Append(CaseColumn column, string? member)
    {
        if (!string.IsNullOrEmpty(member))
        {
            ref var cell = ref Cells[column.Index];
            cell = string.Concat(cell.Text ?? ";", Separable(member), ";");
        }
    }

    /// <summary>A member as it stands in a list.</summary>
    public static string Separable(string member) => member.Contains(';', StringComparison.Ordinal) ? member.Replace(';', ',') : member;
}
