using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Whether spread is told as one metastasis, which may be the lesion, or as the stage of a disease: "a metastasis", "a secondary deposit", not "metastases".</summary>
internal sealed class SingleMetastasis(WordRoles<SpreadWord> words)
{
    /// <summary>How far from a metastasis the recurrence may stand that is told in one breath with it.</summary>
    private const int RecurrenceReach = 6;

    /// <summary>How far before metastases "other" may stand.</summary>
    private const int OtherReach = 4;

    /// <summary>"metastasis", "deposit", "secondary tumour", "leptomeningeal carcinomatosis"; not "metastases", "metastatic disease", "dissemination", nor "recurrence and metastasis", which tells how the disease went on.</summary>
    public bool Is(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var other in course.MentionsNear(spread.Sentence, MentionKind.Spread, spread.FirstToken - RecurrenceReach, spread.EndToken + RecurrenceReach))
        {
            if (other.Value == "recurrence" && (IsJoined(course, other, spread) || IsJoined(course, spread, other)))
            {
                return false;
            }
        }

        var token = course.Document.TokenArray[spread.EndToken - 1];
        var last = course.Document.TextOf(token);
        return last.EndsWith("asis", StringComparison.OrdinalIgnoreCase) || words.Is(course.Document.TokenArray[spread.FirstToken].Word, SpreadWord.Meningeal) || (words.Is(token.Word, SpreadWord.Single) && !last.EndsWith("s", StringComparison.OrdinalIgnoreCase));
    }

    private bool IsJoined(ClinicalCourse course, PlacedMention first, PlacedMention second) => words.Stand(course.Document.TokenArray, first.EndToken, second.FirstToken, SpreadWord.Join);

    /// <summary>"no other metastases": there is one.</summary>
    public bool IsOther(ClinicalCourse course, PlacedMention spread)
    {
        var start = course.SentenceOf(spread).FirstToken;
        return words.Stand(course.Document.TokenArray, Math.Max(start, spread.FirstToken - OtherReach), spread.FirstToken, SpreadWord.Other);
    }
}
