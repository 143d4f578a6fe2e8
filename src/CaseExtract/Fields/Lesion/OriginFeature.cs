namespace CaseExtract.Fields;

/// <summary>What speaks for (or, with a negative weight, against) the index lesion being a metastasis; weighed in <c>weights/origin.tsv</c>.</summary>
internal enum OriginFeature : byte
{
    /// <summary>Always 1: how rare metastases are when nothing is said.</summary>
    Bias,

    /// <summary>The title names a metastasis.</summary>
    InTitle,

    /// <summary>"metastasis of the adenocarcinoma", "metastatic spread from the kidney": where it came from is told.</summary>
    FromSource,

    /// <summary>"We present a patient with a solitary brain metastasis": the report is told for it.</summary>
    Reported,

    /// <summary>"metastatic X", where X is the diagnosis, in a sentence of pathology.</summary>
    AdjectiveByPathology,

    /// <summary>"metastatic X" elsewhere.</summary>
    Adjective,

    /// <summary>"metastatic prostate cancer", "metastatic carcinoma of the ileum" outside pathology: the organ is named, so the word may speak of the stage.</summary>
    AdjectiveOfOrgan,

    /// <summary>Histology, cytology or a final diagnosis gives the one metastasis.</summary>
    Confirmed,

    /// <summary>One metastasis, in the singular: "a metastasis in the orbit", where the stage is told in the plural.</summary>
    Singular,

    /// <summary>"metastatic carcinoma to the mandible", "bladder metastasis": a place is told, and no other tumour it accompanies.</summary>
    ToPlace,

    /// <summary>The metastasis itself was operated on, biopsied, irradiated or embolized.</summary>
    Treated,

    /// <summary>The metastasis stands at the spine or at a level.</summary>
    AtSpine,

    /// <summary>A lesion is said to be at the spine, and the tumour is none that arises there.</summary>
    StrangerAtSpine,

    /// <summary>The primary was removed or known in an earlier course, and a metastasis is present now.</summary>
    PrimaryEarlier,

    /// <summary>The only words of spread are "recurrence" and the like, and the primary is earlier.</summary>
    RecurrenceOfEarlier,

    /// <summary>The search for a primary is told.</summary>
    UnknownPrimary,

    /// <summary>For each mention in fact of a metastasis that is not of nodes, up to four.</summary>
    Count,

    /// <summary>A metastasis is only suspected.</summary>
    Suspected,

    /// <summary>The first metastasis in fact comes after the operation of the present course, or in follow-up.</summary>
    Later,

    /// <summary>"X with lung metastases": an accompaniment of the diagnosis.</summary>
    Accompanying,

    /// <summary>The only metastases are of lymph nodes.</summary>
    NodesOnly,

    /// <summary>"no metastases".</summary>
    Denied,

    /// <summary>"primary", "arising from" beside the diagnosis.</summary>
    CalledPrimary,

    /// <summary>The diagnosis is benign, in situ or borderline by name.</summary>
    NotMalignant,

    /// <summary>"metastatic X to the clavicle", "metastatic X of the thyroid" of a tumour of another organ.</summary>
    AdjectiveElsewhere,

    /// <summary>A metastasis is only told of the patient's history, or dated back.</summary>
    InHistory,

    /// <summary>A word of spread belongs to a tumour of another organ or tissue.</summary>
    OfOtherTumour,

    /// <summary>One metastasis is suspected and sampled or removed in the same breath.</summary>
    SuspectedAndSampled,

    /// <summary>The tumour is named only of an earlier course, and a metastasis is present.</summary>
    DiagnosisEarlier,

    /// <summary>The tumour's own organ was sampled or operated on in the present course.</summary>
    OrganExamined,

    /// <summary>The primary is earlier, and what was sampled or operated on is another organ.</summary>
    OtherOrganExamined,

    /// <summary>The primary is earlier, and the first tumour that the present course tells of is a metastasis; or the first named of all is one by pathology.</summary>
    OpensWithSpread,

    /// <summary>"identical to the primary rectal cancer", "consistent with her known melanoma".</summary>
    TracedToEarlier,

    /// <summary>Metastasizing leiomyoma: benign or borderline by name, and spread.</summary>
    NamedMetastasizing,
}
