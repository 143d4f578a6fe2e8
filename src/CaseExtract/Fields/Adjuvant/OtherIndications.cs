using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Drugs that are given for tumours and for other diseases: a sentence that names such a disease and no tumour tells what it was given for.</summary>
internal sealed class OtherIndications(WordRoles<TreatmentWord> words)
{
    /// <summary>"methotrexate for her rheumatoid arthritis", "interferon for hepatitis C"; in a report that tells of no tumor it is given for what that is about.</summary>
    public bool IsOther(ClinicalCourse course, IndexLesion lesion, PlacedMention mention)
    {
        if (mention.Concept is not AdjuvantConcept { Note: "drug" } || !IsOfOtherUse(course, mention) || (lesion.IsTumour && course.Has(mention.Sentence, MentionKind.Tumour)))
        {
            return false;
        }

        if (!lesion.IsTumour)
        {
            return true;
        }

        var sentence = course.SentenceOf(mention);
        return words.Stand(course.Document.TokenArray, sentence.FirstToken, sentence.EndToken, TreatmentWord.Disease);
    }

    /// <summary>Of other drugs, such as checkpoint inhibitors, a disease beside them is rather what they did.</summary>
    private bool IsOfOtherUse(ClinicalCourse course, PlacedMention mention) =>
        words.Stand(course.Document.TokenArray, mention.FirstToken, mention.EndToken, TreatmentWord.Drug);
}
