using CaseExtract.Models;
using CaseExtract.Registry.Corrections;

namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>What the values of a field are.</summary>
internal enum FieldType
{
    Word,
    Number,
    Topography,
    Morphology,
    Level,
    Date,
    Truth,
}

/// <summary>A field that expressions ask for, and where the registry has it.</summary>
internal sealed class CohortField
{
    private const string ScalePlace = "scales";

    private static readonly CohortField[] Fields =
    [
        new("age", FieldType.Number, "age_years", "age") { Confidence = "age_confidence", Meaning = "age at presentation, years" },
        new("sex", FieldType.Word, "sex", "sex", "sex.value") { Confidence = "sex_confidence", Meaning = "sex" },
        new("primary.site", FieldType.Topography, "primary_site_code", "primaryTumour.site") { PartOf = "primary_confidence", Meaning = "site of the primary tumour, ICD-O-3 topography" },
        new("primary.histology", FieldType.Morphology, "primary_histology_code", "primaryTumour.histology") { PartOf = "primary_confidence", Meaning = "histology of the primary tumour, ICD-O-3.2 morphology" },
        new("laterality", FieldType.Word, "primary_laterality", "primaryTumour.laterality", "primaryTumour.laterality") { PartOf = "primary_confidence", Meaning = "side of the primary tumour" },
        new("histology", FieldType.Morphology, "histology_code", "histology") { PartOf = "histology_confidence", Meaning = "histology of the index lesion, ICD-O-3.2 morphology" },
        new("behaviour", FieldType.Word, "behaviour", "histology.behaviour", "histology.behaviour") { PartOf = "histology_confidence", Rows = "code", Meaning = "behaviour of the index lesion, ICD-O-3" },
        new("origin", FieldType.Word, "origin", "lesion.origin", "lesion.origin.value") { Confidence = "origin_confidence", Meaning = "metastasis, or arisen where it is" },
        new("compartment", FieldType.Word, "compartment", "lesion.compartment", "lesion.compartment.value") { Confidence = "compartment_confidence", Meaning = "place relative to dura and cord" },
        new("cord.compression", FieldType.Word, "cord_compression", "lesion.cordCompression", "lesion.cordCompression.value") { Confidence = "cord_compression_confidence", Meaning = "compression of cord, cauda equina or thecal sac" },
        new("level", FieldType.Level, "level_mask", "spinalLevels") { IsList = true, Meaning = "vertebral levels of the index lesion" },
        new("region", FieldType.Word, "spinal_regions", null, "spinalRegions") { IsList = true, Meaning = "regions of the spine" },
        new("t1", FieldType.Word, "t1_signal", "imagingSignals", "imagingSignals.value") { IsList = true, RowCode = "T1", Meaning = "signal on T1-weighted MRI" },
        new("t2", FieldType.Word, "t2_signal", "imagingSignals", "imagingSignals.value") { IsList = true, RowCode = "T2", Meaning = "signal on T2-weighted MRI" },
        new("enhancement", FieldType.Word, "enhancement", "imagingSignals", "imagingSignals.value") { IsList = true, RowCode = "enhancement", Meaning = "contrast enhancement" },
        new("procedure", FieldType.Word, "procedures", "procedures") { IsList = true, Terms = () => KnownTerms.Procedures, Meaning = "interventions on the index lesion" },
        new("procedure.level", FieldType.Level, "procedure_level_mask", null) { IsList = true, Meaning = "vertebral levels of the interventions" },
        new("prior", FieldType.Word, "prior_surgeries", "priorSurgeries") { IsList = true, Terms = () => KnownTerms.Procedures, Meaning = "operations before the present course" },
        new("prior.months", FieldType.Number, "prior_surgery_months_before", null) { Meaning = "months from the first dated one of them" },
        new("extent", FieldType.Word, "extent", "extent", "extent.value") { Confidence = "extent_confidence", Meaning = "extent of the removal" },
        new("symptom", FieldType.Word, "presentation", "presentation") { IsList = true, Terms = () => KnownTerms.Presentation, Meaning = "symptoms and signs at presentation" },
        new("adjuvant", FieldType.Word, "adjuvants", "adjuvants", "adjuvants.kind") { IsList = true, Meaning = "treatment beside surgery" },
        new("diagnosis.age", FieldType.Number, "age_at_diagnosis", "ageAtDiagnosis") { Confidence = "age_at_diagnosis_confidence", Meaning = "age at the diagnosis of the primary, years" },
        new("timing", FieldType.Word, "metastasis_timing", "metastasisTiming", "metastasisTiming.value") { Confidence = "metastasis_timing_confidence", Meaning = "synchronous or metachronous metastasis" },
        new("timing.months", FieldType.Number, "metastasis_months_after_primary", "metastasisTiming") { Confidence = "metastasis_timing_confidence", Meaning = "months from the primary to the metastasis" },
        new("recurrence", FieldType.Word, "recurrence", "recurrence", "recurrence.value") { Confidence = "recurrence_confidence", Meaning = "disease that came back" },
        new("recurrence.site", FieldType.Word, "recurrence_site", "recurrence", "recurrence.site") { Confidence = "recurrence_confidence", Meaning = "where it came back" },
        new("follow-up", FieldType.Number, "follow_up_months", "followUp") { Confidence = "follow_up_confidence", Meaning = "months of observation" },
        new("vital", FieldType.Word, "vital_status", "outcome.vitalStatus", "outcome.vitalStatus.value") { Confidence = "vital_status_confidence", Meaning = "alive or dead" },
        new("disease", FieldType.Word, "disease_status", "outcome.disease", "outcome.disease.value") { Confidence = "disease_status_confidence", Meaning = "disease at the last information" },
        new("neurology", FieldType.Word, "neurology", "outcome.neurology", "outcome.neurology.value") { Confidence = "neurology_confidence", Meaning = "change of neurological deficits" },
        new("local.recurrence", FieldType.Word, "local_recurrence", "outcome.localRecurrence", "outcome.localRecurrence.value") { Confidence = "local_recurrence_confidence", Meaning = "the index lesion back where it was" },
        new("sins.lower", FieldType.Number, "sins_lower", "sins") { Confidence = "sins_confidence", Meaning = "least instability score" },
        new("sins.upper", FieldType.Number, "sins_upper", "sins") { Confidence = "sins_confidence", Meaning = "greatest instability score" },
        new("stability", FieldType.Word, "sins_stability", "sins", "sins.stability") { Confidence = "sins_confidence", Meaning = "stability by that score" },
        Scale("frankel", FieldType.Word),
        Scale("asia", FieldType.Word),
        Scale("ecog", FieldType.Number),
        Scale("karnofsky", FieldType.Number),
        Scale("mccormick", FieldType.Number),
        Scale("nurick", FieldType.Number),
        Scale("mjoa", FieldType.Number),
        Scale("escc", FieldType.Word),
        Scale("tokuhashi", FieldType.Number),
        Scale("tomita", FieldType.Number),
        Scale("enneking", FieldType.Word),
        Scale("who-grade", FieldType.Number),
        Scale("tnm", FieldType.Word),
        new("case.id", FieldType.Word, "case_id", null) { Meaning = "id of the case" },
        new("document.id", FieldType.Word, "document_id", null) { Meaning = "id of the document" },
        new("corrected", FieldType.Truth, "is_corrected", null) { Meaning = "whether people corrected something" },
        new("added", FieldType.Date, "added_at", null) { Meaning = "when the document was first loaded" },
        new("loaded", FieldType.Date, "loaded_at", null) { Meaning = "when it was loaded as it is" },
    ];

    private static readonly Dictionary<string, CohortField> ByName = Fields.ToDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);

    private CohortField(string name, FieldType type, string column, string? rowField, string? vocabulary = null)
    {
        (Name, Type, Column, RowField) = (name, type, column, rowField);
        Words = vocabulary is null ? [] : RecordVocabulary.Words(vocabulary);
    }

    public static IReadOnlyList<CohortField> All => Fields;

    /// <summary>What expressions call it.</summary>
    public string Name { get; }

    public FieldType Type { get; }

    /// <summary>The words that its values are; empty where any word may be one.</summary>
    public IReadOnlyList<string> Words { get; private init; }

    /// <summary>The terms that the models give it, read when they are asked for: a value may also be one that a person typed. <see langword="null"/> for no terms.</summary>
    public Func<IReadOnlySet<string>>? Terms { get; private init; }

    /// <summary>The column of <c>cases</c> that has it.</summary>
    public string Column { get; }

    /// <summary>The column of <c>cases</c> that has its confidence; <see langword="null"/> where the rows have it, or where it has none.</summary>
    public string? Confidence { get; private init; }

    /// <summary>The column that has the confidence of the object whose part it is; where people corrected one of the parts, the rows have it.</summary>
    public string? PartOf { get; private init; }

    /// <summary>The field of its rows in <c>field_value</c>; <see langword="null"/> for one that carries no confidence.</summary>
    public string? RowField { get; }

    /// <summary>The code that its rows have, where several fields share them.</summary>
    public string? RowCode { get; private init; }

    /// <summary>The column of its rows that has the value; <see langword="null"/>: as its type has it.</summary>
    public string? Rows { get; private init; }

    /// <summary>Whether a case can have several values.</summary>
    public bool IsList { get; private init; }

    /// <summary>Whether it is a scale: its column has the scales of a case together, each with its name.</summary>
    public bool IsScale => RowField == ScalePlace;

    public string Meaning { get; private init; } = "";

    public static CohortField? Find(string name) => ByName.GetValueOrDefault(name);

    private static CohortField Scale(string name, FieldType type) => new(name, type, "scales", ScalePlace)
    {
        IsList = true,
        RowCode = name,
        Words = type == FieldType.Word ? ScaleValues.Of(name) : [],
        Meaning = "value of the scale as stated",
    };
}
