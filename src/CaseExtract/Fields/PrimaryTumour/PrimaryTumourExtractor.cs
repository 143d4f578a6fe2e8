using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>The primary tumour: its site, side and histology.</summary>
internal sealed class PrimaryTumourExtractor
{
    /// <summary>How many words may stand between a side and its site.</summary>
    private const int Reach = 2;

    public PrimaryTumour? Extract(ClinicalCourse course, IndexLesion lesion, ResolvedSite? site, Histology? histology, EvidenceFactory evidence)
    {
        if (!lesion.IsTumour || (site is null && histology?.Code is null))
        {
            return null;
        }

        var behaviour = histology?.Behaviour == "6" ? "3" : histology?.Behaviour;
        return new PrimaryTumour
        {
            Site = site is null ? null : new TopographyCode(site.Topography, site.Display),
            Laterality = site is null ? null : SideOf(course, site),
            Histology = histology?.Code is null ? null : new MorphologyCode(histology.Code, behaviour, histology.Display ?? ""),
            Text = site is null ? histology?.Text : course.Document.Quote(course.Document.SpanOf(site.Mention.FirstToken, site.Mention.EndToken)),
            Confidence = site is null ? 0.7 : site.Score >= 4 ? 0.93 : site.Score >= 2.5 ? 0.85 : 0.65,
            Evidence = site is null ? histology!.Evidence : evidence.Of(site.Mention),
        };
    }

    /// <summary>The side beside the words of the site, else beside other words in fact for the same place; none where the text names both sides apart.</summary>
    private static string? SideOf(ClinicalCourse course, ResolvedSite site)
    {
        if (SideOf(course, site.Mention) is { } beside)
        {
            return beside;
        }

        string? side = null;
        foreach (ref readonly var mention in course.Of(site.Mention.Kind))
        {
            if (mention.Concept != site.Mention.Concept || mention.Is(Assertion.NotFactual) || SideOf(course, mention) is not { } found)
            {
                continue;
            }

            if (side is not null && side != found)
            {
                return null;
            }

            side = found;
        }

        return side;
    }

    private static string? SideOf(ClinicalCourse course, PlacedMention site)
    {
        foreach (ref readonly var mention in course.MentionsNear(site.Sentence, MentionKind.Laterality, site.FirstToken - Reach, site.FirstToken))
        {
            if (mention.Value is "left" or "right" or "bilateral" && site.FirstToken - mention.EndToken is >= 0 and <= Reach)
            {
                return mention.Value;
            }
        }

        return null;
    }
}
