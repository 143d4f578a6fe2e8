using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Course;

/// <summary>
/// Finds the operations that a patient underwent: nouns ("laminectomy"), general nouns with a lesion as their object ("removal of the tumour"),
/// and verbs with a lesion or an organ ("the mass was excised", "the uterus was removed").
/// </summary>
internal sealed class OperationFinder
{
    private readonly HashSet<int> _objects;
    private readonly HashSet<int> _acts;

    public OperationFinder(Vocabulary.Builder vocabulary)
    {
        _objects = [.. ((string[])["tumor", "mass", "lesion", "nodule", "metastasis", "neoplasm", "cyst", "growth", "recurrence", "it", "polyp", "cancer", "specimen", "surgical", "margin", "component", "process", "deposit", "neoplasia", "swelling", "lump", "formation"]).Select(vocabulary.Add)];
        _acts = [.. ((string[])["performed", "underwent", "undergone", "done", "carried", "surgery", "operation", "undertaken", "surgical", "operated", "after", "following", "received", "procedure", "treated", "realized", "submitted", "subjected"]).Select(vocabulary.Add)];
    }

    public IReadOnlyList<Operation> Find(ClinicalCourse course)
    {
        var operations = new List<Operation>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in course.Of(MentionKind.Procedure))
        {
            if (mention.Is(Assertion.NotPatient | Assertion.Negated | Assertion.Hypothetical) || mention.Episode == Episode.General)
            {
                continue;
            }

            var section = course.SentenceOf(mention).Section;
            if (section is SectionKind.Title)
            {
                continue;
            }

            var concept = (ProcedureConcept)mention.Concept;
            if (!IsUsable(course, mention, concept) || (told.Contains(concept.Term) && IsReference(course, mention)))
            {
                continue;
            }

            foreach (var term in TermsOf(course, mention, concept))
            {
                told.Add(term);
                operations.Add(new Operation(term, concept.Intent, concept.Organ, mention, mention.Episode == Episode.Earlier, concept.Use));
            }
        }

        return operations;
    }

    /// <summary>"two years after the mastectomy", "the mastectomy scar": an operation told before, meant again.</summary>
    private static bool IsReference(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        var sentence = course.SentenceOf(mention);
        if (mention.EndToken < sentence.EndToken && document.TextOf(document.TokenArray[mention.EndToken]) is "scar" or "bed" or "site" or "stump" or "specimen" or "wound" or "cavity")
        {
            return true;
        }

        for (var index = mention.FirstToken - 1; index >= Math.Max(sentence.FirstToken, mention.FirstToken - 4); index--)
        {
            if (document.TextOf(document.TokenArray[index]) is "after" or "following" or "since" or "previous" or "post")
            {
                return true;
            }
        }

        return false;
    }

    private bool IsUsable(ClinicalCourse course, PlacedMention mention, ProcedureConcept concept) => concept.Use switch
    {
        ProcedureUse.Plain => concept.Term.Length > 0,
        ProcedureUse.Generic => HasObject(course, mention, 8, 8),
        ProcedureUse.Ambiguous => HasAct(course, mention),
        ProcedureUse.Unrelated => true,
        _ => !IsAttribute(course, mention) && (HasObject(course, mention, 10, 6) || OrganOf(course, mention) is not null),
    };

    private bool HasObject(ClinicalCourse course, PlacedMention mention, int before, int after)
    {
        var sentence = course.SentenceOf(mention);
        var tokens = course.Document.TokenArray;
        for (var index = Math.Max(sentence.FirstToken, mention.FirstToken - before); index < Math.Min(sentence.EndToken, mention.EndToken + after); index++)
        {
            if (_objects.Contains(tokens[index].Word))
            {
                return true;
            }
        }

        foreach (var other in course.MentionsOf(mention.Sentence))
        {
            if (other.Kind is MentionKind.Tumour && other.FirstToken >= mention.FirstToken - before && other.EndToken <= mention.EndToken + after)
            {
                return true;
            }

            if (other.Kind == MentionKind.Extent && other.Value is "total" or "partial" or "en-bloc" && other.FirstToken >= mention.FirstToken - 3 && other.EndToken <= mention.EndToken + 2)
            {
                return true;
            }
        }

        return HasAct(course, mention) && ((ProcedureConcept)mention.Concept).Use == ProcedureUse.Generic;
    }

    private bool HasAct(ClinicalCourse course, PlacedMention mention)
    {
        var sentence = course.SentenceOf(mention);
        for (var index = Math.Max(sentence.FirstToken, mention.FirstToken - 15); index < Math.Min(sentence.EndToken, mention.EndToken + 15); index++)
        {
            if (_acts.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return sentence.Section == SectionKind.Operation;
    }

    private IEnumerable<string> TermsOf(ClinicalCourse course, PlacedMention mention, ProcedureConcept concept)
    {
        // a part of the lung taken out is a resection; of other organs it has the organ's term
        if (concept.Term == "resection" && OrganOf(course, mention) is { } operation && !(operation == "pneumonectomy" && IsPartial(course, mention)))
        {
            return [operation];
        }

        return concept.Term.Split(';');
    }

    private static bool IsPartial(ClinicalCourse course, PlacedMention mention)
    {
        for (var index = Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - 2); index < mention.EndToken; index++)
        {
            if (course.Document.TextOf(course.Document.TokenArray[index]) is "partial" or "wedge" or "segmental" or "atypical" or "limited")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The operation that a removed organ makes: "the uterus was removed", "removal of the left kidney".</summary>
    private string? OrganOf(ClinicalCourse course, PlacedMention mention)
    {
        var isVerb = ((ProcedureConcept)mention.Concept).Use == ProcedureUse.Verb;
        foreach (var other in course.MentionsOf(mention.Sentence))
        {
            if (other.Kind != MentionKind.OrganRemoved)
            {
                continue;
            }

            var behind = other.FirstToken - mention.EndToken;
            // "removal of the lung lesion" takes the lesion
            if (other.EndToken < course.SentenceOf(mention).EndToken && _objects.Contains(course.Document.TokenArray[other.EndToken].Word))
            {
                continue;
            }

            if (!isVerb && behind is >= 1 and <= 4 && course.Document.TextOf(course.Document.TokenArray[mention.EndToken]) is "of" && !HasObjectBetween(course, mention.EndToken, other.FirstToken))
            {
                return other.Value;
            }

            // the subject of a passive verb: the first organ of its clause, unless a lesion is the subject
            if (isVerb && other.EndToken <= mention.FirstToken && mention.FirstToken - other.EndToken <= 8 && IsPassive(course, other.EndToken, mention.FirstToken)
                && !HasObjectBetween(course, Math.Max(course.SentenceOf(mention).FirstToken, other.FirstToken - 8), mention.FirstToken))
            {
                return other.Value;
            }
        }

        return null;
    }

    private bool HasObjectBetween(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (_objects.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
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

    /// <summary>"the resected specimen", "the removed tumour": a removal that is only implied.</summary>
    private bool IsAttribute(ClinicalCourse course, PlacedMention verb)
    {
        var tokens = course.Document.TokenArray;
        var sentence = course.SentenceOf(verb);
        if (verb.EndToken >= sentence.EndToken || verb.FirstToken == sentence.FirstToken)
        {
            return false;
        }

        return course.Document.TextOf(tokens[verb.FirstToken - 1]) is "the" or "of" or "a" or "an" or "surgically" or "completely" or "all" or "both"
            && tokens[verb.EndToken].Kind == Text.Tokenization.TokenKind.Word
            && (_objects.Contains(tokens[verb.EndToken].Word) || course.Has(verb.Sentence, verb.EndToken, verb.EndToken + 3, MentionKind.OrganRemoved) || course.Document.TextOf(tokens[verb.EndToken]) is "tissue" or "specimens" or "sample" or "samples" or "material" or "bone" or "margins" or "tissues");
    }
}
