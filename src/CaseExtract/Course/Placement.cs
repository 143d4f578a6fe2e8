namespace CaseExtract.Course;

/// <summary>Why a mention is in its episode.</summary>
internal enum Placement : byte
{
    /// <summary>Told in the present course, as most things are.</summary>
    Told,

    /// <summary>The title tells of the present course.</summary>
    Title,

    /// <summary>It is somebody else's, or what is generally known.</summary>
    NotPatient,

    /// <summary>The text dates it back: "two years ago", "at the age of 37".</summary>
    Dated,

    /// <summary>It is told before the point at which the present course starts.</summary>
    BeforePresentation,

    /// <summary>The opening sentence tells it before how the patient came.</summary>
    Opening,

    /// <summary>It is called history: "history of", "status post", a history section.</summary>
    CalledHistory,

    /// <summary>Told in the past perfect before the present course had begun.</summary>
    PastPerfect,

    /// <summary>Told as observation after treatment.</summary>
    Observation,
}
