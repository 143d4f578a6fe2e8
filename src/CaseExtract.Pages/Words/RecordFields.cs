using CaseExtract.Schema;

namespace CaseExtract.Pages.Words;

/// <summary>A value of a field in words.</summary>
/// <param name="Words">The value with its code.</param>
/// <param name="Field">The value itself, with confidence and evidence.</param>
public sealed record RecordValue(string Words, FieldValue Field)
{
    /// <summary>The value without its code.</summary>
    public string Name { get; init; } = Words;

    /// <summary>Its code or codes; <see langword="null"/> where it has none.</summary>
    public string? Code { get; init; }
}

/// <summary>A field of a record with its values in words.</summary>
/// <param name="Key">Its key in the record, such as <c>age</c> or <c>lesion.origin</c>; an explanation calls it the same.</param>
/// <param name="Label">What people call it; the parts of the outcome share theirs.</param>
/// <param name="Values">In the order of the record; empty where the report states none.</param>
public sealed record RecordField(string Key, string Label, IReadOnlyList<RecordValue> Values);

/// <summary>All fields of a case record as a person wants to read them, whether or not they have a value.</summary>
public static class RecordFields
{
    /// <summary>The fields, in the order a clinician tells a case.</summary>
    public static IReadOnlyList<RecordField> Of(CaseRecord record) =>
    [
        One("age", "age", record.Age, PeopleWords.Age),
        One("sex", "sex", record.Sex, sex => sex.Value),
        new("primaryTumour", "primary tumour", record.PrimaryTumour is { } tumour
            ? [new RecordValue(PeopleWords.PrimaryTumour(tumour), tumour) { Name = PeopleWords.PrimaryTumourName(tumour), Code = PeopleWords.PrimaryTumourCode(tumour) }]
            : []),
        Many("priorSurgeries", "prior surgery", record.PriorSurgeries, PeopleWords.PriorSurgery),
        Many("presentation", "presentation", record.Presentation, PeopleWords.PresentingFeature),
        Many("spinalLevels", "spinal level", record.SpinalLevels, level => level.Level),
        One("lesion.compartment", "compartment", record.Lesion.Compartment, compartment => compartment.Value),
        One("lesion.cordCompression", "cord compression", record.Lesion.CordCompression, PeopleWords.CordCompression),
        Many("imagingSignals", "imaging", record.ImagingSignals, PeopleWords.ImagingSignal),
        Many("procedures", "procedure", record.Procedures, PeopleWords.Procedure),
        One("extent", "extent", record.Extent, extent => extent.Value),
        new("histology", "histology", record.Histology is { } histology
            ? [new RecordValue(PeopleWords.Histology(histology), histology)
                { Name = PeopleWords.HistologyName(histology), Code = PeopleWords.MorphologyCode(histology.Code, histology.Behaviour) }]
            : []),
        One("lesion.origin", "origin", record.Lesion.Origin, origin => origin.Value),
        Many("adjuvants", "adjuvant", record.Adjuvants, adjuvant => adjuvant.Kind),
        One("ageAtDiagnosis", "age at diagnosis", record.AgeAtDiagnosis, PeopleWords.AgeAtDiagnosis),
        One("metastasisTiming", "metastasis", record.MetastasisTiming, PeopleWords.MetastasisTiming),
        One("recurrence", "recurrence", record.Recurrence, PeopleWords.Recurrence),
        One("followUp", "follow-up", record.FollowUp, PeopleWords.FollowUp),
        One("outcome.vitalStatus", "outcome", record.Outcome?.VitalStatus, PeopleWords.VitalStatus),
        One("outcome.disease", "outcome", record.Outcome?.Disease, disease => $"disease {disease.Value}"),
        One("outcome.neurology", "outcome", record.Outcome?.Neurology, neurology => $"neurology {neurology.Value}"),
        One("outcome.localRecurrence", "outcome", record.Outcome?.LocalRecurrence, recurrence => $"local recurrence {recurrence.Value}"),
        Many("scales", "scale", record.Scales, PeopleWords.Scale),
        One("sins", "SINS", record.Sins, PeopleWords.Sins),
    ];

    private static RecordField One<T>(string key, string label, T? value, Func<T, string> words)
        where T : FieldValue => new(key, label, value is null ? [] : [new RecordValue(words(value), value)]);

    private static RecordField Many<T>(string key, string label, IReadOnlyList<T> values, Func<T, string> words)
        where T : FieldValue => new(key, label, [.. values.Select(value => new RecordValue(words(value), value))]);
}
