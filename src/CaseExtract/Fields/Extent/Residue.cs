using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>What a residue of the tumour says of its removal: it is what was left by the last one, and none that was left says that all was taken.</summary>
internal static class Residue
{
    /// <summary>
    /// Whether a residue was left by the last removal. Without a removal before it, it is what drugs or rays left; where another follows ("since residual tumor was seen after the dissection, we
    /// performed an esophagectomy"), that one took it.
    /// </summary>
    public static bool IsLeft(List<Operation> operations, PlacedMention residue)
    {
        var isLeft = false;
        foreach (var operation in operations)
        {
            if (operation.Term != "biopsy" && (operation.Term == "resection" || operation.Organ is not null || operation.Intent == "removal"))
            {
                if (operation.Mention.FirstToken > residue.FirstToken)
                {
                    return false;
                }

                isLeft = true;
            }
        }

        return isLeft;
    }

    /// <summary>"no residual tumor after resection", where "after chemotherapy" and "in the resected specimen" tell what drugs did.</summary>
    public static bool IsToldOfRemoval(ClinicalCourse course, PlacedMention residue)
    {
        if (course.Has(residue.Sentence, MentionKind.Adjuvant) || !(course.Has(residue.Sentence, MentionKind.Procedure) || course.Has(residue.Sentence, MentionKind.Extent, "act")))
        {
            return false;
        }

        var sentence = course.SentenceOf(residue);
        for (var index = sentence.FirstToken; index < sentence.EndToken; index++)
        {
            if (course.Document.TextOf(course.Document.TokenArray[index]) is "after" or "After" or "following" or "Following" or "left" or "leaving")
            {
                return true;
            }
        }

        return false;
    }
}
