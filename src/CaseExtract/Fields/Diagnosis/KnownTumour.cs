using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>
/// Whether the tumour was known before the patient came, though nothing dates it: it is called history, the patient with it developed something else, or came under treatment
/// for it. The age told there is not the age at its diagnosis.
/// </summary>
internal static class KnownTumour
{
    /// <summary>How far a word that tells of a course already going on may stand before the tumour or the drug, in tokens.</summary>
    private const int Reach = 4;

    /// <summary>Tokens from "developed" back to the tumour whose bearer developed something.</summary>
    private const int BearerReach = 8;

    public static bool Holds(ClinicalCourse course, IndexLesion lesion)
    {
        var isFirst = true;
        foreach (var mention in lesion.Mentions)
        {
            if (mention.Is(Assertion.NotFactual) || mention.Episode == Episode.General)
            {
                continue;
            }

            // what is called history has to be the tumour of the diagnosis, and not one that it grew out of
            if (isFirst && mention.Is(Assertion.Historical) && lesion.MayBe(mention) && (course.Has(mention.Sentence, MentionKind.Person) || course.Has(mention.Sentence, MentionKind.Age)))
            {
                return true;
            }

            isFirst = false;
            if (IsBorne(course, mention))
            {
                return true;
            }
        }

        return IsUnderTreatment(course);
    }

    /// <summary>"a woman with advanced carcinoma of the cervix developed", "a man with metastatic prostate cancer presented with": not what the patient presented with, and not what was found.</summary>
    private static bool IsBorne(ClinicalCourse course, PlacedMention tumour)
    {
        var document = course.Document;
        var sentence = course.SentenceOf(tumour);
        if (!course.Has(tumour.Sentence, sentence.FirstToken, tumour.FirstToken, MentionKind.Age) || IsFoundBefore(course, sentence.FirstToken, tumour))
        {
            return false;
        }

        var hasSpread = false;
        for (var index = Math.Max(sentence.FirstToken, tumour.FirstToken - Reach); index < tumour.EndToken; index++)
        {
            hasSpread |= document.TextOf(index) is "metastatic" or "advanced" or "IV" or "refractory" or "progressive" or "pretreated" or "pre-treated";
        }

        foreach (ref readonly var plot in course.MentionsOf(tumour.Sentence, MentionKind.Plot))
        {
            if (hasSpread && plot.Value == "present" && plot.FirstToken >= tumour.EndToken)
            {
                return true;
            }
        }

        for (var index = tumour.EndToken; index < Math.Min(sentence.EndToken, tumour.EndToken + BearerReach); index++)
        {
            if (document.TextOf(index) is "resistant" or "refractory" or "developed" or "experienced" or "develops" or "developing")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"presented with a sarcoma", "was diagnosed with", "was found to have".</summary>
    private static bool IsFoundBefore(ClinicalCourse course, int from, PlacedMention tumour)
    {
        foreach (ref readonly var plot in course.MentionsOf(tumour.Sentence, MentionKind.Plot))
        {
            if (plot.FirstToken >= from && plot.EndToken <= tumour.FirstToken && plot.Value is "present" or "diagnose" or "final" or "treated" && !AuthorsVoice.Tells(course, plot))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"presented with fever after chemotherapy", "was receiving", "during the third cycle": told where the patient is introduced.</summary>
    private static bool IsUnderTreatment(ClinicalCourse course)
    {
        var document = course.Document;
        foreach (ref readonly var age in course.Of(MentionKind.Age))
        {
            if (age.Is(Assertion.NotPatient) || age.Episode == Episode.General)
            {
                continue;
            }

            foreach (ref readonly var treatment in course.MentionsOf(age.Sentence, MentionKind.Adjuvant))
            {
                if (treatment.Is(Assertion.NotFactual) || !IsOfKnownTumour(course, treatment))
                {
                    continue;
                }

                for (var index = treatment.FirstToken - 1; index >= Math.Max(age.EndToken, treatment.FirstToken - BearerReach); index--)
                {
                    if (document.TextOf(index) is "after" or "during" or "on" or "receiving" or "under" or "undergoing" or "despite" or "while" or "commencing" or "initiation" or "cycle")
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        return false;
    }

    /// <summary>Whether a tumour is named before the treatment or right behind it ("on tamoxifen for breast cancer"), and not as what was found.</summary>
    private static bool IsOfKnownTumour(ClinicalCourse course, PlacedMention treatment)
    {
        var first = course.SentenceOf(treatment).FirstToken;
        foreach (ref readonly var tumour in course.MentionsOf(treatment.Sentence, MentionKind.Tumour))
        {
            if (tumour.FirstToken - treatment.EndToken <= Reach && !tumour.Is(Assertion.NotFactual) && !IsFoundBefore(course, first, tumour))
            {
                return true;
            }
        }

        return false;
    }
}
