using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>
/// Tells treatment that was given before the removal only, whatever it is called, from treatment given after it. Words on the effect of what had been
/// given before ("showed a response to chemotherapy") are no new treatment.
/// </summary>
internal sealed class TreatmentTime(WordRoles<TreatmentWord> words, TreatmentReference references, Vocabulary.Builder vocabulary)
{
    private readonly EarlyTreatment _early = new(words);
    private readonly LaterTreatment _later = new(words, vocabulary);

    /// <param name="course">The story.</param>
    /// <param name="mentions">All mentions of one kind of treatment in the present course.</param>
    /// <param name="removal">The token at which the lesion was first removed; 0 when it was not.</param>
    public bool IsBeforeOnly(ClinicalCourse course, List<PlacedMention> mentions, int removal)
    {
        var isToldBefore = false;
        foreach (var mention in mentions)
        {
            if (_later.IsResumed(course, mention))
            {
                return false;
            }

            if (_early.Is(course, mention, isRemoved: removal > 0)
                || (mention.FirstToken < removal && !LaterTreatment.IsCalledAdjuvant(course, mention) && !_later.IsToldAfter(course, mention, removal)))
            {
                isToldBefore = true;
            }
            else if (!isToldBefore || !references.IsEffect(course, mention))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"in the 17 years after chemotherapy she had been well": no mention tells that it was given, only what came of it or when.</summary>
    public bool IsReferredTo(ClinicalCourse course, List<PlacedMention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (!references.IsEffect(course, mention))
            {
                return false;
            }
        }

        return true;
    }
}
