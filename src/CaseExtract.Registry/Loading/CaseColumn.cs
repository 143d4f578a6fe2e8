using CaseExtract.Registry.Store;

namespace CaseExtract.Registry.Loading;

/// <summary>A column of the flat case: what it is called, where in the record its value stands, and what it means.</summary>
internal sealed class CaseColumn
{
    private static readonly List<CaseColumn> Columns = [];

    public static readonly CaseColumn AgeYears = Number("age_years", "age.years", "Age at the presentation of the index lesion, in years");
    public static readonly CaseColumn AgeApproximate = Truth("age_approximate", "age.approximate", "Whether the age is given roughly");
    public static readonly CaseColumn Sex = Word("sex", "sex.value", "Sex");
    public static readonly CaseColumn PrimarySiteCode = Word("primary_site_code", "primaryTumour.site.code", "Site of the primary tumour, ICD-O-3 topography");
    public static readonly CaseColumn PrimarySite = Word("primary_site", "primaryTumour.site.display", "Site of the primary tumour, in words");
    public static readonly CaseColumn PrimaryLaterality = Word("primary_laterality", "primaryTumour.laterality", "Side of the primary tumour");
    public static readonly CaseColumn PrimaryHistologyCode = Word("primary_histology_code", "primaryTumour.histology.code", "Histology of the primary tumour, ICD-O-3.2 morphology");
    public static readonly CaseColumn PrimaryHistology = Word("primary_histology", "primaryTumour.histology.display", "Histology of the primary tumour, in words");
    public static readonly CaseColumn PriorSurgeries = List("prior_surgeries", "priorSurgeries.term", "Operations before the present course");
    public static readonly CaseColumn PriorMonths = Number("prior_surgery_months_before", "priorSurgeries.monthsBefore", "Months from the first dated one of these operations to the presentation");
    public static readonly CaseColumn SpinalLevels = List("spinal_levels", "spinalLevels.level", "Vertebral levels of the index lesion, from the skull down");
    public static readonly CaseColumn SpinalRegions = List("spinal_regions", "spinalRegions", "Regions of the spine");
    public static readonly CaseColumn T1Signal = List("t1_signal", "imagingSignals.value", "Signal on T1-weighted MRI");
    public static readonly CaseColumn T2Signal = List("t2_signal", "imagingSignals.value", "Signal on T2-weighted MRI");
    public static readonly CaseColumn Enhancement = List("enhancement", "imagingSignals.value", "Contrast enhancement");
    public static readonly CaseColumn EnhancementPattern = List("enhancement_pattern", "imagingSignals.pattern", "Pattern of the enhancement");
    public static readonly CaseColumn Procedures = List("procedures", "procedures.term", "Interventions on the index lesion in the present course");
    public static readonly CaseColumn ProcedureLevels = List("procedure_levels", "procedures.levels", "Vertebral levels of these interventions");
    public static readonly CaseColumn Extent = Word("extent", "extent.value", "Extent of the index lesion's removal");
    public static readonly CaseColumn HistologyCode = Word("histology_code", "histology.code", "Histology of the index lesion, ICD-O-3.2 morphology");
    public static readonly CaseColumn Behaviour = Word("behaviour", "histology.behaviour", "Behaviour of the index lesion, ICD-O-3: 0 benign, 1 borderline, 2 in situ, 3 malignant, 6 metastatic");
    public static readonly CaseColumn Histology = Word("histology", "histology.display", "Histology of the index lesion, in words");
    public static readonly CaseColumn Grade = FreeText("grade", "histology.grade", "Grade as stated");
    public static readonly CaseColumn HistologyText = FreeText("histology_text", "histology.text", "The words of the diagnosis as the report gives them");
    public static readonly CaseColumn Origin = Word("origin", "lesion.origin.value", "Whether the index lesion is a metastasis or arose where it is");
    public static readonly CaseColumn Compartment = Word("compartment", "lesion.compartment.value", "Place relative to dura and cord");
    public static readonly CaseColumn CordCompression = Word("cord_compression", "lesion.cordCompression.value", "Compression of cord, cauda equina or thecal sac");
    public static readonly CaseColumn CordCompressionSeverity = Word("cord_compression_severity", "lesion.cordCompression.severity", "Severity of the compression");
    public static readonly CaseColumn Presentation = List("presentation", "presentation.term", "Symptoms and signs at the presentation");
    public static readonly CaseColumn Adjuvants = List("adjuvants", "adjuvants.kind", "Treatment beside surgery in the present course");
    public static readonly CaseColumn AgeAtDiagnosis = Number("age_at_diagnosis", "ageAtDiagnosis.years", "Age when the primary tumour was diagnosed, in years");
    public static readonly CaseColumn MetastasisTiming = Word("metastasis_timing", "metastasisTiming.value", "Whether the metastasis was there with its primary or came later");
    public static readonly CaseColumn MonthsAfterPrimary = Number("metastasis_months_after_primary", "metastasisTiming.monthsAfterPrimary", "Months from the primary to the metastasis");
    public static readonly CaseColumn Recurrence = Word("recurrence", "recurrence.value", "Whether the disease came back after treatment");
    public static readonly CaseColumn RecurrenceSite = Word("recurrence_site", "recurrence.site", "Where it came back");
    public static readonly CaseColumn FollowUpMonths = Number("follow_up_months", "followUp.months", "Months of observation after the treatment");
    public static readonly CaseColumn VitalStatus = Word("vital_status", "outcome.vitalStatus.value", "Alive or dead at the last information");
    public static readonly CaseColumn CauseOfDeath = Word("cause_of_death", "outcome.vitalStatus.cause", "Cause of a death");
    public static readonly CaseColumn DiseaseStatus = Word("disease_status", "outcome.disease.value", "Disease at the last information");
    public static readonly CaseColumn Neurology = Word("neurology", "outcome.neurology.value", "Change of neurological deficits after treatment");
    public static readonly CaseColumn LocalRecurrence = Word("local_recurrence", "outcome.localRecurrence.value", "Whether the index lesion came back where it was");
    public static readonly CaseColumn Scales = List("scales", "scales", "Values of clinical scales as stated, each with the name of its scale");
    public static readonly CaseColumn SinsLower = Number("sins_lower", "sins.lower", "Least Spinal Instability Neoplastic Score that the report allows");
    public static readonly CaseColumn SinsUpper = Number("sins_upper", "sins.upper", "Greatest Spinal Instability Neoplastic Score that the report allows");
    public static readonly CaseColumn SinsStability = Word("sins_stability", "sins.stability", "Stability of the spine where the score settles it");
    public static readonly CaseColumn AgeConfidence = Confidence("age_confidence", "age");
    public static readonly CaseColumn SexConfidence = Confidence("sex_confidence", "sex");
    public static readonly CaseColumn PrimaryConfidence = Confidence("primary_confidence", "primaryTumour");
    public static readonly CaseColumn HistologyConfidence = Confidence("histology_confidence", "histology");
    public static readonly CaseColumn OriginConfidence = Confidence("origin_confidence", "lesion.origin");
    public static readonly CaseColumn CompartmentConfidence = Confidence("compartment_confidence", "lesion.compartment");
    public static readonly CaseColumn ExtentConfidence = Confidence("extent_confidence", "extent");
    public static readonly CaseColumn CordCompressionConfidence = Confidence("cord_compression_confidence", "lesion.cordCompression");
    public static readonly CaseColumn AgeAtDiagnosisConfidence = Confidence("age_at_diagnosis_confidence", "ageAtDiagnosis");
    public static readonly CaseColumn MetastasisTimingConfidence = Confidence("metastasis_timing_confidence", "metastasisTiming");
    public static readonly CaseColumn RecurrenceConfidence = Confidence("recurrence_confidence", "recurrence");
    public static readonly CaseColumn FollowUpConfidence = Confidence("follow_up_confidence", "followUp");
    public static readonly CaseColumn VitalStatusConfidence = Confidence("vital_status_confidence", "outcome.vitalStatus");
    public static readonly CaseColumn DiseaseStatusConfidence = Confidence("disease_status_confidence", "outcome.disease");
    public static readonly CaseColumn NeurologyConfidence = Confidence("neurology_confidence", "outcome.neurology");
    public static readonly CaseColumn LocalRecurrenceConfidence = Confidence("local_recurrence_confidence", "outcome.localRecurrence");
    public static readonly CaseColumn SinsConfidence = Confidence("sins_confidence", "sins");
    public static readonly CaseColumn Warnings = new("warnings", ColumnType.Text, "warnings", "What a reader should know about the record", isList: true, isFreeText: true);

    private CaseColumn(string name, ColumnType type, string path, string description, bool isList = false, bool isFreeText = false)
    {
        (Name, Type, Path, Description, IsList, IsFreeText, Index) = (name, type, path, description, isList, isFreeText, Columns.Count);
        Columns.Add(this);
    }

    /// <summary>All columns, in the order of a flat table.</summary>
    public static IReadOnlyList<CaseColumn> All => Columns;

    public string Name { get; }

    public ColumnType Type { get; }

    /// <summary>Where the value stands in the record.</summary>
    public string Path { get; }

    public string Description { get; }

    /// <summary>Whether it holds several members, each between semicolons.</summary>
    public bool IsList { get; }

    /// <summary>Whether it holds words of the report, which a de-identified table leaves out.</summary>
    public bool IsFreeText { get; }

    /// <summary>Its place among <see cref="All"/>.</summary>
    public int Index { get; }

    private static CaseColumn Word(string name, string path, string description) => new(name, ColumnType.Text, path, description);

    private static CaseColumn FreeText(string name, string path, string description) => new(name, ColumnType.Text, path, description, isFreeText: true);

    private static CaseColumn List(string name, string path, string description) => new(name, ColumnType.Text, path, description, isList: true);

    private static CaseColumn Number(string name, string path, string description) => new(name, ColumnType.Number, path, description);

    private static CaseColumn Truth(string name, string path, string description) => new(name, ColumnType.Truth, path, description);

    private static CaseColumn Confidence(string name, string path) => new(name, ColumnType.Number, path + ".confidence", $"Confidence of {path}, from 0 to 1");
}
