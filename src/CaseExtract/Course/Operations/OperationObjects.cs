using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Course;

/// <summary>What an operation is done on: a lesion, or what such operations are done on and no other.</summary>
internal sealed class OperationObjects(WordRoles<OperationWord> words, Vocabulary.Builder vocabulary)
{
    /// <summary>How far into a sentence its subject may stand, in tokens.</summary>
    private const int SubjectReach = 4;

    private readonly ImpliedRemoval _implied = new(words, vocabulary);
    private readonly int _and = vocabulary.Add("and");
    private readonly int _was = vocabulary.Add("was");
    private readonly int _then = vocabulary.Add("then");
    private readonly int _of = vocabulary.Add("of");

    /// <summary>Whether what a verb is done on stands in a range of tokens: "the [cord] was decompressed", "the feeding [arteries] were embolized", "the [spine] was fused".</summary>
    public bool StandsOwn(ClinicalCourse course, string term, int from, int to) => OwnOf(term) is not 0 and var own && words.Stand(course.Document.TokenArray, from, to, own);

    private static OperationWord OwnOf(string term) => term switch
    {
        "decompression" => OperationWord.Decompressed,
        "embolization" => OperationWord.Embolized,
        "evacuation" => OperationWord.Evacuated,
        "curettage" => OperationWord.Curetted,
        "laminectomy" => OperationWord.Lamina,
        "fusion" => OperationWord.Fused,
        "osteosynthesis" => OperationWord.Fixed,
        "instrumentation" => OperationWord.Instrumented,
        _ => 0,
    };

    /// <summary>"the spine was fused", "we stabilized the vertebra", "before fixing the fracture", not "a block of fused vertebrae".</summary>
    public bool IsDone(ClinicalCourse course, PlacedMention verb)
    {
        var tokens = course.Document.TokenArray;
        if (course.Document.TextOf(tokens[verb.FirstToken]).EndsWith("ing", StringComparison.Ordinal))
        {
            return true;
        }

        return words.Stand(tokens, Math.Max(course.SentenceOf(verb).FirstToken, verb.FirstToken - 3), verb.FirstToken, OperationWord.Doer);
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
        if (concept.Term != "resection" || !words.Stand(course.Document.TokenArray, operation.FirstToken, operation.EndToken, OperationWord.Cutting))
        {
            return false;
        }

        return concept.Use == ProcedureUse.Verb
            ? IsDone(course, operation) && !IsAttribute(course, operation)
            : operation.EndToken + 1 < course.SentenceOf(operation).EndToken && course.Document.TokenArray[operation.EndToken].Word == _of;
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
        var tokens = course.Document.TokenArray;
        for (var index = from; index < to; index++)
        {
            if (words.Is(tokens[index].Word, OperationWord.Lesion | OperationWord.Rest) && (words.Is(tokens[index].Word, OperationWord.Lesion) || IsRestOfIt(course, index)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the intraspinal [portion] was removed": of what was spoken of; not "the medial part of the facet", "the resected part".</summary>
    private bool IsRestOfIt(ClinicalCourse course, int index) =>
        index > 0 && index + 1 < course.Document.TokenArray.Length && course.Document.TokenArray[index + 1].Word != _of
        && !course.Document.TextOf(course.Document.TokenArray[index - 1]).EndsWith("ed", StringComparison.Ordinal);

    /// <summary>"the resected specimen": a removal that is only implied.</summary>
    public bool IsAttribute(ClinicalCourse course, PlacedMention verb) => _implied.Holds(course, verb);
}
