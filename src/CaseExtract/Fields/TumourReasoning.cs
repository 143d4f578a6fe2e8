using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>Why a record says what it says of its tumour.</summary>
/// <param name="Candidates">What the report may be about, in the order of the text.</param>
/// <param name="Lesion">What was chosen.</param>
/// <param name="Origin">What was weighed for and against a metastasis; empty when there is no tumour.</param>
internal sealed record TumourReasoning(IReadOnlyList<LesionCandidate> Candidates, IndexLesion Lesion, IReadOnlyList<WeighedFeature> Origin);

/// <summary>A feature of a linear model in one case.</summary>
internal readonly record struct WeighedFeature(string Name, double Value, double Weight);
