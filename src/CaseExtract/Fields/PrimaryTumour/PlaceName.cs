using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>Names of places that stand inside other names, or mean another place where the story tells of it.</summary>
internal static class PlaceName
{
    private const string StromalTumour = "8936";

    /// <summary>The "thoracic" of "thoracic esophagus".</summary>
    public static bool IsInSiteName(ClinicalCourse course, PlacedMention region)
    {
        foreach (ref readonly var site in course.MentionsNear(region.Sentence, MentionKind.Site, region.FirstToken, region.FirstToken))
        {
            if (site.Covers(region) && (site.EndToken - site.FirstToken > region.EndToken - region.FirstToken || IsOfWomb(course, site)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The "smooth muscle" of "smooth muscle hamartoma", the "soft part" of "alveolar soft part sarcoma": a part of a name that tells no place. A stromal tumor with that name is of the gut.</summary>
    public static bool IsInTumourName(ClinicalCourse course, PlacedMention place)
    {
        foreach (ref readonly var other in course.MentionsNear(place.Sentence, MentionKind.Tumour, place.FirstToken, place.FirstToken))
        {
            if (other.Covers(place) && other.Concept is TumourConcept { Kind: TumourKind.Tumour, Site: null, Morphology: not StromalTumour })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The "liver" of "liver tumor".</summary>
    public static bool IsInPlaceName(ClinicalCourse course, PlacedMention site)
    {
        foreach (ref readonly var other in course.MentionsNear(site.Sentence, MentionKind.Tumour, site.FirstToken, site.FirstToken))
        {
            if (other.Concept is TumourConcept tumour && other.Covers(site) && TissueSite.IsPlaceOnly(tumour))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The "breast" of "breast cancer".</summary>
    public static bool IsInName(ClinicalCourse course, PlacedMention site)
    {
        foreach (ref readonly var tumour in course.MentionsNear(site.Sentence, MentionKind.Tumour, site.FirstToken, site.FirstToken))
        {
            if (tumour.Concept is TumourConcept { Behaviour: '3' } && tumour.Covers(site))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The "minor salivary gland" of "minor salivary gland tumor", where the name of the tumour begins inside that of the place.</summary>
    public static SiteConcept? Of(ClinicalCourse course, PlacedMention tumour)
    {
        foreach (ref readonly var site in course.MentionsNear(tumour.Sentence, MentionKind.Site, tumour.FirstToken, tumour.FirstToken))
        {
            if (site.FirstToken < tumour.FirstToken && site.EndToken > tumour.FirstToken && site.EndToken < tumour.EndToken && site.Concept is SiteConcept { Kind: not SiteKind.Ambiguous } place)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>"a node of the left neck", "adenopathy in the groin": the place of a node, not of a tumour that arose there.</summary>
    public static bool IsOfNode(ClinicalCourse course, PlacedMention region)
    {
        var first = course.SentenceOf(region).FirstToken;
        var index = region.FirstToken - 1;
        while (index > first && course.Document.TextOf(index) is "the" or "left" or "right" or "his" or "her" or "both" or "upper" or "lower" or "same")
        {
            index--;
        }

        return index > first && course.Document.TextOf(index) is "of" or "in"
            && course.Document.TextOf(index - 1) is "node" or "nodes" or "adenopathy" or "lymphadenopathy" or "adenopathies" or "lymphadenopathies";
    }

    /// <summary>"a cervical tumor … underwent hysterectomy": where the womb was operated on, or the vagina bled, its neck is meant, whatever the tissue.</summary>
    public static bool IsOfWomb(ClinicalCourse course, PlacedMention mention) =>
        mention.Episode != Episode.Earlier && mention.Concept is SiteConcept { Kind: SiteKind.Ambiguous, Topography: "C53.9" } && course.Once(TellsOfWomb);

    private static bool TellsOfWomb(ClinicalCourse course)
    {
        foreach (ref readonly var procedure in course.Of(MentionKind.Procedure))
        {
            if (procedure is { Episode: not Episode.Earlier, Concept: ProcedureConcept { Organ: { } organ } } && organ.AsSpan(0, 3) is "C53" or "C54" or "C55" && !procedure.Is(Assertion.NotFactual))
            {
                return true;
            }
        }

        foreach (ref readonly var complaint in course.Of(MentionKind.Presentation))
        {
            if (complaint is { Episode: not Episode.Earlier, Concept: PresentationConcept { Term: "vaginal bleeding" or "vaginal discharge" } } && !complaint.Is(Assertion.NotFactual))
            {
                return true;
            }
        }

        return false;
    }
}
