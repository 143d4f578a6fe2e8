namespace CaseExtract.Annotation.Lexicons;

/// <summary>What a term of a lexicon names. Each lexicon has its own kind of concept, which holds what its columns say.</summary>
internal abstract record Concept;

/// <summary>A tumour, a word for tumours at large, or a lesion that is none.</summary>
/// <param name="Morphology">ICD-O-3.2 morphology; <see langword="null"/> for words that name no histology.</param>
/// <param name="Behaviour">Behaviour that the name implies.</param>
/// <param name="Site">Topography that the name itself tells.</param>
/// <param name="SiteDisplay">Name of that place for people; empty where the name tells none.</param>
/// <param name="Display">Name for people.</param>
/// <param name="Kind">Tumour, generic word, or lesion.</param>
/// <param name="Tissue">Tissue class of the morphology.</param>
internal sealed record TumourConcept(string? Morphology, char Behaviour, string? Site, string SiteDisplay, string Display, TumourKind Kind, Tissue Tissue) : Concept;

internal enum TumourKind : byte
{
    Tumour,
    Generic,
    Lesion,
}

/// <summary>A word that, beside the name of a tumour, makes it another morphology: "adenocarcinoma … mucinous", "neuroendocrine carcinoma … small cell type".</summary>
/// <param name="Results">What it makes of a base morphology; what the names themselves tell, by <see cref="InvertedNames.KeyOf"/>.</param>
internal sealed record HistologyModifierConcept(Dictionary<string, ModifiedHistology> Results) : Concept;

/// <summary>What a word beside the name of a tumour makes of it.</summary>
/// <param name="Morphology">ICD-O-3 morphology.</param>
/// <param name="Display">Its name.</param>
/// <param name="Behaviour">Behaviour digit, or NUL where it stays that of the name.</param>
/// <param name="IsInverted">Whether the word is the first of a name, and tells this only where the name is turned round.</param>
internal sealed record ModifiedHistology(string Morphology, string Display, char Behaviour, bool IsInverted = false);

/// <summary>A tissue class: what a tumour is made of decides, with the body region, where it is said to have arisen.</summary>
internal enum Tissue : byte
{
    Other,
    Epithelial,
    Melanocytic,
    Soft,
    Vascular,
    Bone,
    Nerve,
    Meninges,
    Glial,
    Germ,
    Marrow,
    Lymphoid,
    Paraganglion,
    Mesothelial,
    Histiocytic,
    Odontogenic,
}

/// <summary>An organ or a named part of the body with its own topography.</summary>
/// <param name="Topography">ICD-O-3 topography.</param>
/// <param name="Display">Name for people.</param>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Tissues">The tissues that alone give rise to tumours there, such as nerve in a nerve; empty where any may.</param>
internal sealed record SiteConcept(string Topography, string Display, SiteKind Kind, IReadOnlyList<Tissue> Tissues) : Concept;

internal enum SiteKind : byte
{
    Organ,
    Bone,
    Spine,
    Neuraxis,
    Node,
    Marrow,
    Region,
    Ambiguous,
}

/// <summary>A region of the body whose topography depends on the tissue of the tumour.</summary>
internal sealed record RegionConcept(string Skin, string Soft, string Bone, string Nerve, string Fallback, string Display) : Concept;

/// <summary>An operation or intervention.</summary>
/// <param name="Term">Canonical term, singular, American.</param>
/// <param name="Intent">What it is done for, if its name says so.</param>
/// <param name="Organ">Topography of the organ it removes.</param>
/// <param name="Use">How freely the term may be taken.</param>
/// <param name="Also">What else is done in it: "adnexohysterectomy" is an oophorectomy too.</param>
internal sealed record ProcedureConcept(string Term, string? Intent, string? Organ, ProcedureUse Use, IReadOnlyList<string> Also) : Concept;

internal enum ProcedureUse : byte
{
    /// <summary>Names an operation wherever it stands.</summary>
    Plain,

    /// <summary>A word such as removal: needs a lesion as its object.</summary>
    Generic,

    /// <summary>A word such as fixation: needs its surroundings.</summary>
    Ambiguous,

    /// <summary>A verb form: needs an object.</summary>
    Verb,

    /// <summary>An operation that is never done on a tumour: history, or an incident of the present course.</summary>
    Unrelated,

    /// <summary>An operation on a hernia, an aneurysm or the like: what a report that tells of no tumour may be told for.</summary>
    Benign,
}

/// <summary>A treatment beside surgery; some words name two.</summary>
internal sealed record AdjuvantConcept(IReadOnlyList<string> Kinds, string Note) : Concept;

/// <summary>A concept that is a value of a small vocabulary, such as a signal, a compartment or a side.</summary>
internal sealed record ValueConcept(string Value) : Concept;

/// <summary>A symptom or sign, or a word that qualifies one.</summary>
internal sealed record PresentationConcept(string Term, bool IsModifier) : Concept;
