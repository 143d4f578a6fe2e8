using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>
/// Whether the index lesion is a metastasis. The words of spread are weighed by how close they stand to the lesion: beside its diagnosis, in
/// the title, in the pathology report, at the spine; words of origin beside the diagnosis speak against. Disease of blood and marrow is
/// neither unless the report says so.
/// </summary>
internal sealed class OriginExtractor
{
    public LesionOrigin? Extract(ClinicalCourse course, IndexLesion lesion, EvidenceFactory evidence)
    {
        if (!lesion.IsTumour || lesion.Diagnosis is not { } diagnosis || lesion.Tumour is null)
        {
            return null;
        }

        var score = 0.0;
        PlacedMention? metastasis = null, primary = null;
        var best = double.NegativeInfinity;
        foreach (var mention in course.Mentions)
        {
            if (mention.Kind != MentionKind.Spread)
            {
                continue;
            }

            var inTitle = course.SentenceOf(mention).Section == SectionKind.Title;
            if (!inTitle && mention.Is(Assertion.NotFactual & ~Assertion.Uncertain))
            {
                continue;
            }

            var distance = Distance(mention, diagnosis);
            if (mention.Value == "metastasis")
            {
                var weight = (inTitle ? 1.5 : 0) + (distance <= 3 ? 2.5 : distance <= 8 ? 1 : 0)
                    + (course.Has(mention.Sentence, MentionKind.Plot, "pathology") && !mention.Is(Assertion.Uncertain) ? 1 : 0) + (mention.Episode == Episode.Earlier ? -0.5 : 0.35)
                    - (IsOfOtherPlace(course, mention) ? 0.8 : 0) - (mention.Is(Assertion.Uncertain) ? 0.8 : 0);
                score += Math.Max(0, Math.Min(weight, 3));
                if (weight > best)
                {
                    best = weight;
                    metastasis = mention;
                }
            }
            else if (mention.Value is "primary" or "solitary" && distance <= 5 && distance >= 0)
            {
                score -= mention.Value == "primary" ? 2 : 0.5;
                primary ??= mention;
            }
        }

        var isSystemic = lesion.Tumour.Tissue is Tissue.Marrow or Tissue.Lymphoid;
        if (isSystemic)
        {
            return primary is { } stated ? Make("primary", 0.8, stated) : null;
        }

        if (metastasis is { } spread && score >= 2.5)
        {
            return Make("metastatic", score > 4 ? 0.9 : 0.75, spread);
        }

        return Make("primary", score <= 0.5 ? 0.85 : 0.65, primary ?? diagnosis);

        LesionOrigin Make(string value, double confidence, PlacedMention mention) => new()
        {
            Value = value,
            Confidence = confidence,
            Evidence = evidence.Of(mention),
        };
    }

    private static int Distance(PlacedMention left, PlacedMention right) => left.Sentence != right.Sentence
        ? int.MaxValue
        : left.EndToken <= right.FirstToken ? right.FirstToken - left.EndToken : right.EndToken <= left.FirstToken ? left.FirstToken - right.EndToken : 0;

    /// <summary>"lymph node metastases", "without distant metastasis": spread of the lesion, not the lesion.</summary>
    private static bool IsOfOtherPlace(ClinicalCourse course, PlacedMention metastasis)
    {
        foreach (var mention in course.MentionsOf(metastasis.Sentence))
        {
            if (mention is { Kind: MentionKind.Site, Concept: SiteConcept { Kind: SiteKind.Node } } && Distance(mention, metastasis) <= 3)
            {
                return true;
            }
        }

        return false;
    }
}
