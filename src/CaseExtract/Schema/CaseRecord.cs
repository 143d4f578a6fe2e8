namespace CaseExtract.Schema;

/// <summary>One patient's case as a narrative tells it. Absent knowledge is <see langword="null"/> or an empty list, never a guess.</summary>
public sealed record CaseRecord
{
    /// <summary>Version of this contract; a breaking change raises it.</summary>
    public const string CurrentSchemaVersion = "1.0";

    /// <summary>Version of the contract that the record follows.</summary>
    [Vocabulary(CurrentSchemaVersion)]
    public string SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The document's id; <c>#2</c>, <c>#3</c> … are appended for further patients of one narrative.</summary>
    public required string CaseId { get; init; }

    /// <summary>The document the case was read from.</summary>
    public required DocumentInfo Document { get; init; }

    /// <summary>Age at the presentation of the index lesion.</summary>
    public Age? Age { get; init; }

    /// <summary>Sex, stated or implied by a noun or pronoun of the patient.</summary>
    public Sex? Sex { get; init; }

    /// <summary>The tumour that the index lesion is, or that it came from.</summary>
    public PrimaryTumour? PrimaryTumour { get; init; }

    /// <summary>Operations before the present course.</summary>
    public IReadOnlyList<PriorSurgery> PriorSurgeries { get; init; } = [];

    /// <summary>Vertebral levels of the index lesion, from the skull down.</summary>
    public IReadOnlyList<SpinalLevelValue> SpinalLevels { get; init; } = [];

    /// <summary>Regions of the spine: <c>cervical</c>, <c>thoracic</c>, <c>lumbar</c>, <c>sacral</c>, <c>coccygeal</c>.</summary>
    [Vocabulary("cervical", "thoracic", "lumbar", "sacral", "coccygeal")]
    public IReadOnlyList<string> SpinalRegions { get; init; } = [];

    /// <summary>Imaging appearances of the index lesion.</summary>
    public IReadOnlyList<ImagingSignal> ImagingSignals { get; init; } = [];

    /// <summary>Interventions on the index lesion during the present course.</summary>
    public IReadOnlyList<Procedure> Procedures { get; init; } = [];

    /// <summary>Extent of the index lesion's removal.</summary>
    public Extent? Extent { get; init; }

    /// <summary>Histology of the index lesion as confirmed.</summary>
    public Histology? Histology { get; init; }

    /// <summary>Origin, compartment and effect on the cord of the index lesion.</summary>
    public Lesion Lesion { get; init; } = new();

    /// <summary>Symptoms and signs the patient presented with.</summary>
    public IReadOnlyList<PresentingFeature> Presentation { get; init; } = [];

    /// <summary>Treatments beside surgery, given in the present course.</summary>
    public IReadOnlyList<Adjuvant> Adjuvants { get; init; } = [];

    /// <summary>Age at which the primary tumour was diagnosed.</summary>
    public AgeAtDiagnosis? AgeAtDiagnosis { get; init; }

    /// <summary>Whether the metastasis that the report is told for was there with the primary or came later.</summary>
    public MetastasisTiming? MetastasisTiming { get; init; }

    /// <summary>Whether the disease came back after treatment, at any time of the story.</summary>
    public Recurrence? Recurrence { get; init; }

    /// <summary>How long the patient was observed after the treatment of the present course.</summary>
    public FollowUp? FollowUp { get; init; }

    /// <summary>What became of the patient; <see langword="null"/> when nothing is told.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Stated values of clinical scales and stages, in text order.</summary>
    public IReadOnlyList<ScaleValue> Scales { get; init; } = [];

    /// <summary>The interval in which the Spinal Instability Neoplastic Score of the index lesion lies.</summary>
    public Sins? Sins { get; init; }

    /// <summary>What a reader should know about this record; never quotes the narrative.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
