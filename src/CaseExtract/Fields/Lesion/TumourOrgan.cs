using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>The organ that a report gives its tumour: by the name, "hepatocellular carcinoma", beside it, "carcinoma of the left breast", "uterine PEComa", or by the operation for it.</summary>
internal static class TumourOrgan
{
    /// <summary>How far behind the tumour's name the organ may stand.</summary>
    private const int Reach = 4;

    public static string? Of(ClinicalCourse course, IndexLesion lesion)
    {
        if (lesion.Tumour!.Site is { } own)
        {
            return own;
        }

        string? told = null;
        foreach (var mention in lesion.Mentions)
        {
            if (mention.Is(Assertion.NotFactual))
            {
                continue;
            }

            if (mention.Concept is TumourConcept { Site: { } site })
            {
                return site;
            }

            told ??= Behind(course, mention) ?? Before(course, mention);
        }

        return told ?? RemovedFor(course, lesion);
    }

    /// <summary>"carcinoma of the left breast", "carcinoma from the breast".</summary>
    private static string? Behind(ClinicalCourse course, PlacedMention tumour)
    {
        if (tumour.EndToken >= course.SentenceOf(tumour).EndToken || course.Document.TextOf(tumour.EndToken) is not ("of" or "from"))
        {
            return null;
        }

        foreach (ref readonly var site in course.MentionsNear(tumour.Sentence, MentionKind.Site, tumour.EndToken, tumour.EndToken + Reach))
        {
            if (site is { Concept: SiteConcept { Kind: SiteKind.Organ } organ } && site.FirstToken - tumour.EndToken is >= 1 and < Reach)
            {
                return organ.Topography;
            }
        }

        foreach (ref readonly var place in course.MentionsNear(tumour.Sentence, MentionKind.Region, tumour.EndToken, tumour.EndToken + Reach))
        {
            if (place.Concept is RegionConcept { Soft.Length: > 0 } region && place.FirstToken - tumour.EndToken is >= 1 and < Reach)
            {
                return region.Soft;   // "melanoma of the foot"
            }
        }

        return null;
    }

    /// <summary>"malignant uterine PEComa".</summary>
    private static string? Before(ClinicalCourse course, PlacedMention tumour)
    {
        foreach (var site in course.MentionsNear(tumour.Sentence, tumour.FirstToken, tumour.FirstToken))
        {
            if (site is { Kind: MentionKind.Site, Concept: SiteConcept { Kind: SiteKind.Organ } organ } && site.EndToken == tumour.FirstToken)
            {
                return organ.Topography;
            }
        }

        return null;
    }

    /// <summary>"orchiectomy for a yolk sac tumor" in an earlier course.</summary>
    private static string? RemovedFor(ClinicalCourse course, IndexLesion lesion)
    {
        foreach (var mention in lesion.Mentions)
        {
            if (mention.Episode != Episode.Earlier || mention.Is(Assertion.NotFactual))
            {
                continue;
            }

            foreach (ref readonly var removal in course.MentionsOf(mention.Sentence, MentionKind.Procedure))
            {
                if (removal is { Episode: Episode.Earlier, Concept: ProcedureConcept { Organ: { } removed } } && !removal.Is(Assertion.NotFactual))
                {
                    return removed;
                }
            }
        }

        return null;
    }
}
