using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>What a residue of the tumour says of its removal: it is what was left by the last one, and none that was left says that all was taken.</summary>
internal static class Residue
{
    /// <summary>How far behind "leaving" its object may end.</summary>
    private const int ObjectReach = 6;

    /// <summary>
    /// Where the last removal stands, which left the residue that is told behind it; -1 without any. Without a removal before it, a residue is what drugs or rays left; where another follows ("since
    /// residual tumor was seen after the dissection, we performed an esophagectomy"), that one took it.
    /// </summary>
    public static int LastRemoval(List<Operation> operations)
    {
        var last = -1;
        foreach (var operation in operations)
        {
            if (operation.Term != "biopsy" && (operation.Term == "resection" || operation.Organ is not null || operation.Intent == "removal"))
            {
                last = Math.Max(last, operation.Mention.FirstToken);
            }
        }

        return last;
    }

    /// <summary>"no residual tumor after resection", where "after chemotherapy" and "in the resected specimen" tell what drugs did.</summary>
    public static bool IsToldOfRemoval(ClinicalCourse course, PlacedMention residue)
    {
        if (course.Has(residue.Sentence, MentionKind.Adjuvant) || !(course.Has(residue.Sentence, MentionKind.Procedure) || course.Has(residue.Sentence, MentionKind.Extent, "act")))
        {
            return false;
        }

        return course.Once(residue.Sentence, SaysWhen);
    }

    private static bool SaysWhen(ClinicalCourse course, int sentence)
    {
        var bounds = course.Document.SentenceArray[sentence];
        for (var index = bounds.FirstToken; index < bounds.EndToken; index++)
        {
            if (course.Document.TextOf(course.Document.TokenArray[index]) is "after" or "After" or "following" or "Following" or "left" or "leaving" or "end")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"[leaving] a small residual on the cord", "leaving macroscopic tumor along the pleura": a rest of the lesion, which nothing denies.</summary>
    public static bool IsLeaving(ClinicalCourse course, PlacedMention leaving)
    {
        var document = course.Document;
        for (var index = leaving.EndToken; index < Math.Min(course.SentenceOf(leaving).EndToken, leaving.EndToken + ObjectReach); index++)
        {
            switch (document.TextOf(document.TokenArray[index]))
            {
                case "no" or "without" or "," or ";" or "." or "intact" or "to":
                    return false;
                case "residual" or "residuals" or "residue" or "residuum" or "remnant" or "remnants" or "tumor" or "tumour" or "fragment" or "fragments" or "island" or "islands" or "islets" or "nodule" or "capsule" or "sheet" or "rind":
                    return true;
            }
        }

        return false;
    }

    /// <summary>"a drain was left in place": what surgeons leave on purpose is no residue.</summary>
    public static bool IsOfDevice(ClinicalCourse course, PlacedMention left)
    {
        var document = course.Document;
        if (document.TextOf(document.TokenArray[left.FirstToken]) is not ("was" or "were" or "had"))
        {
            return false;
        }

        // "the uterus was left in situ": an organ, and no rest of the lesion
        foreach (ref readonly var organ in course.MentionsNear(left.Sentence, Annotation.Matching.MentionKind.OrganRemoved, left.FirstToken - 1, left.FirstToken))
        {
            if (organ.EndToken == left.FirstToken && organ.Value != "resection")
            {
                return true;
            }
        }

        for (var index = left.FirstToken - 1; index >= Math.Max(course.SentenceOf(left).FirstToken, left.FirstToken - ObjectReach); index--)
        {
            if (document.TextOf(document.TokenArray[index]) is "drain" or "drains" or "drainage" or "catheter" or "catheters" or "tube" or "tubes" or "stent" or "stents" or "screw" or "screws" or "rod" or "rods"
                or "implant" or "implants" or "hardware" or "cage" or "plate" or "shunt" or "gauze" or "packing" or "needle" or "wound" or "incision" or "foot" or "port" or "electrode" or "electrodes" or "spacer" or "sponge" or "dura" or "clip" or "clips" or "balloon" or "sheath")
            {
                return true;
            }
        }

        return false;
    }
}
