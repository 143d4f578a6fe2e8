using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Course;

/// <summary>What an operation is done on: a lesion, or what such operations are done on and no other.</summary>
internal sealed class OperationObjects
{
    /// <summary>How far into a sentence its subject may stand, in tokens.</summary>
    private const int SubjectReach = 4;

    private readonly WordSet _lesions;
    private readonly WordSet _parts;
    private readonly WordSet _auxiliaries;
    private readonly Dictionary<string, WordSet> _own;
    private readonly ImpliedRemoval _implied;
    private readonly WordSet _cutting;
    private readonly int _and, _was, _then, _of;

    public OperationObjects(Vocabulary.Builder vocabulary)
    {
        _lesions = Words("tumor", "mass", "lesion", "nodule", "metastasis", "metastases", "neoplasm", "cyst", "growth", "recurrence", "it", "polyp", "cancer", "specimen", "surgical", "margin", "component", "process", "deposit", "neoplasia", "swelling", "lump", "formation");
        _parts = Words("portion", "part", "extension", "bulk", "rest", "remainder", "remnant", "residue");
        _auxiliaries = Words("was", "were", "been", "being", "be", "we", "surgeon", "they", "he", "she", "then", "and");
        var column = Words("spine", "vertebra", "segment", "column");
        _own = new(StringComparer.Ordinal)
        {
            ["decompression"] = Words("cord", "cauda", "sac", "root", "nerve", "canal", "foramen", "element", "spine", "medulla", "dura"),
            ["embolization"] = Words("artery", "arterial", "feeder", "branch", "vessel", "malformation", "fistula", "vein", "pedicle", "aneurysm"),
            ["evacuation"] = Words("pus", "abscess", "empyema", "phlegmon", "clot", "blood", "hematoma", "hemorrhage", "collection"),
            ["curettage"] = Words("cavity", "defect"),
            ["laminectomy"] = Words("lamina", "arch"),
            ["fusion"] = column,
            ["osteosynthesis"] = Words("fracture", "femur", "humerus", "tibia", "radius", "ulna", "bone", "shaft"),
            ["instrumentation"] = Words("spine", "vertebra", "segment", "column", "fracture", "femur", "humerus", "tibia"),
        };
        _cutting = Words("resection", "excision", "extirpation", "exeresis", "resected", "excised", "extirpated");
        _of = vocabulary.Add("of");
        _and = vocabulary.Add("and");
        _was = vocabulary.Add("was");
        _then = vocabulary.Add("then");
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

    /// <summary>"the spine was fused", "we stabilized the vertebra", "before fixing the fracture", not "a block of fused vertebrae".</summary>
    public bool IsDone(ClinicalCourse course, PlacedMention verb)
    {
        var tokens = course.Document.TokenArray;
        if (course.Document.TextOf(tokens[verb.FirstToken]).EndsWith("ing", StringComparison.Ordinal))
        {
            return true;
        }

        for (var index = verb.FirstToken - 1; index >= Math.Max(course.SentenceOf(verb).FirstToken, verb.FirstToken - 3); index--)
        {
            if (_auxiliaries.Contains(tokens[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The [lesion] lay in the groin of the right leg and was then resected": the verb goes on with what the sentence is about.</summary>
    public bool IsSubject(ClinicalCourse course, PlacedMention verb)
    {
        var tokens = course.Document.TokenArray;
        var start = course.SentenceOf(verb).FirstToken;
        var index = verb.FirstToken - 1;
        while (index > start && (tokens[index].Word == _was || tokens[index].Word == _then || course.Document.TextOf(tokens[index]).EndsWith("ly", StringComparison.Ordinal)))
        {
            index--;
        }

        return index > start + SubjectReach && tokens[index].Word == _and && Stands(course, start, start + SubjectReach);
    }

    /// <summary>
    /// "the obstructing web was [resected]", "[excision] of the false aneurysm": these words are said of tissue alone, whatever it is. A verb needs one who does it or to whom it is done.
    /// </summary>
    public bool IsCutOut(ClinicalCourse course, PlacedMention operation, ProcedureConcept concept)
    {
        if (concept.Term != "resection" || !HasCutting(course, operation))
        {
            return false;
        }

        return concept.Use == ProcedureUse.Verb
            ? IsDone(course, operation) && !IsAttribute(course, operation)
            : operation.EndToken + 1 < course.SentenceOf(operation).EndToken && course.Document.TokenArray[operation.EndToken].Word == _of;
    }

    private bool HasCutting(ClinicalCourse course, PlacedMention operation)
    {
        for (var index = operation.FirstToken; index < operation.EndToken; index++)
        {
            if (_cutting.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"GTR [of the ependymoma]".</summary>
    public bool IsOn(ClinicalCourse course, PlacedMention operation)
    {
        var end = course.SentenceOf(operation).EndToken;
        return operation.EndToken < end && course.Document.TokenArray[operation.EndToken].Word == _of
            && (Stands(course, operation.EndToken, Math.Min(end, operation.EndToken + SubjectReach)) || course.Has(operation.Sentence, operation.EndToken, operation.EndToken + SubjectReach, MentionKind.Tumour));
    }

    /// <summary>Whether a word for a lesion stands in a range of tokens.</summary>
    public bool Stands(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (_lesions.Contains(course.Document.TokenArray[index].Word) || IsPart(course, index))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the intraspinal portion was removed": of what was spoken of; not "the medial part of the facet", "the resected part".</summary>
    private bool IsPart(ClinicalCourse course, int index) =>
        _parts.Contains(course.Document.TokenArray[index].Word) && index > 0 && index + 1 < course.Document.TokenArray.Length && course.Document.TokenArray[index + 1].Word != _of
        && !course.Document.TextOf(course.Document.TokenArray[index - 1]).EndsWith("ed", StringComparison.Ordinal);

    /// <summary>"the resected specimen": a removal that is only implied.</summary>
    public bool IsAttribute(ClinicalCourse course, PlacedMention verb) => _implied.Holds(course, verb);
}
