using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>Whether a verb of removal takes an organ: "we removed the [spleen]", "the [uterus] was removed", "she had her left [ovary] removed", "an [appendix] removed at laparotomy".</summary>
internal sealed class OrganOfVerb(WordRoles<OperationWord> words, OperationObjects objects, Vocabulary.Builder vocabulary)
{
    /// <summary>How far behind an active verb its object may stand.</summary>
    private const int ObjectReach = 3;

    /// <summary>How far before a verb its subject may stand.</summary>
    private const int SubjectReach = 8;

    private readonly int _of = vocabulary.Add("of");

    public bool Is(ClinicalCourse course, PlacedMention verb, PlacedMention organ) =>
        IsObject(course, verb, organ)
        // the specimen tells of its own operation
        || (organ.EndToken == verb.FirstToken && organ.Value is not ("resection" or "lymphadenectomy") && IsOfSpecimen(course, verb))
        || IsSubject(course, verb, organ);

    /// <summary>The object of an active verb: "[removed] the left [kidney]", not "[resected] from the [kidney]".</summary>
    private bool IsObject(ClinicalCourse course, PlacedMention verb, PlacedMention organ)
    {
        if (organ.FirstToken - verb.EndToken is not (>= 1 and <= ObjectReach))
        {
            return false;
        }

        for (var index = verb.EndToken; index < organ.FirstToken; index++)
        {
            if (!words.Is(course.Document.TokenArray[index].Word, OperationWord.Determiner))
            {
                return false;
            }
        }

        return !IsPassive(course, Math.Max(course.SentenceOf(verb).FirstToken, verb.FirstToken - 2), verb.FirstToken);
    }

    /// <summary>"an appendix removed [because of]", "the uterus removed [at] laparotomy".</summary>
    private static bool IsOfSpecimen(ClinicalCourse course, PlacedMention verb) => verb.EndToken < course.SentenceOf(verb).EndToken
        && course.Document.TextOf(course.Document.TokenArray[verb.FirstToken]).EndsWith("ed", StringComparison.Ordinal)
        && course.Document.TextOf(course.Document.TokenArray[verb.EndToken]) is "because" or "for" or "at" or "during" or "due" or "on" or "by" or "as" or "in" or "showed" or "contained";

    /// <summary>The subject of a passive verb: the first organ of its clause, unless a lesion, or a thing of the organ, is the subject.</summary>
    private bool IsSubject(ClinicalCourse course, PlacedMention verb, PlacedMention organ)
    {
        if (organ.EndToken > verb.FirstToken || verb.FirstToken - organ.EndToken > SubjectReach || IsOfHead(course, organ))
        {
            return false;
        }

        return IsCausative(course, organ) || ((IsPassive(course, organ.EndToken, verb.FirstToken) || IsNoted(course, verb))
            && !objects.Stands(course, Math.Max(StartOfMainClause(course, organ), organ.FirstToken - SubjectReach), EndOfSubject(course, organ.EndToken, verb.FirstToken)));
    }

    /// <summary>"the siliconomas of the left breast were removed": an organ that only says whose the subject is, unless that is a part of it.</summary>
    private bool IsOfHead(ClinicalCourse course, PlacedMention organ)
    {
        var tokens = course.Document.TokenArray;
        var start = course.SentenceOf(organ).FirstToken;
        for (var index = organ.FirstToken - 1; index > start && index >= organ.FirstToken - 3; index--)
        {
            if (tokens[index].Word == _of)
            {
                return tokens[index - 1].Kind == TokenKind.Word && !words.Is(tokens[index - 1].Word, OperationWord.PartOfOrgan) && !course.Has(organ.Sentence, index - 3, index, MentionKind.OrganRemoved);
            }
        }

        return false;
    }

    /// <summary>"she [had] her left ovary removed".</summary>
    private bool IsCausative(ClinicalCourse course, PlacedMention organ)
    {
        var tokens = course.Document.TokenArray;
        var index = organ.FirstToken - 1;
        while (index > course.SentenceOf(organ).FirstToken && words.Is(tokens[index].Word, OperationWord.Determiner))
        {
            index--;
        }

        return index < organ.FirstToken - 1 && course.Document.TextOf(tokens[index]) is "had" or "have" or "having" or "has";
    }

    private static bool IsPassive(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (course.Document.TextOf(course.Document.TokenArray[index]) is "was" or "were" or "been" or "be")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Laminae of T9 and T10 removed.": a note leaves the auxiliary out.</summary>
    private static bool IsNoted(ClinicalCourse course, PlacedMention verb)
    {
        var sentence = course.SentenceOf(verb);
        if (verb.EndToken < sentence.EndToken && course.Document.FirstCharacterOf(verb.EndToken) is not ('.' or ';' or ','))
        {
            return false;
        }

        for (var index = sentence.FirstToken; index < verb.FirstToken; index++)
        {
            if (course.Document.TextOf(course.Document.TokenArray[index]) is "was" or "were" or "is" or "are" or "had" or "has" or "have" or "who" or "which" or "that" or "we" or "We" or "showed" or "revealed" or "he" or "she" or "He" or "She")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"Because two nodes held cancer, [seven axillary nodes were removed]": what the reason names is not removed.</summary>
    private static int StartOfMainClause(ClinicalCourse course, PlacedMention organ)
    {
        var (document, start) = (course.Document, course.SentenceOf(organ).FirstToken);
        if (document.TextOf(document.TokenArray[start]) is "Because" or "As" or "Since" or "When" or "Although" or "While" or "If")
        {
            for (var index = organ.FirstToken - 1; index > start; index--)
            {
                if (document.TextOf(document.TokenArray[index]) is ",")
                {
                    return index + 1;
                }
            }
        }

        return start;
    }

    /// <summary>"the tail of the pancreas [including the tumor] was resected": what an organ took along is not the subject.</summary>
    private int EndOfSubject(ClinicalCourse course, int from, int to)
    {
        while (from < to && !words.Is(course.Document.TokenArray[from].Word, OperationWord.Along))
        {
            from++;
        }

        return from;
    }
}
