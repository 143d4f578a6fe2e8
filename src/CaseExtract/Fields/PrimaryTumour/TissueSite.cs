using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>The topography that a mention of a place gives to a tumour of some tissue.</summary>
internal static class TissueSite
{
    /// <returns>No topography where the place says nothing about where such a tumour arose.</returns>
    public static (string? Topography, string Display) Of(PlacedMention mention, TumourConcept tumour) => mention.Concept switch
    {
        SiteConcept site when tumour.Tissue == Tissue.Meninges => MeningesAt(site.Topography),
        RegionConcept region when tumour.Tissue == Tissue.Meninges => MeningesAt(region.Bone),
        _ when tumour.Tissue == Tissue.Meninges => (null, ""),
        SiteConcept site when mention.Kind == MentionKind.Site => OfSite(site, tumour),
        RegionConcept region when mention.Kind == MentionKind.Region => OfRegion(region, tumour),
        TumourConcept { Kind: TumourKind.Generic or TumourKind.Tumour, Site: { } named } other when !IsOpen(named) => (named, other.SiteDisplay),
        ProcedureConcept { Organ: { } organ } => (organ == "C55.9" && tumour.Tissue == Tissue.Epithelial ? "C54.9" : organ, ""),
        _ => (null, ""),
    };

    /// <summary>A topography that a name implies and that a stated region makes more exact: bone, soft tissue, nerve or skin at large.</summary>
    public static bool IsOpen(string topography) => topography is "C41.9" or "C40.9" or "C49.9" or "C47.9" or "C44.9" or "C06.9" or "C24.9" or "C70.9" or "C80.9";

    /// <summary>Words that say where a tumour lies and not what it is, for an organ that metastases seek: a metastatic "liver tumor" arose elsewhere, a metastatic "breast cancer" did not.</summary>
    public static bool IsPlaceOnly(TumourConcept tumour) => tumour is { Kind: TumourKind.Generic, Behaviour: '\0', Site: { } site }
        && site.AsSpan(0, 3) is "C22" or "C34" or "C40" or "C41" or "C71" or "C72" or "C74" or "C77";

    /// <summary>The tissue that a tumour arises in by the place its name implies: a fibroma of bone is a tumour of bone.</summary>
    public static Tissue ImpliedBy(string? topography, Tissue tissue) => topography switch
    {
        "C41.9" or "C40.9" => Tissue.Bone,
        "C49.9" => Tissue.Soft,
        "C47.9" => Tissue.Nerve,
        _ => tissue,
    };

    /// <summary>Whether a tumour of this tissue does not arise in such a place: carcinoma in a vessel, where its thrombus lies.</summary>
    public static bool IsImpossible(PlacedMention mention, TumourConcept tumour) =>
        mention.Concept is SiteConcept { Tissues.Count: > 0 } site && !site.Tissues.Contains(tumour.Tissue) && (tumour.Morphology is not null || site.Tissues.Contains(Tissue.Vascular));

    /// <summary>Whether a tumour of this tissue seldom arises in such a place: carcinoma in bone, carcinoma in the brain.</summary>
    public static bool IsStrange(PlacedMention mention, TumourConcept tumour) => mention.Concept is RegionConcept { Fallback: "C41.2" } ? tumour.Tissue is not (Tissue.Bone or Tissue.Nerve)
        : mention.Concept is SiteConcept site && tumour.Kind == TumourKind.Tumour && site.Kind switch
        {
            _ when site.Topography.StartsWith("C49", StringComparison.Ordinal) => tumour.Tissue is Tissue.Epithelial or Tissue.Germ or Tissue.Lymphoid or Tissue.Melanocytic,
            _ when site.Topography.StartsWith("C44", StringComparison.Ordinal) => tumour.Tissue is Tissue.Bone or Tissue.Nerve or Tissue.Lymphoid || (tumour.Tissue == Tissue.Soft && !IsOfSkin(tumour.Morphology)),
            SiteKind.Bone or SiteKind.Spine => tumour.Tissue is Tissue.Soft or Tissue.Epithelial or Tissue.Melanocytic or Tissue.Germ or Tissue.Mesothelial,
            SiteKind.Neuraxis => tumour.Tissue is not (Tissue.Glial or Tissue.Meninges or Tissue.Nerve or Tissue.Vascular or Tissue.Germ or Tissue.Other),
            _ => false,
        };

    /// <summary>Meninges lie about the brain and the cord: those of the skull, the orbit and the brain are cerebral, those of the spine spinal.</summary>
    private static (string? Topography, string Display) MeningesAt(string topography) => topography.AsSpan(0, Math.Min(3, topography.Length)) switch
    {
        "C71" or "C69" or "C31" or "C30" or "C75" => ("C70.0", "Cerebral meninges"),
        "C70" => (topography, topography == "C70.1" ? "Spinal meninges" : topography == "C70.0" ? "Cerebral meninges" : "Meninges"),
        _ => topography switch
        {
            "C41.0" or "C72.2" or "C72.4" => ("C70.0", "Cerebral meninges"),
            "C41.2" or "C41.4" or "C72.0" or "C72.1" => ("C70.1", "Spinal meninges"),
            "C72.3" => ("C72.3", "Optic nerve"),
            _ => (null, ""),
        },
    };

    private static (string? Topography, string Display) OfSite(SiteConcept site, TumourConcept tumour) => site.Kind switch
    {
        SiteKind.Node => tumour.Tissue is Tissue.Lymphoid or Tissue.Histiocytic or Tissue.Vascular ? (site.Topography, site.Display) : (null, ""),
        SiteKind.Marrow or SiteKind.Region => (null, ""),
        SiteKind.Ambiguous when !IsLikely(site, tumour) => (null, ""),

        // at the cerebellum and the brain stem a schwannoma arises from a cranial nerve
        _ when tumour.Tissue == Tissue.Nerve && site.Topography is ("C71.6" or "C71.7") => ("C72.5", "Cranial nerve"),

        // urothelium lines the renal pelvis, not the kidney
        _ when site.Topography == "C64.9" && tumour.Morphology is ['8', '1', '2' or '3', _] => ("C65.9", "Renal pelvis"),

        // carcinoma of the womb arises from its lining, sarcoma from its wall
        _ when site.Topography == "C55.9" && tumour.Tissue == Tissue.Epithelial => ("C54.9", "Body of uterus"),
        _ => (site.Topography, site.Display),
    };

    /// <summary>A word that names an organ only for some tissues: a "cervical" carcinoma is of the womb's neck, an astrocytoma of the "cord" of the spinal cord.</summary>
    private static bool IsLikely(SiteConcept site, TumourConcept tumour) => tumour.Tissue switch
    {
        Tissue.Epithelial => !site.Topography.StartsWith("C4", StringComparison.Ordinal) && !site.Topography.StartsWith("C7", StringComparison.Ordinal),
        Tissue.Glial or Tissue.Nerve or Tissue.Meninges => site.Topography.StartsWith("C7", StringComparison.Ordinal),
        Tissue.Bone => site.Topography.StartsWith("C4", StringComparison.Ordinal),
        _ => false,
    };

    private static (string? Topography, string Display) OfRegion(RegionConcept region, TumourConcept tumour)
    {
        var code = tumour.Tissue switch
        {
            // germ cells rest in the midline of the pelvis, before the sacrum: of no one tissue
            Tissue.Germ when region.Fallback == "C76.3" => region.Fallback,
            Tissue.Soft when tumour.Morphology is "8832" or "8833" => region.Skin,   // dermatofibrosarcoma
            Tissue.Soft or Tissue.Vascular or Tissue.Paraganglion or Tissue.Germ or Tissue.Mesothelial or Tissue.Histiocytic => region.Soft,
            Tissue.Bone => region.Bone,
            Tissue.Nerve => region.Nerve,
            Tissue.Melanocytic => region.Skin,
            Tissue.Epithelial when IsOfSkin(tumour.Morphology) => region.Skin,
            _ => "",
        };
        if (code.Length == 0 && tumour.Tissue is Tissue.Epithelial or Tissue.Other or Tissue.Lymphoid && !region.Fallback.StartsWith("C76", StringComparison.Ordinal) && !region.Fallback.StartsWith("C41", StringComparison.Ordinal))
        {
            code = region.Fallback;   // a region that holds one organ: within the skull the brain
        }

        return code.Length == 0 ? (null, "") : (code, region.Display);
    }

    /// <summary>Squamous, basal cell, Merkel cell and adnexal carcinoma: in a region of the body they are of its skin.</summary>
    private static bool IsOfSkin(string? morphology) => morphology is "8070" or "8071" or "8072" or "8081" or "8247"
        || (morphology is not null && (morphology.StartsWith("809", StringComparison.Ordinal) || morphology.StartsWith("84", StringComparison.Ordinal) && string.CompareOrdinal(morphology, "8420") < 0));
}
