using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Course;

/// <summary>Whether the authors say that a tumour is what they report: "We report a case of X", "the first report of a monophasic X".</summary>
internal sealed class ReportedCase(WordRoles<DiagnosisWord> words, Vocabulary.Builder vocabulary)
{
    /// <summary>How far before a tumour "first report" may stand.</summary>
    private const int FirstCaseReach = 8;

    /// <summary>How far into its sentence "we report" may stand, and how far before the tumour.</summary>
    private const int ReportReach = 8;
    private const int NameReach = 14;

    private readonly int _first = vocabulary.Add("first");

    /// <summary>"this is the first report of a monophasic X": what has not been told before is what this report tells of.</summary>
    public bool IsFirstCase(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        for (var index = Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - FirstCaseReach); index < mention.FirstToken - 1; index++)
        {
            if (tokens[index].Word == _first && (words.Is(tokens[index + 1].Word, DiagnosisWord.Case) || (index + 2 < mention.FirstToken && words.Is(tokens[index + 2].Word, DiagnosisWord.Case)))
                && !course.Has(mention.Sentence, index, mention.FirstToken - 1, MentionKind.Tumour))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"We report a case of X", with no patient named between: in "a case of a woman with X who presented with Y" X may be history.</summary>
    public bool IsNamedAsCase(ClinicalCourse course, PlacedMention mention)
    {
        var bounds = course.SentenceOf(mention);
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
        {
            if (other.FirstToken >= mention.FirstToken)
            {
                break;
            }

            if (other.Kind is MentionKind.Age or MentionKind.Tumour || other is { Kind: MentionKind.Person, Concept: ValueConcept { Value: not "our-patient" } })
            {
                return false;
            }
        }

        for (var index = bounds.FirstToken; index < Math.Min(mention.FirstToken, bounds.FirstToken + ReportReach); index++)
        {
            if (words.Is(course.Document.TokenArray[index].Word, DiagnosisWord.Report))
            {
                return mention.FirstToken - index <= NameReach;
            }
        }

        return false;
    }
}
