using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>What was weighed for a record before its values were chosen.</summary>
/// <param name="Candidates">What the report may be about, in the order of the text.</param>
/// <param name="Lesion">What was chosen.</param>
/// <param name="Origin">What was weighed for and against a metastasis; empty when there is no tumour.</param>
internal sealed record TumourReasoning(IReadOnlyList<LesionCandidate> Candidates, IndexLesion Lesion, IReadOnlyList<WeighedFeature> Origin)
{
    /// <summary>What speaks for and against the best mention of each candidate, in the order of <see cref="Candidates"/>.</summary>
    public IReadOnlyList<IReadOnlyList<WeighedFeature>> CandidateFeatures { get; init; } = [];

    /// <summary>The ages told, in the order of the text.</summary>
    public IReadOnlyList<WeighedAge> Ages { get; init; } = [];
}

/// <summary>An age and what was weighed for and against its being the patient's.</summary>
internal sealed record WeighedAge(PlacedMention Mention, IReadOnlyList<WeighedFeature> Features);
