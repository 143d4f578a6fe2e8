namespace CaseExtract.Pages.View;

/// <summary>How the evidence of a field is marked: fields that belong together share a colour and differ in their line.</summary>
/// <param name="Key">The field.</param>
/// <param name="Name">What the page calls it.</param>
/// <param name="Family">The colour, by the name it has in the style sheet.</param>
/// <param name="Line">The line: <c>solid</c>, <c>dashed</c>, <c>dotted</c> or <c>mixed</c>.</param>
internal sealed record FieldMark(string Key, string Name, string Family, string Line)
{
    /// <summary>All fields, in the order of <see cref="Words.RecordFields"/>. More colours than eight are not told apart, with or without full colour sight.</summary>
    public static IReadOnlyList<FieldMark> All { get; } =
    [
        new("age", "age", "patient", "solid"),
        new("sex", "sex", "patient", "dotted"),
        new("primaryTumour", "primary tumour", "tumour", "solid"),
        new("priorSurgeries", "prior surgery", "treatment", "dotted"),
        new("presentation", "presentation", "presentation", "solid"),
        new("spinalLevels", "spinal level", "place", "solid"),
        new("lesion.compartment", "compartment", "place", "dashed"),
        new("lesion.cordCompression", "cord compression", "place", "dotted"),
        new("imagingSignals", "imaging", "imaging", "solid"),
        new("procedures", "procedure", "treatment", "solid"),
        new("extent", "extent", "treatment", "dashed"),
        new("histology", "histology", "tumour", "dashed"),
        new("lesion.origin", "origin", "tumour", "dotted"),
        new("adjuvants", "adjuvant", "treatment", "mixed"),
        new("ageAtDiagnosis", "age at diagnosis", "patient", "dashed"),
        new("metastasisTiming", "metastasis", "tumour", "mixed"),
        new("recurrence", "recurrence", "course", "solid"),
        new("followUp", "follow-up", "course", "dotted"),
        new("outcome.vitalStatus", "vital status", "course", "dashed"),
        new("outcome.disease", "disease", "course", "mixed"),
        new("outcome.neurology", "neurology", "presentation", "dashed"),
        new("outcome.localRecurrence", "local recurrence", "presentation", "dotted"),
        new("scales", "scale", "scale", "solid"),
        new("sins", "SINS", "scale", "dashed"),
    ];
}
