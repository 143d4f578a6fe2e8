using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>The primary tumour: its site, side and histology.</summary>
internal sealed class PrimaryTumourExtractor
{
    public PrimaryTumour? Extract(ClinicalCourse course, IndexLesion lesion, ResolvedSite? site, Histology? histology, EvidenceFactory evidence)
    {
        if (!lesion.IsTumour || site is null && histology?.Code is null)
        {
            return null;
        }

        var behaviour = histology?.Behaviour == "6" ? "3" : histology?.Behaviour;
        return new PrimaryTumour
        {
            Site = site is null ? null : new TopographyCode(site.Topography, site.Display),
            Laterality = site is null ? null : SideOf(course, site.Mention),
            Histology = histology?.Code is null ? null : new MorphologyCode(histology.Code, behaviour, histology.Display ?? ""),
            Text = site is null ? histology?.Text : course.Document.TextOf(course.Document.SpanOf(site.Mention.FirstToken, site.Mention.EndToken)).ToString(),
            Confidence = site is null ? 0.7 : site.Score >= 4 ? 0.93 : site.Score >= 2.5 ? 0.85 : 0.65,
            Evidence = site is null ? histology!.Evidence : evidence.Of(site.Mention),
        };
    }

    private static string? SideOf(ClinicalCourse course, PlacedMention site)
    {
        foreach (var mention in course.MentionsOf(site.Sentence))
        {
            if (mention.Kind == MentionKind.Laterality && site.FirstToken - mention.EndToken is >= 0 and <= 2)
            {
                return mention.Value;
            }
        }

        return null;
    }
}
