namespace CaseExtract.Course;

/// <summary>What questions about a whole course were answered. They are put for each of many mentions, and asked once.</summary>
internal sealed class CourseAnswers
{
    private readonly List<(Func<ClinicalCourse, bool> Question, bool Answer)> _known = []; // a question is one method, known by its delegate

    public void Clear() => _known.Clear();

    public bool To(Func<ClinicalCourse, bool> question, ClinicalCourse course)
    {
        foreach (var (known, answer) in _known)
        {
            if (ReferenceEquals(known, question))
            {
                return answer;
            }
        }

        var found = question(course);
        _known.Add((question, found));
        return found;
    }
}
