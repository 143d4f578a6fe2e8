namespace CaseExtract.Course;

/// <summary>How the patients of a narrative were told apart.</summary>
internal enum PatientRule : byte
{
    /// <summary>They were not: the narrative tells of one.</summary>
    One,

    /// <summary>By numbers: "Case 2", "the second patient".</summary>
    Numbered,

    /// <summary>By introductions with an age of their own.</summary>
    Introduced,
}

/// <summary>A point where the present course may start, with what speaks for and against it.</summary>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Token">Index of the token at which it would start.</param>
/// <param name="Features">What was weighed; empty when the point was ruled out before.</param>
/// <param name="IsChosen">Whether the present course starts there.</param>
internal sealed record WeighedStart(int Sentence, int Token, IReadOnlyList<WeighedFeature> Features, bool IsChosen)
{
    public double Score => Features.Sum(feature => feature.Worth);
}

/// <summary>How a patient's story was laid out.</summary>
/// <param name="Patients">How the patients were told apart.</param>
/// <param name="Starts">The points where the present course may start, in text order.</param>
internal sealed record StoryTrace(PatientRule Patients, IReadOnlyList<WeighedStart> Starts);
