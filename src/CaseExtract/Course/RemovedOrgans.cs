using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>Reads which organ a word of removal takes, when that removal has a name of its own: "the uterus was removed" is a hysterectomy.</summary>
internal sealed class RemovedOrgans
{
    /// <summary>How far behind "resection of" an organ may stand whose part is named before it.</summary>
    private const int PartReach = 10;

    /// <summary>How far behind an organ the next of a list may stand.</summary>
    private const int ListReach = 24;

    private readonly OperationObjects _objects;
    private readonly GeneralRemoval _general;
    private readonly WordSet _removals;
    private readonly WordSet _parts;
    private readonly WordSet _endoscopic;
    private readonly WordSet _heads;
    private readonly WordSet _determiners;
    private readonly WordSet _along;
    private readonly WordSet _things;
    private readonly int _of;

    public RemovedOrgans(Vocabulary.Builder vocabulary, OperationObjects objects, GeneralRemoval general)
    {
        _general = general;
        _objects = objects;
        _removals = Words("removal", "resection", "excision", "extirpation", "ablation");
        _parts = Words("partial", "wedge", "segmental", "atypical", "limited", "sublobar");
        _endoscopic = Words("transurethral", "endoscopic", "endoscopically", "transurethrally");
        _heads = Words("part", "portion", "third", "half", "most", "all", "remainder", "rest", "segment", "quadrant", "wall", "dome", "tip", "lobe", "side", "cm", "percent", "majority", "whole", "remnant", "flexure", "loop", "pole");
        _determiners = Words("the", "a", "her", "his", "both", "left", "right", "whole", "entire", "affected", "diseased", "involved");
        _along = Words("including", "with", "containing", "harboring", "bearing", "along");
        _things = Words("drainage", "drain", "catheter", "biopsy", "reconstruction", "repair", "flap", "graft", "function", "stent", "sampling", "preservation", "catheterization", "tube", "stone", "prosthesis", "implant", "clot", "dressing");
        _of = vocabulary.Add("of");
        WordSet Words(params string[] words) => [.. words.Select(vocabulary.Add)];
    }

    /// <summary>"removal of the lung" before "lesion": what is taken is the lesion.</summary>
    public bool IsOnLesionIn(ClinicalCourse course, PlacedMention operation) =>
        operation.EndToken < course.SentenceOf(operation).EndToken && _objects.Stands(course, operation.EndToken, operation.EndToken + 1) && NamesOrgan(course, operation);

    /// <summary>The operation that a removed organ makes: "the uterus was removed", "removal of the left kidney".</summary>
    public string? OperationOn(ClinicalCourse course, PlacedMention mention) =>
        OrganOf(course, mention)?.Value is not { } operation ? null : operation == "mastectomy" && HasWord(course, mention, _parts) ? "lumpectomy" : operation;

    private PlacedMention? OrganOf(ClinicalCourse course, PlacedMention mention)
    {
        var isVerb = ((ProcedureConcept)mention.Concept).Use == ProcedureUse.Verb;
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence, MentionKind.OrganRemoved))
        {
            var behind = other.FirstToken - mention.EndToken;
            // "removal of the lung lesion" takes the lesion
            if (IsOfThing(course, other))
            {
                continue;
            }

            if (!isVerb && behind >= 1 && course.Document.TextOf(course.Document.TokenArray[mention.EndToken]) is "of" && !_objects.Stands(course, mention.EndToken, other.FirstToken)
                && (behind <= 4 || (behind <= PartReach && IsPartOf(course, mention.EndToken, other))))
            {
                return other;
            }

            // "spleen resection"
            if (!isVerb && other.EndToken == mention.FirstToken && _general.Is(course, mention, (ProcedureConcept)mention.Concept))
            {
                return other;
            }

            // "we removed the spleen"
            if (isVerb && behind is >= 0 and <= 3 && IsObject(course, mention, other))
            {
                return other;
            }

            // "an appendix removed for appendicitis contained a carcinoid": the specimen tells of its own operation
            if (isVerb && other.EndToken == mention.FirstToken && other.Value is not ("resection" or "lymphadenectomy") && IsOfSpecimen(course, mention))
            {
                return other;
            }

            // the subject of a passive verb: the first organ of its clause, unless a lesion, or a thing of the organ, is the subject
            if (isVerb && !IsOfHead(course, other) && other.EndToken <= mention.FirstToken && mention.FirstToken - other.EndToken <= 8 && (IsCausative(course, other) || ((IsPassive(course, other.EndToken, mention.FirstToken) || IsNoted(course, mention))
                && !_objects.Stands(course, Math.Max(StartOfMainClause(course, other), other.FirstToken - 8), EndOfSubject(course, other.EndToken, mention.FirstToken)))))
            {
                return other;
            }
        }

        return null;
    }

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

    /// <summary>"the lung [lesion]", "the bladder [catheter]": the organ only says whose the thing is.</summary>
    private bool IsOfThing(ClinicalCourse course, PlacedMention organ) => organ.EndToken < course.SentenceOf(organ).EndToken
        && (_objects.Stands(course, organ.EndToken, organ.EndToken + 1) || _things.Contains(course.Document.TokenArray[organ.EndToken].Word));

    /// <summary>Whether nothing but a comma or "and", and words that say which, stand between two things.</summary>
    private bool IsJoined(ClinicalCourse course, int from, int to)
    {
        var isJoined = false;
        for (var index = from; index < to; index++)
        {
            var isJoint = course.Document.TextOf(course.Document.TokenArray[index]) is "," or "and" or "with" or "plus" or "along" or "together" or "as" or "well" or "en" or "bloc";
            isJoined |= isJoint;
            if (!isJoint && !_determiners.Contains(course.Document.TokenArray[index].Word))
            {
                return false;
            }
        }

        return isJoined && to - from <= 5;
    }

    /// <summary>"removal of the uterus" as one term.</summary>
    private bool NamesOrgan(ClinicalCourse course, PlacedMention operation)
    {
        var isRemoval = false;
        for (var index = operation.FirstToken; index < operation.EndToken; index++)
        {
            isRemoval |= _removals.Contains(course.Document.TokenArray[index].Word);
            if (isRemoval && course.Document.TokenArray[index].Word == _of)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"resection [of segments V and VI of] the liver": a part is named between, and it is the organ's.</summary>
    private bool IsPartOf(ClinicalCourse course, int of, PlacedMention organ)
    {
        var tokens = course.Document.TokenArray;
        bool isPart = false, isNumbered = true;
        for (var index = of + 1; index < organ.FirstToken; index++)
        {
            isPart |= index <= of + 3 && _heads.Contains(tokens[index].Word);
            isNumbered &= tokens[index].Kind is not (TokenKind.Word or TokenKind.Alphanumeric) || RomanNumeral.TryParse(course.Document.TextOf(tokens[index]), out _) || course.Document.TextOf(tokens[index]) is "and" or "to" or "the";
        }

        // "resection of [I–IV and VIII] hepatic segments"
        if (isNumbered)
        {
            return true;
        }

        return isPart && organ.Value != "pneumonectomy" && (tokens[organ.FirstToken - 1].Word == _of || tokens[organ.FirstToken - 2].Word == _of);
    }

    /// <summary>Whether an organ is the object of an active verb: "[removed] the left [kidney]", not "[resected] from the [kidney]".</summary>
    private bool IsObject(ClinicalCourse course, PlacedMention verb, PlacedMention organ)
    {
        var tokens = course.Document.TokenArray;
        for (var index = verb.EndToken; index < organ.FirstToken; index++)
        {
            if (!_determiners.Contains(tokens[index].Word))
            {
                return false;
            }
        }

        return organ.FirstToken > verb.EndToken && !IsPassive(course, Math.Max(course.SentenceOf(verb).FirstToken, verb.FirstToken - 2), verb.FirstToken);
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
        for (var index = from; index < to; index++)
        {
            if (_along.Contains(course.Document.TokenArray[index].Word))
            {
                return index;
            }
        }

        return to;
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
                return tokens[index - 1].Kind == TokenKind.Word && !_heads.Contains(tokens[index - 1].Word) && !course.Has(organ.Sentence, index - 3, index, MentionKind.OrganRemoved);
            }
        }

        return false;
    }

    /// <summary>"partial resection of the lung", "transurethral resection of his bladder": not the operation that takes the whole organ.</summary>
    public bool IsPartial(ClinicalCourse course, PlacedMention mention, string operation) =>
        HasWord(course, mention, _endoscopic) || (operation == "pneumonectomy" && HasWord(course, mention, _parts));

    /// <summary>Whether a word of a set is part of an operation's name, or stands right before it.</summary>
    private static bool HasWord(ClinicalCourse course, PlacedMention mention, WordSet words)
    {
        for (var index = Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - 2); index < mention.EndToken; index++)
        {
            if (words.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"excised with the left [kidney].": which one, and nothing behind that were done with it.</summary>
    private static bool IsPairedAtEnd(ClinicalCourse course, PlacedMention organ) =>
        course.Document.TextOf(course.Document.TokenArray[organ.FirstToken - 1]) is "left" or "right"
        && (organ.EndToken >= course.SentenceOf(organ).EndToken || course.Document.FirstCharacterOf(organ.EndToken) is '.' or ';');

    /// <summary>"hemicolectomy en bloc with the spleen": what a named operation took along.</summary>
    public string? TakenEnBloc(ClinicalCourse course, PlacedMention mention) =>
        mention.EndToken + 1 < course.SentenceOf(mention).EndToken && course.Document.TextOf(course.Document.TokenArray[mention.EndToken + 1]) is "bloc" ? TakenAlong(course, mention) : null;

    /// <summary>The operation on what goes along: "excised with the lymph nodes of the neck", "resected en bloc together with the kidney".</summary>
    public string? TakenAlong(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence, MentionKind.OrganRemoved))
        {
            // the omentum goes along with any mass of the belly
            if (other.Value is "resection" or "omentectomy" || other.FirstToken - mention.EndToken is not (>= 1 and <= 6) || _objects.Stands(course, other.EndToken, Math.Min(course.SentenceOf(mention).EndToken, other.EndToken + 1)))
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

    /// <summary>"an appendix removed [because of]", "the uterus removed [at] laparotomy".</summary>
    private static bool IsOfSpecimen(ClinicalCourse course, PlacedMention verb) => verb.EndToken < course.SentenceOf(verb).EndToken
        && course.Document.TextOf(course.Document.TokenArray[verb.FirstToken]).EndsWith("ed", StringComparison.Ordinal)
        && course.Document.TextOf(course.Document.TokenArray[verb.EndToken]) is "because" or "for" or "at" or "during" or "due" or "on" or "by" or "as" or "in" or "showed" or "contained";

    /// <summary>"she [had] her left ovary removed".</summary>
    private bool IsCausative(ClinicalCourse course, PlacedMention organ)
    {
        var tokens = course.Document.TokenArray;
        var index = organ.FirstToken - 1;
        while (index > course.SentenceOf(organ).FirstToken && _determiners.Contains(tokens[index].Word))
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
}
