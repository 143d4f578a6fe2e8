using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Course;

/// <summary>Reads which organ a word of removal takes (<see cref="OrganOfNoun"/>, <see cref="OrganOfVerb"/>), when that removal has a name of its own: "the uterus was removed" is a hysterectomy.</summary>
internal sealed class RemovedOrgans(WordRoles<OperationWord> words, OperationObjects objects, GeneralRemoval general, Vocabulary.Builder vocabulary)
{
    /// <summary>How far behind an organ the next of a list may stand.</summary>
    private const int ListReach = 24;

    private readonly OrganOfNoun _ofNoun = new(words, objects, general, vocabulary);
    private readonly OrganOfVerb _ofVerb = new(words, objects, vocabulary);
    private readonly int _of = vocabulary.Add("of");

    /// <summary>"removal of the lung" before "lesion": what is taken is the lesion.</summary>
    public bool IsOnLesionIn(ClinicalCourse course, PlacedMention operation) =>
        operation.EndToken < course.SentenceOf(operation).EndToken && objects.Stands(course, operation.EndToken, operation.EndToken + 1) && NamesOrgan(course, operation);

    /// <summary>The operation that a removed organ makes: "the uterus was removed", "removal of the left kidney".</summary>
    public string? OperationOn(ClinicalCourse course, PlacedMention mention) =>
        OrganOf(course, mention)?.Value is not { } operation ? null : operation == "mastectomy" && HasWord(course, mention, OperationWord.Partial) ? "lumpectomy" : operation;

    private PlacedMention? OrganOf(ClinicalCourse course, PlacedMention mention)
    {
        var isVerb = ((ProcedureConcept)mention.Concept).Use == ProcedureUse.Verb;
        var organs = isVerb ? course.MentionsOf(mention.Sentence, MentionKind.OrganRemoved)
            : course.MentionsNear(mention.Sentence, MentionKind.OrganRemoved, mention.FirstToken, mention.EndToken + OrganOfNoun.PartReach);
        foreach (ref readonly var organ in organs)
        {
            if (!IsOfThing(course, organ) && (isVerb ? _ofVerb.Is(course, mention, organ) : _ofNoun.Is(course, mention, organ)))
            {
                return organ;
            }
        }

        return null;
    }

    /// <summary>"partial resection of the lung", "transurethral resection of his bladder": not the operation that takes the whole organ.</summary>
    public bool IsPartial(ClinicalCourse course, PlacedMention mention, string operation) =>
        HasWord(course, mention, operation == "pneumonectomy" ? OperationWord.Endoscopic | OperationWord.Partial : OperationWord.Endoscopic);

    /// <summary>Adds the operations on what is named with the first organ: "resection of the left kidney [and the descending colon]", "the uterus, [both ovaries and the omentum] were removed".</summary>
    public void AddCoordinated(ClinicalCourse course, PlacedMention mention, ProcedureConcept concept, List<string> terms)
    {
        var from = concept.Organ is not null && NamesOrgan(course, mention) ? mention.EndToken : concept.Term == "resection" ? OrganOf(course, mention)?.EndToken ?? -1 : -1;
        if (from < 0)
        {
            return;
        }

        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.OrganRemoved, from, from + ListReach))
        {
            if (other.FirstToken < from)
            {
                continue;
            }

            if (!IsJoined(course, from, other.FirstToken) || IsOfThing(course, other))
            {
                break;
            }

            from = other.EndToken;
            if (other.Value != "resection")
            {
                terms.Add(other.Value);
            }
        }
    }

    /// <summary>"hemicolectomy en bloc with the spleen": what a named operation took along.</summary>
    public string? TakenEnBloc(ClinicalCourse course, PlacedMention mention) =>
        mention.EndToken + 1 < course.SentenceOf(mention).EndToken && course.Document.TextOf(course.Document.TokenArray[mention.EndToken + 1]) is "bloc" ? TakenAlong(course, mention) : null;

    /// <summary>The operation on what goes along: "excised with the lymph nodes of the neck", "resected en bloc together with the kidney".</summary>
    public string? TakenAlong(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.OrganRemoved, mention.EndToken + 1, mention.EndToken + 6))
        {
            // the omentum goes along with any mass of the belly
            if (other.Value is "resection" or "omentectomy" || other.FirstToken - mention.EndToken is not (>= 1 and <= 6) || objects.Stands(course, other.EndToken, Math.Min(course.SentenceOf(mention).EndToken, other.EndToken + 1)))
            {
                continue;
            }

            for (var index = mention.EndToken; index < other.FirstToken; index++)
            {
                if (course.Document.TextOf(tokens[index]) is "with" && other.FirstToken - index <= 3
                    && (other.Value == "lymphadenectomy" || course.Document.TextOf(tokens[index - 1]) is "along" or "together" or "bloc" || IsPairedAtEnd(course, other)))
                {
                    return other.Value;
                }
            }
        }

        return null;
    }

    /// <summary>"removal of the uterus" as one term.</summary>
    private bool NamesOrgan(ClinicalCourse course, PlacedMention operation)
    {
        var isRemoval = false;
        for (var index = operation.FirstToken; index < operation.EndToken; index++)
        {
            isRemoval |= words.Is(course.Document.TokenArray[index].Word, OperationWord.Removal);
            if (isRemoval && course.Document.TokenArray[index].Word == _of)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the lung [lesion]", "the bladder [catheter]": the organ only says whose the thing is.</summary>
    private bool IsOfThing(ClinicalCourse course, PlacedMention organ) => organ.EndToken < course.SentenceOf(organ).EndToken
        && words.Is(course.Document.TokenArray[organ.EndToken].Word, OperationWord.Lesion | OperationWord.OfOrgan);

    /// <summary>Whether nothing but a comma or "and", and words that say which, stand between two things.</summary>
    private bool IsJoined(ClinicalCourse course, int from, int to)
    {
        var isJoined = false;
        for (var index = from; index < to; index++)
        {
            var isJoint = course.Document.TextOf(course.Document.TokenArray[index]) is "," or "and" or "with" or "plus" or "along" or "together" or "as" or "well" or "en" or "bloc";
            isJoined |= isJoint;
            if (!isJoint && !words.Is(course.Document.TokenArray[index].Word, OperationWord.Determiner))
            {
                return false;
            }
        }

        return isJoined && to - from <= 5;
    }

    /// <summary>"excised with the left [kidney].": which one, and nothing behind that were done with it.</summary>
    private static bool IsPairedAtEnd(ClinicalCourse course, PlacedMention organ) =>
        course.Document.TextOf(course.Document.TokenArray[organ.FirstToken - 1]) is "left" or "right"
        && (organ.EndToken >= course.SentenceOf(organ).EndToken || course.Document.FirstCharacterOf(organ.EndToken) is '.' or ';');

    /// <summary>Whether a word of some role is part of an operation's name, or stands right before it.</summary>
    private bool HasWord(ClinicalCourse course, PlacedMention mention, OperationWord role) =>
        words.Stand(course.Document.TokenArray, Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - 2), mention.EndToken, role);
}
