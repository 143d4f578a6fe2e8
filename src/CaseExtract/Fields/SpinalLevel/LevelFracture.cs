using CaseExtract.Course;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Fields;

/// <summary>A fracture beside the tumour that has nothing to do with it: old, healed or of a weak bone.</summary>
internal static class LevelFracture
{
    /// <summary>How far before its vertebra the fracture may stand, and behind it: "[L1] old wedge [fracture]".</summary>
    private const int Reach = 6;
    private const int ReachBehind = 5;

    /// <summary>How far before the fracture it may be said that it is old.</summary>
    private const int AgeReach = 5;

    /// <summary>"an old osteoporotic [fracture] of [L1] was also noted", "a healed [fracture] of [T12]", "a chronic [T12] compression [fracture]".</summary>
    public static bool IsByTheWay(ClinicalCourse course, PlacedMention level)
    {
        var document = course.Document;
        var sentence = course.SentenceOf(level);
        for (var index = Math.Max(sentence.FirstToken, level.FirstToken - Reach); index < Math.Min(sentence.EndToken, level.EndToken + ReachBehind); index++)
        {
            if (document.TextOf(index) is "fracture" or "fractures" or "deformity" or "deformities" or "collapse" or "wedging" or "#" && (index >= level.EndToken || index < level.FirstToken) && !IsParted(course, index, level))
            {
                return IsOld(course, sentence, Math.Min(index, level.FirstToken), Math.Max(index + 1, level.EndToken));
            }
        }

        return false;
    }

    private static bool IsParted(ClinicalCourse course, int fracture, PlacedMention level)
    {
        for (var index = Math.Min(fracture, level.EndToken); index < Math.Max(fracture, level.FirstToken); index++)
        {
            if (course.Document.TextOf(index) is "," or ";" or "with" or "from" or "due" or "by" or "metastasis" or "tumor" or "lesion")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Said of the fracture before it, between it and its vertebra, or behind both: "fracture of L1, old", "L3 compression fracture (osteoporotic)".</summary>
    private static bool IsOld(ClinicalCourse course, Sentence sentence, int from, int to)
    {
        var document = course.Document;
        for (var index = to - 1; index >= Math.Max(sentence.FirstToken, from - AgeReach); index--)
        {
            var word = document.TextOf(index);
            if (IsAge(word))
            {
                return true;
            }

            if (word is "pathological" or "pathologic" or "Pathological" or "Pathologic" || (index < from && word is "," or ";" or "." or "year" or "years" or "-"))
            {
                return false;
            }
        }

        for (var index = to; index < Math.Min(sentence.EndToken, to + AgeReach); index++)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (IsAge(word))
            {
                return true;
            }

            if (word is not ("," or "(" or "-" or "probably" or "likely" or "known" or "is" or "are" or "was" or "were" or "appears" or "appear"))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsAge(ReadOnlySpan<char> word) => word is "old" or "Old" or "healed" or "Healed" or "consolidated" or "remote" or "longstanding" or "chronic" or "Chronic"
        or "osteoporotic" or "Osteoporotic" or "insufficiency" or "Insufficiency" or "traumatic" or "senile" or "benign";
}
