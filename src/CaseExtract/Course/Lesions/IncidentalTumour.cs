using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Sections;

namespace CaseExtract.Course;

/// <summary>
/// A benign tumour that was seen beside a cancer: "known breast cancer … metastasis of L3 … a small hemangioma of L1". Nobody diagnosed it, examined it under the microscope or
/// operated on it, and a malignant tumour is told in fact.
/// </summary>
internal static class IncidentalTumour
{
    /// <summary>The hemangioma, which one vertebra in ten has.</summary>
    private const string Hemangioma = "9120";

    /// <param name="course">The course.</param>
    /// <param name="tumour">One of its tumours.</param>
    /// <param name="candidates">All of them.</param>
    public static bool Is(ClinicalCourse course, LesionCandidate tumour, List<LesionCandidate> candidates) =>
        tumour.Best.Concept is TumourConcept { Kind: TumourKind.Tumour, Behaviour: '0' } && IsOnlySeen(course, tumour) && (HasRival(candidates, tumour.Morphology == Hemangioma) || HasSpread(course));

    private static bool IsOnlySeen(ClinicalCourse course, LesionCandidate tumour)
    {
        var isSeen = false;
        foreach (var mention in tumour.Mentions)
        {
            if (mention.Is(Assertion.NotFactual))
            {
                continue;
            }

            isSeen = true;

            if (course.SentenceOf(mention).Section is SectionKind.Title or SectionKind.Pathology)
            {
                return false;
            }

            // "the mammogram shows a fibroadenoma": a picture does not diagnose
            var isPictured = course.Has(mention.Sentence, MentionKind.Test);
            foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
            {
                if (other.Kind == MentionKind.Procedure || (other.Kind == MentionKind.Plot && other.Value is not "present" && !(isPictured && other.Value is "diagnose")))
                {
                    return false;
                }
            }
        }

        return isSeen;
    }

    private static bool HasSpread(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Spread))
        {
            if (mention.Value == "metastasis" && course.Document.TextOf(course.Document.TokenArray[mention.EndToken - 1]).StartsWith("metasta", StringComparison.OrdinalIgnoreCase) && mention.Episode != Episode.Earlier && !mention.Is(Assertion.NotFactual))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A cancer or a metastasis of the present course that is neither denied nor in doubt; beside a hemangioma any tumour that has a name and is not of vessels.</summary>
    private static bool HasRival(List<LesionCandidate> candidates, bool isHemangioma)
    {
        foreach (var candidate in candidates)
        {
            foreach (var mention in candidate.Mentions)
            {
                if (candidate.Kind != TumourKind.Lesion && mention is { Episode: not Episode.Earlier, Concept: TumourConcept concept } && (concept.Behaviour == '3' || (isHemangioma && concept.Morphology is { } name && !name.StartsWith("91", StringComparison.Ordinal))) && !mention.Is(Assertion.NotFactual))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
