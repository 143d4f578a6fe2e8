using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>What an operation is done on: a lesion, or an organ whose removal has a name of its own.</summary>
internal sealed class OperationObjects
{
    private readonly WordSet _lesions;
    private readonly WordSet _auxiliaries;
    private readonly WordSet _removals;
    private readonly WordSet _parts;
    private readonly WordSet _endoscopic;
    private readonly WordSet _heads;
    private readonly Dictionary<string, WordSet> _own;
    private readonly ImpliedRemoval _implied;
    private readonly int _of;

    public OperationObjects(Vocabulary.Builder vocabulary)
    {
        _lesions = Words("tumor", "mass", "lesion", "nodule", "metastasis", "metastases", "neoplasm", "cyst", "growth", "recurrence", "it", "polyp", "cancer", "specimen", "surgical", "margin", "component", "process", "deposit", "neoplasia", "swelling", "lump", "formation");
        _auxiliaries = Words("was", "were", "been", "being", "be", "we", "surgeon", "they", "he", "she", "then", "and");
        _parts = Words("partial", "wedge", "segmental", "atypical", "limited", "sublobar");
        _endoscopic = Words("transurethral", "endoscopic", "endoscopically", "transurethrally");
        _removals = Words("removal", "resection", "excision", "extirpation", "ablation");
        var column = Words("spine", "vertebra", "segment", "column");
        _own = new(StringComparer.Ordinal)
        {
            ["decompression"] = Words("cord", "cauda", "sac", "root", "nerve", "canal", "foramen", "element", "spine", "medulla", "dura"),
            ["embolization"] = Words("artery", "arterial", "feeder", "branch", "vessel", "malformation", "fistula", "vein", "pedicle", "aneurysm"),
            ["curettage"] = Words("cavity", "defect"),
            ["fusion"] = column,
            ["instrumentation"] = column,
        };
        _heads = Words("part", "portion", "third", "half", "most", "all", "remainder", "rest", "segment", "quadrant", "pole", "wall", "dome", "tip", "lobe", "side", "cm", "percent", "majority", "whole", "remnant");
        _of = vocabulary.Add("of");
        _implied = new ImpliedRemoval(vocabulary, _lesions, _auxiliaries);
        WordSet Words(params string[] words) => [.. words.Select(vocabulary.Add)];
    }

    /// <summary>Whether what a verb is done on stands in a range of tokens: "the [cord] was decompressed", "the feeding [arteries] were embolized", "the [spine] was fused".</summary>
    public bool StandsOwn(ClinicalCourse course, string term, int from, int to)
    {
        if (_own.TryGetValue(term, out var words))
        {
            for (var index = from; index < to; index++)
            {
                if (words.Contains(course.Document.TokenArray[index].Word))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"the spine was fused", "we stabilized the vertebra", not "a block of fused vertebrae".</summary>
    public bool IsDone(ClinicalCourse course, PlacedMention verb)
    {
        var tokens = course.Document.TokenArray;
        for (var index = verb.FirstToken - 1; index >= Math.Max(course.SentenceOf(verb).FirstToken, verb.FirstToken - 3); index--)
        {
            if (_auxiliaries.Contains(tokens[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word for a lesion stands in a range of tokens.</summary>
    public bool Stands(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (_lesions.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"removal of the lung" before "lesion": what is taken is the lesion.</summary>
    public bool IsOnLesionIn(ClinicalCourse course, PlacedMention operation)
    {
        var tokens = course.Document.TokenArray;
        if (operation.EndToken >= course.SentenceOf(operation).EndToken || !_lesions.Contains(tokens[operation.EndToken].Word))
        {
            return false;
        }

        var isRemoval = false;
        for (var index = operation.FirstToken; index < operation.EndToken; index++)
        {
            isRemoval |= _removals.Contains(tokens[index].Word);
            if (isRemoval && tokens[index].Word == _of)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The operation that a removed organ makes: "the uterus was removed", "removal of the left kidney".</summary>
    public string? OperationOn(ClinicalCourse course, PlacedMention mention)
    {
        var isVerb = ((ProcedureConcept)mention.Concept).Use == ProcedureUse.Verb;
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence, MentionKind.OrganRemoved))
        {
            var behind = other.FirstToken - mention.EndToken;
            // "removal of the lung lesion" takes the lesion
            if (other.EndToken < course.SentenceOf(mention).EndToken && _lesions.Contains(course.Document.TokenArray[other.EndToken].Word))
            {
                continue;
            }

            if (!isVerb && behind is >= 1 and <= 4 && course.Document.TextOf(course.Document.TokenArray[mention.EndToken]) is "of" && !Stands(course, mention.EndToken, other.FirstToken))
            {
                return other.Value;
            }

            // the subject of a passive verb: the first organ of its clause, unless a lesion, or a thing of the organ, is the subject
            if (isVerb && !IsOfHead(course, other) && other.EndToken <= mention.FirstToken && mention.FirstToken - other.EndToken <= 8 && IsPassive(course, other.EndToken, mention.FirstToken)
                && !Stands(course, Math.Max(course.SentenceOf(mention).FirstToken, other.FirstToken - 8), mention.FirstToken))
            {
                return other.Value;
            }
        }

        return null;
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

    /// <summary>"the resected specimen": a removal that is only implied.</summary>
    public bool IsAttribute(ClinicalCourse course, PlacedMention verb) => _implied.Holds(course, verb);

    /// <summary>"partial resection of the lung", "transurethral resection of his bladder": not the operation that takes the whole organ.</summary>
    public bool IsPartial(ClinicalCourse course, PlacedMention mention, string operation)
    {
        var tokens = course.Document.TokenArray;
        for (var index = Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - 2); index < mention.EndToken; index++)
        {
            if (_endoscopic.Contains(tokens[index].Word) || (operation == "pneumonectomy" && _parts.Contains(tokens[index].Word)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The gland was excised along with the lymph nodes of the neck".</summary>
    public bool TakesNodes(ClinicalCourse course, PlacedMention mention)
    {
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
        {
            if (other.Kind == MentionKind.OrganRemoved && other.Value == "lymphadenectomy" && other.FirstToken - mention.EndToken is >= 1 and <= 4)
            {
                for (var index = mention.EndToken; index < other.FirstToken; index++)
                {
                    if (course.Document.TextOf(course.Document.TokenArray[index]) is "with")
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool IsPassive(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (course.Document.TextOf(course.Document.TokenArray[index]) is "was" or "were" or "been")
            {
                return true;
            }
        }

        return false;
    }
}
