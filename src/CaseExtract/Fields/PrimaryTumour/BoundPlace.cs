using CaseExtract.Annotation.Lexicons;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>Whether a place that many things may lie in is bound to the tumour: some words name many places, and lymphoma passes through many.</summary>
internal static class BoundPlace
{
    /// <summary>Whether the diagnosis stands beside it, where one needs to.</summary>
    public static bool Is(ClinicalCourse course, IndexLesion lesion, PlacedMention mention, TumourConcept tumour, ReadOnlySpan<double> values) => values[(int)SiteFeature.OfDiagnosis] > 0 || values[(int)SiteFeature.Sampled] > 0 || (tumour.Tissue == Tissue.Lymphoid && values[(int)SiteFeature.CalledPrimary] > 0)
        || (mention.Concept is not SiteConcept { Kind: SiteKind.Ambiguous or SiteKind.Node } && (tumour.Tissue != Tissue.Lymphoid || IsMassOfLymphoma(course, lesion.Diagnosis!.Value, mention, tumour, values)));

    /// <summary>"the antral biopsies": a word for several places says which one where it is what was sampled of an epithelium.</summary>
    public static bool IsSampled(ClinicalCourse course, PlacedMention mention, TumourConcept tumour) => tumour.Tissue == Tissue.Epithelial
        && mention.Concept is SiteConcept { Kind: SiteKind.Ambiguous, Topography: ['C', '0' or '1' or '2' or '3', ..] } && SiteSample.IsSampled(course, mention);

    /// <summary>"CT showed a mass of the pancreatic head … a B-cell lymphoma": the mass turned out to be it. Hodgkin lymphoma is of nodes, whatever mass it makes.</summary>
    private static bool IsMassOfLymphoma(ClinicalCourse course, PlacedMention diagnosis, PlacedMention mention, TumourConcept tumour, ReadOnlySpan<double> values) => mention.Episode != Episode.Earlier
        && tumour.Morphology is not (null or ['9', '6', '5' or '6', _])
        && (mention.Concept is TumourConcept { Kind: TumourKind.Generic, Behaviour: '\0' } || values[(int)SiteFeature.OfLesion] > 1
            || (values[(int)SiteFeature.OfLesion] >= 1 && mention.Sentence <= diagnosis.Sentence && mention.Concept is SiteConcept { Kind: SiteKind.Organ } organ && !organ.Topography.StartsWith("C44", StringComparison.Ordinal)
                && !organ.Topography.StartsWith("C48", StringComparison.Ordinal) && !PlaceName.IsInName(course, mention)));
}
