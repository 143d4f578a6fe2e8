using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Treatment that the words say was given before an operation: "neoadjuvant chemotherapy", "imatinib preoperatively", "Prior to gastrectomy, she received chemotherapy".</summary>
internal sealed class EarlyTreatment(WordRoles<TreatmentWord> words)
{
    /// <summary>How far before a treatment "neoadjuvant" may stand, and how far behind it.</summary>
    private const int BeforeReach = 5;
    private const int CalledReach = 10;

    /// <summary>How far into its sentence the operation may stand that something was given prior to, and how far behind "before".</summary>
    private const int OpeningReach = 6;
    private const int OperationReach = 5;

    /// <summary>How far behind a treatment "before" may stand.</summary>
    private const int AheadReach = 8;

    public bool Is(ClinicalCourse course, PlacedMention mention, bool isRemoved) =>
        (IsCalledNeoadjuvant(course, mention) && (isRemoved || NamesOperation(course, mention))) || IsAheadOfOperation(course, mention);

    /// <summary>"Prior to gastrectomy, she received chemotherapy", "chemotherapy was given before gastrectomy", whatever else is told of that operation.</summary>
    private bool IsAheadOfOperation(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        var sentence = course.SentenceOf(mention);
        if (words.Is(document.TokenArray[sentence.FirstToken].Word, TreatmentWord.Ahead))
        {
            return course.Has(mention.Sentence, sentence.FirstToken, Math.Min(mention.FirstToken, sentence.FirstToken + OpeningReach), MentionKind.Procedure);
        }

        for (var index = mention.EndToken; index < Math.Min(sentence.EndToken, mention.EndToken + AheadReach); index++)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (words.Is(document.TokenArray[index].Word, TreatmentWord.Ahead))
            {
                return course.Has(mention.Sentence, index, Math.Min(sentence.EndToken, index + OperationReach), MentionKind.Procedure) && !words.Stand(document.TokenArray, index, sentence.EndToken, TreatmentWord.After);
            }

            if (word is "," or ";" or "and" && index > mention.EndToken + 4)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether the story names an operation at all: what is called neoadjuvant and is followed by none was the treatment.</summary>
    private bool NamesOperation(ClinicalCourse course, PlacedMention treatment)
    {
        var sentence = course.SentenceOf(treatment);
        for (var index = sentence.FirstToken; index < sentence.EndToken; index++)
        {
            // "instead of surgery"
            if (words.Is(course.Document.TokenArray[index].Word, TreatmentWord.Surgery) && (index >= treatment.EndToken || (index > sentence.FirstToken && course.Document.TextOf(course.Document.TokenArray[index - 1]) is "underwent" or "had" or "to" or "undergo" or "by")))
            {
                return true;
            }
        }

        return course.Once(TellsOfOperation);
    }

    private static bool TellsOfOperation(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Procedure))
        {
            if (!mention.Is(Assertion.Negated | Assertion.NotPatient) && mention.Concept is ProcedureConcept { Term: not "biopsy", Use: not (ProcedureUse.Verb or ProcedureUse.Unrelated) })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"neoadjuvant chemotherapy", "preoperative radiotherapy", "pre-operative irradiation".</summary>
    private static bool IsCalledNeoadjuvant(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        var start = course.SentenceOf(mention).FirstToken;
        for (var index = mention.FirstToken; index >= Math.Max(start, mention.FirstToken - BeforeReach); index--)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (word.StartsWith("neoadjuvant", StringComparison.OrdinalIgnoreCase) || word.StartsWith("preoperative", StringComparison.OrdinalIgnoreCase)
                || word.Equals("upfront", StringComparison.OrdinalIgnoreCase) || word.Equals("neo", StringComparison.OrdinalIgnoreCase) || word.Equals("pre", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return IsCalledNeoadjuvantBehind(course, mention);
    }

    /// <summary>"denosumab for six months as [neoadjuvant] treatment", "was given in the [neoadjuvant] setting", "imatinib [preoperatively]".</summary>
    private static bool IsCalledNeoadjuvantBehind(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        var isLed = false;
        for (var index = mention.EndToken; index < Math.Min(course.SentenceOf(mention).EndToken, mention.EndToken + CalledReach); index++)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (word is "," or ";" or "and" or "but" or "then" or "followed")
            {
                return false;
            }

            isLed |= word is "as" or "in" or "with";
            if (word is "preoperatively" or "neoadjuvantly" || (isLed && word.StartsWith("neoadjuvant", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
