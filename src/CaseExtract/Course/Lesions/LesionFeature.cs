namespace CaseExtract.Course;

/// <summary>What speaks for or against a named tumour being the lesion that the report is told for; weighed in <c>weights/lesion.tsv</c>.</summary>
internal enum LesionFeature : byte
{
    /// <summary>It stands in the title.</summary>
    InTitle,

    /// <summary>It stands under a heading of pathology.</summary>
    InPathology,

    /// <summary>It stands in a discussion or a background.</summary>
    InDiscussion,

    Negated,
    Uncertain,
    Hypothetical,
    Literature,

    /// <summary>A relative's, a donor's, another patient's.</summary>
    OtherPerson,

    /// <summary>It belongs to the time before the present course.</summary>
    Earlier,

    FollowUp,

    /// <summary>Its sentence tells of histology, cytology or a specimen.</summary>
    BesidePathology,

    /// <summary>A verb or noun of diagnosis stands before it.</summary>
    Diagnosed,

    /// <summary>Both: the pathologist's word.</summary>
    DiagnosedByPathology,

    /// <summary>"final diagnosis of", "definitive histology" closely before it.</summary>
    FinalDiagnosis,

    /// <summary>"final", "definitive", "eventually" closely before it: the word is said to be the last.</summary>
    SaidToBeFinal,

    /// <summary>"X was diagnosed", "X was confirmed".</summary>
    DiagnosedBehind,

    /// <summary>It is told with doubt in a sentence of pathology, where "suggestive of" is often all that the pathologist says.</summary>
    UncertainInPathology,

    /// <summary>"meningioma-like X": what the tumour is likened to.</summary>
    Likeness,

    /// <summary>"a case of X", "we report X": what the report itself says it is about.</summary>
    NamedAsCase,

    /// <summary>"turned out to be X", "proved to be X", "was an X": the subject is the lesion.</summary>
    SaidOfLesion,

    /// <summary>"X component", "areas of X": a part of the tumour.</summary>
    Component,

    /// <summary>"carcinoma in an X", "melanoma arising within an X", "carcinosarcoma with X": said along with a tumour named before it.</summary>
    Subordinate,

    /// <summary>"a pheochromocytoma and a reninoma": named behind another tumour in one list.</summary>
    Accompanying,

    /// <summary>"an osteochondroma with an osteosarcoma": malignant, within a benign tumour named before it.</summary>
    WorseWithin,

    /// <summary>"metastatic X", "metastasis of X".</summary>
    BesideMetastasis,

    /// <summary>"peritoneal carcinomatosis": the name of a spread, which another name of the tumour precedes.</summary>
    NamesSpread,

    /// <summary>For each word of its name, up to four: a longer name is the more deliberate one.</summary>
    NameLength,

    /// <summary>How far in the text it stands, from 0 to 1: the last word counts.</summary>
    Position,

    /// <summary>For each further mention in fact, up to three.</summary>
    Repeated,

    /// <summary>A name that says less bears it out.</summary>
    Supported,

    /// <summary>The name says no more than tumour or carcinoma.</summary>
    Unspecific,
}
