using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>A word of spread that tells of a metastasis as a fact.</summary>
/// <param name="Words">The mention.</param>
/// <param name="Spine">The spine in its sentence.</param>
/// <param name="IsInTitle">Whether it stands in the title.</param>
/// <param name="IsAdjective">Whether it belongs to the name of the tumour: "metastatic breast cancer".</param>
/// <param name="HasSource">Whether the tumour is named that it came from: "metastasis of the renal carcinoma".</param>
internal readonly record struct SpreadMention(PlacedMention Words, PlacedMention? Spine, bool IsInTitle, bool IsAdjective, bool HasSource)
{
    /// <summary>Told of a course before the present one.</summary>
    public bool IsEarlier => Words.Episode == Episode.Earlier;
}
