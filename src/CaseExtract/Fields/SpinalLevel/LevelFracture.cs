using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>A fracture beside the tumour that has nothing to do with it: old, healed or of a weak bone.</summary>
internal static class LevelFracture
{
    /// <summary>How far before its vertebra the fracture may stand, and behind it.</summary>
    private const int Reach = 6;

    /// <summary>How far before the fracture it may be said that it is old.</summary>
    private const int AgeReach = 5;

    /// <summary>"an old osteoporotic [fracture] of [L1] was also noted", "a healed [fracture] of [T12]", "a chronic [T12] compression [fracture]".</summary>
    public static bool IsByTheWay(ClinicalCourse course, PlacedMention level)
    {
        var document = course.Document;
        var sentence = course.SentenceOf(level);
        for (var index = Math.Max(sentence.FirstToken, level.FirstToken - Reach); index < Math.Min(sentence.EndToken, level.EndToken + 3); index++)
        {
            if (document.TextOf(index) is "fracture" or "fractures" or "deformity" && (index >= level.EndToken || index < level.FirstToken) && !IsParted(course, index, level))
            {
                return IsOld(course, sentence.FirstToken, Math.Min(index, level.FirstToken));
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

    private static bool IsOld(ClinicalCourse course, int start, int from)
    {
        var document = course.Document;
        for (var index = from - 1; index >= Math.Max(start, from - AgeReach); index--)
        {
            switch (document.TextOf(index))
            {
                case "old" or "Old" or "healed" or "Healed" or "consolidated" or "remote" or "longstanding" or "chronic" or "Chronic"
                    or "osteoporotic" or "Osteoporotic" or "insufficiency" or "Insufficiency" or "traumatic" or "senile" or "benign":
                    return true;
                case "," or ";" or "." or "year" or "years" or "pathological" or "pathologic" or "-":
                    return false;
            }
        }

        return false;
    }
}
