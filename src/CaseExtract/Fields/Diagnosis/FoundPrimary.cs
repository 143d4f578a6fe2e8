using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>Where the present course finds the primary of a metastasis: a tumour of its organ that an examination shows, or the operation on that organ.</summary>
internal static class FoundPrimary
{
    /// <summary>How far "metastasis" may stand before the tumour that it came from, in tokens.</summary>
    private const int SourceReach = 6;

    public static PlacedMention? Find(ClinicalCourse course, ResolvedSite site, List<Operation> operations)
    {
        if (!OrganGroup.IsOrgan(site.Topography))
        {
            return null;
        }

        foreach (ref readonly var mention in course.Of(MentionKind.Tumour))
        {
            if (mention is { Episode: Episode.Present or Episode.FollowUp, Concept: TumourConcept } && !mention.Is(Assertion.NotFactual | Assertion.Historical | Assertion.PastPerfect)
                && IsOfOrgan(course, mention, site.Topography) && IsShown(course, mention) && !IsSource(course, mention))
            {
                return mention;
            }
        }

        foreach (var operation in operations)
        {
            if (!operation.IsEarlier && operation.Organ is { } organ && OrganGroup.IsSame(organ, site.Topography) && !operation.Mention.Is(Assertion.NotFactual | Assertion.PastPerfect))
            {
                return operation.Mention;
            }
        }

        return null;
    }

    /// <summary>"esophageal tumor", "a mass in the rectum": its name tells the organ, or the place right behind it does.</summary>
    private static bool IsOfOrgan(ClinicalCourse course, PlacedMention tumour, string topography)
    {
        if (((TumourConcept)tumour.Concept).Site is { } site)
        {
            return OrganGroup.IsSame(site, topography);
        }

        foreach (ref readonly var place in course.MentionsNear(tumour.Sentence, MentionKind.Site, tumour.FirstToken - 1, tumour.EndToken + 3))
        {
            if (place.Concept is SiteConcept { Topography: { } code } && OrganGroup.IsSame(code, topography) && place.EndToken >= tumour.FirstToken - 1 && place.FirstToken <= tumour.EndToken + 3)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a metastasis from lung carcinoma", "metastatic renal cell carcinoma": named as where the metastasis came from, and not found.</summary>
    private static bool IsSource(ClinicalCourse course, PlacedMention tumour)
    {
        foreach (ref readonly var mention in course.MentionsNear(tumour.Sentence, MentionKind.Spread, tumour.FirstToken - SourceReach, tumour.EndToken))
        {
            if (mention.Value == "metastasis" && tumour.FirstToken - mention.EndToken is >= -1 and <= SourceReach)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"colonoscopy revealed a tumor of the sigmoid": shown in this sentence, before it is named.</summary>
    private static bool IsShown(ClinicalCourse course, PlacedMention tumour) =>
        course.Has(tumour.Sentence, course.SentenceOf(tumour).FirstToken, tumour.FirstToken, MentionKind.Plot, "diagnose");
}
