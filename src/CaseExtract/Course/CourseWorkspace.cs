using CaseExtract.Text;

namespace CaseExtract.Course;

/// <summary>The memory that the courses of a document's patients are laid out in; they change with the next document.</summary>
internal sealed class CourseWorkspace
{
    private readonly List<ClinicalCourse> _courses = [];
    private readonly List<TimedMention> _mentions = new(256);
    private readonly List<Restart> _restarts = new(8);
    private readonly List<int> _tellingSentences = [];

    /// <summary>Index of the first mention of a sentence or of one behind it.</summary>
    public List<int> FirstOf { get; } = [];

    /// <summary>Sentences of the story before a sentence.</summary>
    public List<int> StoryBefore { get; } = [];

    /// <summary>An empty line; the one before is done with.</summary>
    public StoryLine Line(Document document)
    {
        _mentions.Clear();
        _restarts.Clear();
        _tellingSentences.Clear();
        return new StoryLine(document, _mentions, _restarts, _tellingSentences);
    }

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
