using CaseExtract.Annotation.Lexicons;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>
/// Where a tumour of the spine arose, as a function of its tissue and compartment: of the meninges, the cord, a root within the dura, a nerve
/// at or outside the foramen, the bone, or the epidural space.
/// </summary>
internal static class SpinalSite
{
    /// <param name="tumour">What was diagnosed.</param>
    /// <param name="compartment">Where it lies.</param>
    /// <param name="isForaminal">Whether a foramen is spoken of.</param>
    /// <param name="isOfVertebra">Whether a vertebra is told to be its place.</param>
    /// <param name="diagnosis">Its name.</param>
    public static ResolvedSite? Of(TumourConcept tumour, string? compartment, bool isForaminal, bool isOfVertebra, PlacedMention diagnosis)
    {
        var isIntradural = compartment is "intramedullary" or "intradural-extramedullary";
        return tumour.Tissue switch
        {
            Tissue.Meninges => Make("C70.1", "Spinal meninges", 4),
            Tissue.Glial => Make("C72.0", "Spinal cord", 4),
            Tissue.Nerve when isIntradural || !isForaminal => Make("C72.5", "Spinal nerve root within the dura", 2.5),
            Tissue.Nerve => Make("C47.6", "Peripheral nerves of the trunk", 2.5),

            // solitary fibrous tumours within the dura arise from it
            Tissue.Soft when isIntradural && tumour.Morphology == "8815" => Make("C70.1", "Spinal meninges", 4),

            // Ewing sarcoma and its kin within the canal arise beside the dura where no bone is told of
            Tissue.Bone when tumour.Morphology == "9364" && compartment is not null && !isOfVertebra => Make("C72.9", "Epidural space", 3),
            Tissue.Bone => Make("C41.2", "Spine", 3),
            Tissue.Paraganglion when compartment is not "extradural" => Make("C72.1", "Cauda equina", 2),
            Tissue.Vascular when tumour.Morphology == "9161" => Make("C72.0", "Spinal cord", 3),
            Tissue.Vascular when compartment is null => Make("C41.2", "Spine", 1.5),
            _ when isIntradural => Make("C72.0", "Spinal cord", 3),
            Tissue.Vascular or Tissue.Other when compartment is "extradural" => Make("C72.9", "Epidural space", 1.5),
            _ => null,
        };

        ResolvedSite Make(string topography, string display, double score) => new(topography, display, diagnosis, score);
    }

    /// <summary>Bone, meninges, nervous system of the spine.</summary>
    public static bool IsCode(string topography) => topography is "C41.2" or "C41.4" or "C72.0" or "C72.1" or "C72.5" or "C72.9" or "C70.1" or "C76.7";
}
