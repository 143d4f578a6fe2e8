using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Course;

/// <summary>
/// What a pathologist found of a mass that nobody gave the name of a tumour: inflammation, granulomas, a foreign body. "An obstructing tumor of the colon … histology showed
/// inflammation" tells of no tumour.
/// </summary>
internal sealed class TissueFinding(WordRoles<DiagnosisWord> words, Vocabulary.Builder vocabulary)
{
    /// <summary>How far behind the word of pathology the finding may stand.</summary>
    private const int Reach = 16;

    private readonly int _tumour = vocabulary.Add("tumor");
    private readonly int _cell = vocabulary.Add("cell");

    /// <summary>Whether pathology tells of inflammation or of what caused it, and of no tumour.</summary>
    /// <param name="course">The course.</param>
    /// <param name="mass">The mass, which has no name that says what it is.</param>
    public bool IsNoTumour(ClinicalCourse course, LesionCandidate mass)
    {
        var isInflamed = false;
        var last = -1;
        foreach (ref readonly var plot in course.Of(MentionKind.Plot))
        {
            if (plot.Value != "pathology" || plot.Sentence == last || plot.Episode == Episode.Earlier || plot.Is(Assertion.NotPatient | Assertion.Hypothetical)
                || plot.Sentence < mass.Mentions[0].Sentence)
            {
                continue;
            }

            last = plot.Sentence;
            var end = course.SentenceOf(plot).EndToken;
            for (var index = plot.EndToken; index < end; index++)
            {
                var word = course.Document.TokenArray[index].Word;
                if ((words.Is(word, DiagnosisWord.TumourCell) || (word == _tumour && index + 1 < end && course.Document.TokenArray[index + 1].Word == _cell)) && !IsDenied(course, plot.Sentence, index))
                {
                    return false;
                }

                isInflamed |= index - plot.EndToken <= Reach && words.Is(word, DiagnosisWord.Inflammation) && !IsDenied(course, plot.Sentence, index);
            }
        }

        return isInflamed;
    }

    /// <summary>"without malignancy", "no granuloma": a word of denial closely before.</summary>
    private static bool IsDenied(ClinicalCourse course, int sentence, int token)
    {
        var start = course.Document.SentenceArray[sentence].FirstToken;
        for (var index = token - 1; index >= Math.Max(start, token - 5); index--)
        {
            if (course.Document.TextOf(index) is "no" or "No" or "not" or "without" or "non" or "absence" or "neither" or "nor" or "free")
            {
                return true;
            }
        }

        return false;
    }
}
