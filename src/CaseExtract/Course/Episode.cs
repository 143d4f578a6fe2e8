namespace CaseExtract.Course;

/// <summary>A stretch of a patient's story.</summary>
internal enum Episode : byte
{
    /// <summary>General knowledge, literature: no part of the story.</summary>
    General,

    /// <summary>Before the present course: what is called history, or lies an interval or a course of disease back.</summary>
    Earlier,

    /// <summary>The present course: presentation, investigations, operation, treatment.</summary>
    Present,

    /// <summary>After treatment.</summary>
    FollowUp,
}
