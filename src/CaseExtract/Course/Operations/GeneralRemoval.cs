using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Course;

/// <summary>Tells words that fit any removal ("resection", "radical surgical excision") from the name of one ("low anterior resection", "transurethral resection").</summary>
internal sealed class GeneralRemoval(WordRoles<OperationWord> words)
{
    /// <summary>How far behind a general word the name may stand, in tokens.</summary>
    private const int Reach = 6;

    public bool Is(ClinicalCourse course, PlacedMention mention, ProcedureConcept concept)
    {
        if (concept.Term != "resection" || concept.Use == ProcedureUse.Verb)
        {
            return false;
        }

        for (var index = mention.FirstToken; index < mention.EndToken; index++)
        {
            if (!words.Is(course.Document.TokenArray[index].Word, OperationWord.General))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"removal of the mass [by] left lower lobectomy", not "followed by".</summary>
    private static bool IsMeans(ClinicalCourse course, int from, int to)
    {
        for (var index = to - 1; index > from && index >= to - 4; index--)
        {
            if (course.Document.TextOf(course.Document.TokenArray[index]) is "by")
            {
                return course.Document.TextOf(course.Document.TokenArray[index - 1]) is not ("followed" or "accompanied" or "preceded" or "complicated" or "succeeded");
            }
        }

        return false;
    }

    /// <summary>"resection of the thymus": the name comes from the organ behind a general word.</summary>
    public static bool IsNamedByOrgan(Operation operation) => operation.Term != "resection" && ((ProcedureConcept)operation.Mention.Concept).Term == "resection";

    /// <summary>"radical resection with an extended hepatic lobectomy", "debulked by curettage": the general word is the operation that is named behind it.</summary>
    public static bool IsNamedBehind(ClinicalCourse course, List<Operation> operations, int index)
    {
        var operation = operations[index].Mention;
        // "resection of the tumor with ethmoidectomy" tells two
        if (operations[index] is not ({ IsGeneral: true } or { Term: "resection", Use: ProcedureUse.Verb }) || course.Has(operation.Sentence, operation.FirstToken, operation.EndToken, MentionKind.Tumour))
        {
            return false;
        }

        for (var next = index + 1; next < operations.Count && operations[next].Mention.FirstToken - operation.EndToken <= 2 * Reach; next++)
        {
            if ((operations[next].Organ is not null || operations[next].Term is "curettage" or "lumpectomy" or "spondylectomy" or "corpectomy" or "sacrectomy" || IsNamedByOrgan(operations[next])) && operations[next].Term != "lymphadenectomy" && operations[next].Mention.Sentence == operation.Sentence && operations[next].Mention.FirstToken > operation.EndToken
                && ((operations[next].Mention.FirstToken - operation.EndToken <= Reach && course.Document.TextOf(course.Document.TokenArray[operation.EndToken]) is "with" or "including" or "by" or "in" or ":" or "consisting" or "comprising") || IsMeans(course, operation.EndToken, operations[next].Mention.FirstToken)))
            {
                return true;
            }
        }

        return false;
    }
}
