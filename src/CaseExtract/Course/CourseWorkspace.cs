namespace CaseExtract.Course;

/// <summary>The memory that the courses of a document's patients are laid out in; they change with the next document.</summary>
internal sealed class CourseWorkspace
{
    private readonly List<ClinicalCourse> _courses = [];

    /// <summary>One patient's mentions on their way to their places.</summary>
    public List<TimedMention> Line { get; } = [];

    /// <summary>The course of the patient with the index, to be begun.</summary>
    public ClinicalCourse Course(int index)
    {
        if (index == _courses.Count)
        {
            _courses.Add(new ClinicalCourse());
        }

        return _courses[index];
    }
}
