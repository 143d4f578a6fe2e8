using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>A lesion said to be at the spine, and tumours that do not arise there: together they speak of a metastasis that no word names.</summary>
internal static class SpinalLesion
{
    /// <summary>How far a word for the lesion may stand from its vertebra.</summary>
    private const int Reach = 8;

    /// <summary>A tumour whose name gives an organ other than the spine, or whose tissue does not occur there.</summary>
    public static bool IsStranger(TumourConcept tumour) =>
        tumour.Site is { } site ? !site.StartsWith("C41", StringComparison.Ordinal) && !site.StartsWith("C7", StringComparison.Ordinal) && !site.StartsWith("C42", StringComparison.Ordinal)
        : tumour.Kind == TumourKind.Tumour && tumour.Tissue == Tissue.Epithelial;

    /// <summary>A word for a lesion, for its density or its biopsy, or for compression, in one sentence with a vertebra, a level or a compartment.</summary>
    public static bool IsTold(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Mentions)
        {
            if (mention.Episode is not (Episode.Present or Episode.FollowUp) || mention.Is(Assertion.NotFactual & ~Assertion.Uncertain)
                || !(IsSacralLesion(course, mention) || mention.Kind is MentionKind.Level or MentionKind.Compartment || mention is { Kind: MentionKind.Site, Concept: SiteConcept { Kind: SiteKind.Spine } }))
            {
                continue;
            }

            foreach (ref readonly var other in course.MentionsNear(mention.Sentence, mention.FirstToken - Reach, mention.EndToken + Reach))
            {
                if ((other.Kind is MentionKind.LesionWord or MentionKind.Density || other is { Kind: MentionKind.Procedure, Concept: ProcedureConcept { Term: "biopsy" } } || other is { Kind: MentionKind.Tumour, Concept: TumourConcept { Kind: TumourKind.Generic } } or { Kind: MentionKind.Compression })
                    && !other.Is(Assertion.Negated) && other.DistanceTo(mention) <= Reach && !IsOfOrgan(course, other))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"C5-C6 spondylosis, thyroid [cyst]", "sacral Tarlov [cysts]".</summary>
    private static bool IsOfOrgan(ClinicalCourse course, PlacedMention word)
    {
        foreach (ref readonly var organ in course.MentionsNear(word.Sentence, MentionKind.Site, word.FirstToken - 1, word.FirstToken))
        {
            if (word.Kind == MentionKind.LesionWord && organ.EndToken == word.FirstToken && organ.Concept is SiteConcept { Kind: SiteKind.Organ })
            {
                return true;
            }
        }

        foreach (ref readonly var name in course.MentionsNear(word.Sentence, MentionKind.Tumour, word.FirstToken, word.FirstToken))
        {
            if (word.Kind == MentionKind.LesionWord && name.FirstToken < word.FirstToken && name.EndToken == word.EndToken && name.Concept is TumourConcept { Kind: TumourKind.Lesion })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a sacral lesion" is one of the bone; a lumbar or a cervical mass may lie beside the spine.</summary>
    private static bool IsSacralLesion(ClinicalCourse course, PlacedMention region) =>
        region.Kind == MentionKind.Region && course.Document.TextOf(region.FirstToken) is "sacral" or "Sacral" or "sacrococcygeal" or "lumbosacral"
            && course.Has(region.Sentence, region.EndToken, region.EndToken + 1, MentionKind.LesionWord);
}
