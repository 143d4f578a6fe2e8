namespace CaseExtract.Fields;

/// <summary>What speaks for or against a place being the one where the primary tumour arose; weighed in <c>weights/site.tsv</c>.</summary>
internal enum SiteFeature : byte
{
    InTitle,

    /// <summary>In a discussion, a background or a caption.</summary>
    InGeneral,

    /// <summary>Negated, hypothetical or another person's.</summary>
    NotFactual,

    Uncertain,

    /// <summary>An organ's tumour by name: "gastric cancer", "renal mass".</summary>
    OrganTumour,

    /// <summary>"liver tumor" where the index lesion is a metastasis: it may be the metastasis.</summary>
    PlaceOfMetastasis,

    /// <summary>Another tumour whose name gives an organ: "hepatocellular carcinoma".</summary>
    OtherTumour,

    /// <summary>The same morphology with its organ: "adenocarcinoma … her endometrial adenocarcinoma".</summary>
    SameTumour,

    /// <summary>An operation that removes an organ.</summary>
    OrganRemoved,

    /// <summary>It was removed when the primary would have been: earlier for a metastasis, now for a primary.</summary>
    OrganRemovedInTime,

    /// <summary>"renal carcinoma", "carcinoma of the left breast": beside the diagnosis.</summary>
    OfDiagnosis,

    /// <summary>Beside a word for a tumour that names none, such as mass; a plain word for any lesion, such as nodule, says a little less.</summary>
    OfLesion,

    /// <summary>Beside the name of another tumour.</summary>
    OfOtherTumour,

    /// <summary>"primary", "arising from".</summary>
    CalledPrimary,

    /// <summary>"metastasis from the stomach".</summary>
    SourceOfSpread,

    /// <summary>"metastasis to the liver", "liver metastases".</summary>
    PlaceOfSpread,

    /// <summary>"invasion of the bladder": the tumour grew into it.</summary>
    GrownInto,

    /// <summary>Elsewhere in the text the place is one that the tumour has spread to, and nowhere one that it came from.</summary>
    SeatElsewhere,

    /// <summary>Told in doubt alone, where another organ was taken out: "CT suggested an ovarian tumor … hysterectomy".</summary>
    OnlySuspected,

    /// <summary>Within four words of the diagnosis.</summary>
    NearDiagnosis,

    /// <summary>In the sentence of the diagnosis.</summary>
    InDiagnosisSentence,

    /// <summary>For each further mention, up to three.</summary>
    Repeated,

    /// <summary>Earlier, for a metastasis.</summary>
    EarlierOfMetastasis,

    /// <summary>Earlier, for a primary.</summary>
    EarlierOfPrimary,

    /// <summary>A region of the body read through the tissue of the tumour.</summary>
    Region,

    /// <summary>One of the places that the tumour's name leaves open: a bone for a tumour of bone.</summary>
    Implied,

    /// <summary>A code for a place that is not well defined.</summary>
    IllDefined,

    /// <summary>The tissue of the tumour does not occur there.</summary>
    StrangeTissue,

    /// <summary>A lymph node or organ whose biopsy gave the diagnosis of a lymphoma.</summary>
    Sampled,

    /// <summary>The object of an examination, a symptom or a test: "chest CT", "abdominal pain".</summary>
    Examined,
}
