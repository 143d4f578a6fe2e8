using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Where a report calls the index lesion primary: "primary X", "X arising from", and for disease of blood and lymph "solitary X".</summary>
internal sealed class PrimaryStatement(Vocabulary.Builder vocabulary)
{
    /// <summary>How far from the diagnosis the word may stand.</summary>
    private const int Reach = 4;

    /// <summary>How far behind a word of spread "the primary" still names its source.</summary>
    private const int SourceReach = 14;

    private readonly EarlierWords _earlier = new(vocabulary);
    private readonly int _origin = vocabulary.Add("origin");

    /// <param name="course">The course.</param>
    /// <param name="lesion">The index lesion.</param>
    /// <param name="isSystemic">A systemic disease is called primary by any of its names, and solitary means the same.</param>
    /// <returns>The word that says so, if there is one.</returns>
    public PlacedMention? Find(ClinicalCourse course, IndexLesion lesion, bool isSystemic)
    {
        foreach (ref readonly var diagnosis in course.Of(MentionKind.Tumour))
        {
            if (!(isSystemic ? diagnosis.Concept is TumourConcept { Tissue: Tissue.Lymphoid or Tissue.Marrow } : lesion.Has(diagnosis)))
            {
                continue;
            }

            foreach (ref readonly var mention in course.MentionsNear(diagnosis.Sentence, MentionKind.Spread, diagnosis.FirstToken - Reach, diagnosis.EndToken + Reach))
            {
                if ((mention.Value == "primary" || (isSystemic && mention.Value == "solitary")) && !mention.Is(Assertion.Negated | Assertion.Historical)
                    && mention.DistanceTo(diagnosis) <= Reach && !IsSourceOfMetastasis(course, mention))
                {
                    return mention;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// "metastasis of the primary gastric tumour", "metastatic adenocarcinoma consistent with the primary tumour", "derived from the earlier
    /// ovarian cancer", "of prostatic origin": the word speaks of where the lesion came from.
    /// </summary>
    private bool IsSourceOfMetastasis(ClinicalCourse course, PlacedMention primary)
    {
        if (_earlier.Any(course, primary.EndToken, Math.Min(primary.EndToken + Reach, course.SentenceOf(primary).EndToken))
            || (course.Document.TokenArray[primary.FirstToken].Word == _origin && course.Has(primary.Sentence, primary.FirstToken - 1, primary.FirstToken, MentionKind.Site)))
        {
            return true;
        }

        foreach (ref readonly var mention in course.MentionsNear(primary.Sentence, MentionKind.Spread, primary.FirstToken - SourceReach, primary.FirstToken))
        {
            if (mention.Value == "metastasis" && !mention.Is(Assertion.NotFactual) && primary.FirstToken - mention.EndToken is >= 0 and <= SourceReach)
            {
                return true;
            }
        }

        return false;
    }
}
