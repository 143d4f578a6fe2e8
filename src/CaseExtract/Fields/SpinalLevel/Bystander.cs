using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>A benign tumour seen beside the one that the report is told for: the hemangioma of another vertebra.</summary>
internal static class Bystander
{
    /// <summary>The hemangioma, which one vertebra in ten has.</summary>
    private const string Hemangioma = "9120";

    /// <summary>"Metastases of T8 and L3. A hemangioma of L1." One that is only suspected may be what the index lesion was first taken for.</summary>
    public static bool Is(IndexLesion index, in PlacedMention lesion) => index is { IsTumour: true, Tumour: { } own }
        && lesion.Concept is TumourConcept { Kind: TumourKind.Tumour, Behaviour: '0', Morphology: { } other } && other != own.Morphology && !lesion.Is(Assertion.Uncertain)
        && (other == Hemangioma ? own.Morphology?.StartsWith("91", StringComparison.Ordinal) != true : own.Behaviour == '3');
}
