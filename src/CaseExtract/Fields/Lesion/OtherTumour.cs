using CaseExtract.Annotation.Lexicons;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>Whether a word of spread speaks of another tumour than the index lesion: "a rib metastasis of her kidney cancer" beside a new lung cancer.</summary>
internal static class OtherTumour
{
    /// <param name="lesion">The index lesion.</param>
    /// <param name="named">The tumour or organ that the word of spread is bound to.</param>
    public static bool Is(IndexLesion lesion, PlacedMention? named)
    {
        var tumour = lesion.Tumour!;

        // mentions that name no histology are all taken for one lesion, whatever their organ
        if (named is not { } mention || (tumour.Morphology is not null && lesion.Has(mention)) || TissueSite.IsPlaceOnly(tumour))
        {
            return false;
        }

        return mention.Concept switch
        {
            SiteConcept { Kind: SiteKind.Organ } site => AreOrgansDifferent(site.Topography, tumour.Site),
            TumourConcept other => AreDifferent(other, tumour),
            _ => false,
        };
    }

    /// <summary>Whether two names cannot be one disease: their organs differ, or their tissues.</summary>
    public static bool AreDifferent(TumourConcept left, TumourConcept right) => AreOrgansDifferent(left.Site, right.Site) || AreTissuesDifferent(left, right);

    private static bool AreOrgansDifferent(string? left, string? right) =>
        left is not null && right is not null && !TopographyCode.IsSameOrgan(left, right) && !IsUnknown(left) && !IsUnknown(right);

    private static bool IsUnknown(string site) => site.StartsWith("C76", StringComparison.Ordinal) || site.StartsWith("C80", StringComparison.Ordinal);

    private static bool AreTissuesDifferent(TumourConcept left, TumourConcept right) =>
        left.Morphology is not null && right.Morphology is not null && left.Tissue != right.Tissue && left.Tissue != Tissue.Other && right.Tissue != Tissue.Other;
}
