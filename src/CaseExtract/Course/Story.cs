using CaseExtract.Annotation;

namespace CaseExtract.Course;

/// <summary>Annotated document to clinical courses: the patients told apart, and for each what happened when.</summary>
internal sealed class Story(PatientSplitter patients, Timeline timeline)
{
    /// <summary>Reconstructs the courses of a document's patients.</summary>
    /// <param name="annotated">The document.</param>
    /// <param name="workspace">The memory that the courses will live in.</param>
    public IReadOnlyList<ClinicalCourse> Reconstruct(AnnotatedDocument annotated, CourseWorkspace workspace)
    {
        var parts = patients.Split(annotated, out _);
        var courses = new ClinicalCourse[parts.Count];
        for (var index = 0; index < courses.Length; index++)
        {
            courses[index] = workspace.Course(index).Begin(annotated, index + 1, parts[index]);
            timeline.Place(annotated, parts[index], courses[index], workspace);
        }

        return courses;
    }

    /// <summary>How the stories were laid out, in the order of <see cref="Reconstruct"/>.</summary>
    public IReadOnlyList<StoryTrace> Explain(AnnotatedDocument annotated) =>
        [.. patients.Split(annotated, out var rule).Select(patient => new StoryTrace(rule, timeline.Explain(annotated, patient)))];
}
