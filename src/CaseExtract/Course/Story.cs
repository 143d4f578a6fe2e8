using CaseExtract.Annotation;

namespace CaseExtract.Course;

/// <summary>Annotated document to clinical courses: the patients told apart, and for each what happened when.</summary>
internal sealed class Story(PatientSplitter patients, Timeline timeline)
{
    public IReadOnlyList<ClinicalCourse> Reconstruct(AnnotatedDocument annotated)
    {
        var courses = new List<ClinicalCourse>();
        foreach (var patient in patients.Split(annotated, out _))
        {
            courses.Add(new ClinicalCourse(annotated, courses.Count + 1, patient.Sentences, timeline.Place(annotated, patient)));
        }

        return courses;
    }

    /// <summary>How the stories were laid out, in the order of <see cref="Reconstruct"/>.</summary>
    public IReadOnlyList<StoryTrace> Explain(AnnotatedDocument annotated) =>
        [.. patients.Split(annotated, out var rule).Select(patient => new StoryTrace(rule, timeline.Explain(annotated, patient)))];
}
