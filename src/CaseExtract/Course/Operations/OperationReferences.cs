using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>Tells an operation that is told from one that was told before and is only referred to: "two years after the mastectomy", "the mastectomy scar".</summary>
internal sealed class OperationReferences(WordRoles<OperationWord> words, GeneralRemoval general, Vocabulary.Builder vocabulary)
{
    /// <summary>How far before an operation a word may stand that refers back to it, in tokens.</summary>
    private const int Reach = 4;

    /// <summary>How far behind an operation a word of its result may stand, in tokens.</summary>
    private const int Result = 7;

    private readonly int _the = vocabulary.Add("the");
    private readonly int _of = vocabulary.Add("of");
    private readonly int _scar = vocabulary.Add("scar");

    /// <param name="course">The story.</param>
    /// <param name="told">The operations told so far.</param>
    /// <param name="mention">The mention in question.</param>
    /// <param name="concept">What it names.</param>
    public bool IsToldBefore(ClinicalCourse course, ToldOperations told, PlacedMention mention, ProcedureConcept concept)
    {
        var isTold = told.Has(concept.Term);
        // "after removal of this carcinoma" behind a removal in the history tells another
        var isOther = mention.Episode != Episode.Earlier && !told.HasNow(concept.Term) && (HasObjectAtHand(course, mention) || IsWithNew(course, told, mention));
        if (isTold && !isOther && IsReference(course, mention))
        {
            return true;
        }

        // "the resection specimen": the removal is only implied
        if (concept.Term == "resection" && concept.Use != ProcedureUse.Verb && words.Is(WordBehind(course, mention), OperationWord.Piece))
        {
            return true;
        }

        if (concept.Use == ProcedureUse.Generic && IsAhead(course, mention))
        {
            return true;
        }

        // "hepatectomy for hepatocellular carcinoma. … a metastasis of the carcinoma resected 50 months before"
        if (concept is { Term: "resection", Use: ProcedureUse.Verb } && mention is { Episode: Episode.Earlier, MonthsBefore: { } months }
            && told.HasOrganOperation(months))
        {
            return true;
        }

        if (concept.Term == "resection" && told.HasOrganRemoval(mention.Episode == Episode.Earlier))
        {
            // "complete excision was achieved", "confirmed on surgical excision" behind a nephrectomy is the nephrectomy
            return ((concept.Use == ProcedureUse.Generic || general.Is(course, mention, concept)) && (IsReference(course, mention) || IsManner(course, mention) || IsKnown(course, mention) || IsObject(course, mention))) || IsSummary(course, mention);
        }

        // a biopsy specimen behind a removal, and no biopsy, is what was removed; so is "the biopsy" that no one took
        return !isTold && concept.Term == "biopsy" && told.HasRemoval && (words.Is(WordBehind(course, mention), OperationWord.Piece) || IsDefinite(course, mention));
    }

    /// <summary>"removal of this carcinoma": of what was just spoken of.</summary>
    public bool HasObjectAtHand(ClinicalCourse course, PlacedMention mention) =>
        WordBehind(course, mention) == _of && mention.EndToken + 1 < course.SentenceOf(mention).EndToken && course.Document.TextOf(course.Document.TokenArray[mention.EndToken + 1]) is "this" or "these" or "both";

    /// <summary>"after craniotomy with [excision]", where the craniotomy is told here for the first time: so is what was done with it.</summary>
    public static bool IsWithNew(ClinicalCourse course, ToldOperations told, PlacedMention mention)
    {
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.Procedure, mention.FirstToken - Reach, mention.FirstToken - 1))
        {
            if (other.EndToken < mention.FirstToken && mention.FirstToken - other.EndToken <= Reach && course.Document.TextOf(course.Document.TokenArray[other.EndToken]) is "with"
                && told.HasNow(((ProcedureConcept)other.Concept).Term))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"hemicolectomy with en bloc resection", and of nothing else.</summary>
    private bool IsManner(ClinicalCourse course, PlacedMention mention) =>
        mention.FirstToken > course.SentenceOf(mention).FirstToken && WordBehind(course, mention) != _of
        && (course.Document.TextOf(course.Document.TokenArray[mention.FirstToken - 1]) is "with"
            || (mention.FirstToken > course.SentenceOf(mention).FirstToken + 1 && course.Document.TokenArray[mention.FirstToken - 1].Kind == TokenKind.Punctuation
                && course.Document.TextOf(course.Document.TokenArray[mention.FirstToken - 2]) is "with"));

    /// <summary>Whether the words say what came of an operation rather than that it was done.</summary>
    private bool IsSummary(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var sentence = course.SentenceOf(mention);
        if (mention.FirstToken > sentence.FirstToken + 1 && (words.Is(tokens[mention.FirstToken - 1].Word, OperationWord.Upon) || words.Is(tokens[mention.FirstToken - 2].Word, OperationWord.Upon)))
        {
            return true;
        }

        for (var index = mention.EndToken; index < Math.Min(sentence.EndToken, mention.EndToken + Result); index++)
        {
            if (words.Is(tokens[index].Word, OperationWord.Result))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"prior to resection, she bled again": an act that something came before is told elsewhere, if it was done.</summary>
    private static bool IsAhead(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        for (var index = mention.FirstToken - 1; index >= Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - 2); index--)
        {
            if (document.TextOf(document.TokenArray[index]) is "before" or "Before" || (document.TextOf(document.TokenArray[index]) is "to" && index > 0 && document.TextOf(document.TokenArray[index - 1]) is "prior" or "Prior"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a cholecystectomy [scar] was seen", "the [scar] of an appendectomy": what has left a scar, and was not told before, was done long ago.</summary>
    public bool IsOfScar(ClinicalCourse course, PlacedMention mention)
    {
        if (WordBehind(course, mention) == _scar || IsOfPerson(course, mention))
        {
            return true;
        }

        var tokens = course.Document.TokenArray;
        for (var index = mention.FirstToken - 1; index > Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - Reach); index--)
        {
            if (tokens[index - 1].Word == _scar)
            {
                return tokens[index].Word == _of || course.Document.TextOf(tokens[index]) is "from";
            }
        }

        return false;
    }

    /// <summary>"a [hysterectomized] woman": what somebody is by an operation was done before the story.</summary>
    private static bool IsOfPerson(ClinicalCourse course, PlacedMention mention)
    {
        var participle = course.Document.TextOf(course.Document.TokenArray[mention.EndToken - 1]);
        return (participle.EndsWith("tomized", StringComparison.OrdinalIgnoreCase) || participle.EndsWith("tomised", StringComparison.OrdinalIgnoreCase)) && course.Has(mention.Sentence, mention.EndToken, mention.EndToken + 1, MentionKind.Person);
    }

    /// <summary>"after the mastectomy", "the mastectomy scar", "the port site of her laparoscopic colectomy".</summary>
    public bool IsReference(ClinicalCourse course, PlacedMention mention)
    {
        if (words.Is(WordBehind(course, mention), OperationWord.Remains))
        {
            return true;
        }

        var tokens = course.Document.TokenArray;
        for (var index = mention.FirstToken - 1; index >= Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - Reach); index--)
        {
            if (words.Is(tokens[index].Word, OperationWord.Since) || (tokens[index].Word == _of && index > 0 && words.Is(tokens[index - 1].Word, OperationWord.Remains)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"we could complete [radical surgery] safely", of nothing else: what was done is said to have gone well.</summary>
    private static bool IsObject(ClinicalCourse course, PlacedMention mention) =>
        mention.FirstToken > course.SentenceOf(mention).FirstToken && course.Document.TextOf(course.Document.TokenArray[mention.FirstToken - 1]) is "complete" or "completed" or "accomplish" or "accomplished" or "achieve" or "achieved" or "finish" or "finished";

    /// <summary>"… to the surgical resection", of nothing else: the operation that was told.</summary>
    private bool IsKnown(ClinicalCourse course, PlacedMention mention) =>
        mention.FirstToken > course.SentenceOf(mention).FirstToken && course.Document.TokenArray[mention.FirstToken - 1].Word == _the && WordBehind(course, mention) != _of;

    /// <summary>"the biopsy": one that is known, unless it was taken in the examination that the sentence tells of ("cystoscopy showed a metastasis, and the biopsy confirmed it").</summary>
    private bool IsDefinite(ClinicalCourse course, PlacedMention mention) =>
        !course.Has(mention.Sentence, course.SentenceOf(mention).FirstToken, mention.FirstToken, Annotation.Matching.MentionKind.Test) && mention.EndToken == mention.FirstToken + 1 && mention.FirstToken > course.SentenceOf(mention).FirstToken
        && course.Document.TokenArray[mention.FirstToken - 1].Word == _the && WordBehind(course, mention) != _of;

    private static int WordBehind(ClinicalCourse course, PlacedMention mention) =>
        mention.EndToken < course.SentenceOf(mention).EndToken ? course.Document.TokenArray[mention.EndToken].Word : Vocabulary.Unknown;
}
