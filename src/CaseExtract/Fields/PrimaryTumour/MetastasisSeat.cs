using CaseExtract.Annotation.Lexicons;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>Places where metastases sit, and not where the primary arose.</summary>
internal static class MetastasisSeat
{
    /// <summary>Spine and bone: where metastases sit, not where tumours other than those of bone arise. Melanoma arises in skin, mucosa and eye, and goes anywhere.</summary>
    public static bool Is(PlacedMention mention, TumourConcept tumour) => IsOfMelanoma(mention, tumour)
        || mention.Concept is SiteConcept { Kind: SiteKind.Spine or SiteKind.Bone } && tumour.Tissue is not (Tissue.Bone or Tissue.Soft or Tissue.Vascular);

    private static bool IsOfMelanoma(PlacedMention mention, TumourConcept tumour) => tumour.Tissue == Tissue.Melanocytic && mention.Concept is SiteConcept site
        && site.Topography.AsSpan(0, 3) is "C16" or "C17" or "C18" or "C22" or "C23" or "C25" or "C34" or "C50" or "C64" or "C71" or "C73" or "C74" or "C77";
}
