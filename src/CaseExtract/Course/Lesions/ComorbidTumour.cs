using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;

namespace CaseExtract.Course;

/// <summary>A tumour that the patient has while the report is told for something else: an abscess, a hematoma.</summary>
internal static class ComorbidTumour
{
    /// <summary>
    /// "A man with prostate cancer presented with abdominal distension … CT showed a hematoma": named once, as what the patient has, before how he came, and not again,
    /// and something else is found that is no tumour.
    /// </summary>
    /// <param name="course">The course.</param>
    /// <param name="tumour">The tumour, told in fact of the present course.</param>
    public static bool Is(ClinicalCourse course, PlacedMention tumour)
    {
        var came = CameBehind(course, tumour);
        if (came < 0 || !IsIntroduced(course, tumour))
        {
            return false;
        }

        var isElse = false;
        foreach (ref readonly var mention in course.Of(MentionKind.Tumour))
        {
            if (mention.Is(Assertion.NotPatient | Assertion.Hypothetical))
            {
                continue;
            }

            if (((TumourConcept)mention.Concept).Kind == TumourKind.Lesion)
            {
                isElse |= mention.Sentence > tumour.Sentence && !mention.Is(Assertion.NotFactual);
            }
            else if (mention.Sentence != tumour.Sentence || mention.FirstToken > came)
            {
                return false;
            }
        }

        return isElse;
    }

    /// <summary>The word for how the patient came, behind the tumour in its sentence or in the next; else -1.</summary>
    private static int CameBehind(ClinicalCourse course, PlacedMention tumour)
    {
        foreach (ref readonly var plot in course.Of(MentionKind.Plot))
        {
            if (plot.Value == "present" && plot.FirstToken > tumour.FirstToken && plot.Sentence <= tumour.Sentence + 1)
            {
                return plot.FirstToken;
            }
        }

        return -1;
    }

    /// <summary>"a man with", "a woman known to have", "a patient suffering from": the patient stands before the tumour.</summary>
    private static bool IsIntroduced(ClinicalCourse course, PlacedMention tumour)
    {
        foreach (ref readonly var person in course.MentionsOf(tumour.Sentence))
        {
            if (person.FirstToken > tumour.FirstToken)
            {
                return false;
            }

            if (person.Kind == MentionKind.Age || (person.Kind == MentionKind.Person && person.Value is "male-noun" or "female-noun" or "patient"))
            {
                return true;
            }
        }

        return false;
    }
}
