using CaseExtract.Text.Normalization;

namespace CaseExtract.Course;

/// <summary>Words that call a tumour an earlier one: "the earlier ovarian cancer", "her known melanoma".</summary>
internal sealed class EarlierWords
{
    private readonly WordSet _words;

    public EarlierWords(Vocabulary.Builder vocabulary) =>
        _words = vocabulary.AddAll("previous", "prior", "original", "known", "earlier", "former", "initial", "preexisting");

    public bool Any(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (_words.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }
}
