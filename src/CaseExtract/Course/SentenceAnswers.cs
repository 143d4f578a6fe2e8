namespace CaseExtract.Course;

/// <summary>
/// What questions about a whole sentence were answered. They are put for each mention of a sentence, and mentions follow each other, so that the answers for the last few sentences are enough and a
/// sentence full of mentions is looked through once.
/// </summary>
internal sealed class SentenceAnswers<T>
    where T : struct
{
    /// <summary>Of so many sentences the answers are kept: a question may look a few sentences ahead.</summary>
    private const int Kept = 8;

    // a question is one method, known by its delegate; sentences are counted from 1, so that an empty place holds the answer for none
    private readonly List<(Func<ClinicalCourse, int, T> Question, (int Sentence, T Answer)[] Last)> _questions = [];

    public void Clear()
    {
        foreach (var (_, last) in _questions)
        {
            Array.Clear(last);
        }
    }

    public T To(Func<ClinicalCourse, int, T> question, ClinicalCourse course, int sentence)
    {
        var last = AnswersTo(question);
        ref var known = ref last[sentence % Kept];
        if (known.Sentence != sentence + 1)
        {
            known = (sentence + 1, question(course, sentence));
        }

        return known.Answer;
    }

    private (int Sentence, T Answer)[] AnswersTo(Func<ClinicalCourse, int, T> question)
    {
        foreach (var (known, last) in _questions)
        {
            if (ReferenceEquals(known, question))
            {
                return last;
            }
        }

        var answers = new (int, T)[Kept];
        _questions.Add((question, answers));
        return answers;
    }
}
