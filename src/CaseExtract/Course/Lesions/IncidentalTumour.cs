using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Sections;

namespace CaseExtract.Course;

/// <summary>
/// A benign tumour that was seen beside a cancer: "known breast cancer … metastasis of L3 … a small hemangioma of L1". Nobody diagnosed it, examined it under the microscope or
/// operated on it for its own sake, and a malignant tumour is told in fact.
/// </summary>
internal static class IncidentalTumour
{
    /// <summary>The hemangioma, which one vertebra in ten has.</summary>
    private const string Hemangioma = "9120";

    /// <param name="course">The course.</param>
    /// <param name="tumour">One of its tumours.</param>
    /// <param name="candidates">All of them.</param>
    public static bool Is(ClinicalCourse course, LesionCandidate tumour, List<LesionCandidate> candidates) =>
        tumour.Best.Concept is TumourConcept { Kind: TumourKind.Tumour, Behaviour: '0' } && (HasWorse(candidates, tumour) || (IsOnlySeen(course, tumour) && IsRivalled(course, tumour, candidates)));

    /// <summary>A disc protrusion or a cyst that a list of findings names, where a cancer is told in fact: it is not what the report is told for.</summary>
    public static bool IsFindingBesideCancer(ClinicalCourse course, LesionCandidate lesion, List<LesionCandidate> candidates)
    {
        foreach (var mention in lesion.Mentions)
        {
            if (course.SentenceOf(mention).Section is SectionKind.Title or SectionKind.Pathology || course.KindsOf(mention.Sentence).Has(MentionKind.Plot) || course.KindsOf(mention.Sentence).Has(MentionKind.Procedure))
            {
                return false;
            }
        }

        return HasRival(candidates, isHemangioma: false);
    }

    /// <summary>An adenoma beside an adenocarcinoma, a nevus beside a melanoma: the worse is told for, where it is told in fact.</summary>
    private static bool HasWorse(List<LesionCandidate> candidates, LesionCandidate tumour)
    {
        foreach (var other in candidates)
        {
            if (other.Morphology == tumour.Morphology && other != tumour && other.Best.Concept is TumourConcept { Behaviour: '3' } && (other.Best.Episode != Episode.Earlier || other.Best.FirstToken > tumour.Best.FirstToken) && !other.Best.Is(Assertion.NotFactual))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRivalled(ClinicalCourse course, LesionCandidate tumour, List<LesionCandidate> candidates) =>
        HasRival(candidates, tumour.Morphology == Hemangioma) || HasSpread(course);

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
                if ((other.Kind == MentionKind.Procedure && !(IsTrifle(tumour) && other.Concept is ProcedureConcept { Organ: null })) || (other.Kind == MentionKind.Plot && other.Value is not "present" && !(isPictured && other.Value is "diagnose")))
                {
                    return false;
                }
            }
        }

        return isSeen;
    }

    /// <summary>Polyps, nevi, lipomas and fibroids are taken out by the way.</summary>
    private static bool IsTrifle(LesionCandidate tumour) => tumour.Morphology is "8140" or "8210" or "8211" or "8213" or "8261" or "8263" or "8720" or "8850" or "8890" or "9010";

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
