using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Which organ was sampled or operated on in the present course: that of the primary, or one that it may have spread to.</summary>
internal static class ExaminedOrgan
{
    /// <summary>How far behind an operation its organ may stand, or that of a mass behind the mass.</summary>
    private const int OrganReach = 4;

    /// <summary>How far behind an operation another organ may stand where no verb comes between: "aspiration of a round mass in the pancreas".</summary>
    private const int ObjectReach = 8;

    /// <summary>How far before an operation "after" may stand.</summary>
    private const int ReferenceReach = 4;

    /// <summary>Whether the organ that the tumour's name gives was sampled or operated on in the present course: what was examined is the primary.</summary>
    public static bool IsPrimary(ClinicalCourse course, IndexLesion lesion) => TumourOrgan.Of(course, lesion) is { } organ && IsExamined(course, organ, isOther: false);

    /// <summary>
    /// Whether another organ was sampled or operated on, and the tumour's own was not: "a left adrenalectomy … invasive ductal carcinoma of the breast"
    /// after a mastectomy.
    /// </summary>
    public static bool IsOther(ClinicalCourse course, IndexLesion lesion) =>
        !PrimaryHistory.IsOnlyEarlier(lesion) && TumourOrgan.Of(course, lesion) is { } organ && (PrimaryHistory.IsEarlier(course, lesion) || WasOperatedEarlier(course, organ))
        && (IsExamined(course, organ, isOther: true) || (HasOneSeat(lesion.Tumour!) && HasMass(course, organ, isOther: true) && !HasMass(course, organ, isOther: false)))
        && !IsExamined(course, organ, isOther: false);

    /// <summary>A malignant tumour that a patient hardly has twice in different organs; adenocarcinoma and squamous cell carcinoma may be two primaries.</summary>
    private static bool HasOneSeat(TumourConcept tumour) => tumour is { Behaviour: '3', Morphology: { } morphology }
        && (tumour.Site is not null || tumour.Tissue is Tissue.Melanocytic or Tissue.Soft or Tissue.Germ or Tissue.Bone);

    /// <summary>"a pancreatic tumor", "a mass in the brain" found in the present course.</summary>
    private static bool HasMass(ClinicalCourse course, string organ, bool isOther)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Tumour))
        {
            if (mention is not { Episode: Episode.Present, Concept: TumourConcept { Kind: TumourKind.Generic } mass } || mention.Is(Assertion.NotFactual & ~Assertion.Uncertain))
            {
                continue;
            }

            if (mass.Site is { } named && IsMeant(named, organ, isOther))
            {
                return true;
            }

            foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.Site, mention.EndToken, mention.EndToken + OrganReach))
            {
                if (other.Concept is SiteConcept { Kind: SiteKind.Organ or SiteKind.Neuraxis } site && other.FirstToken - mention.EndToken is >= 1 and <= OrganReach
                    && !SiteWords.HasStop(course, mention.EndToken, other.FirstToken) && course.Document.TextOf(mention.EndToken) is "of" or "in" && IsMeant(site.Topography, organ, isOther))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <param name="course">The course.</param>
    /// <param name="organ">The organ of the primary.</param>
    /// <param name="isOther">Whether another organ is asked for, not this one.</param>
    private static bool IsExamined(ClinicalCourse course, string organ, bool isOther)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Procedure))
        {
            if (mention is not { Kind: MentionKind.Procedure, Episode: Episode.Present, Concept: ProcedureConcept procedure } || mention.Is(Assertion.NotFactual)
                || course.SentenceOf(mention).Section == SectionKind.Title)
            {
                continue;
            }

            var isReference = IsReference(course, mention);
            if (procedure.Organ is { } removed && IsMeant(removed, organ, isOther) && !isReference)
            {
                return true;
            }

            if (isReference && procedure.Use == ProcedureUse.Verb)
            {
                continue;
            }

            foreach (ref readonly var other in course.MentionsNear(mention.Sentence, mention.FirstToken, mention.EndToken + ObjectReach))
            {
                if (other.Concept is SiteConcept { Kind: SiteKind.Organ } site && IsMeant(site.Topography, organ, isOther)
                    && IsObject(course, mention, other, isOther ? ObjectReach : OrganReach) && !IsInName(course, other) && !IsLikened(course, other))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"breast biopsy", "aspiration of a mass in the pancreas": an organ right before the operation, or behind it with no verb between.</summary>
    private static bool IsObject(ClinicalCourse course, PlacedMention operation, PlacedMention organ, int reach)
    {
        if (organ.EndToken == operation.FirstToken)
        {
            return true;
        }

        var distance = organ.FirstToken - operation.EndToken;
        return distance >= 0 && distance <= reach && !SiteWords.HasStop(course, operation.EndToken, organ.FirstToken) && (distance <= OrganReach || !HasPlot(course, operation, organ));
    }

    /// <summary>"the biopsy was identical to the lung tumor": the organ is what it is compared with.</summary>
    private static bool IsLikened(ClinicalCourse course, PlacedMention organ)
    {
        var index = organ.FirstToken - 1;
        index -= index > course.SentenceOf(organ).FirstToken && course.Document.TextOf(index) is "the" or "his" or "her" ? 1 : 0;
        return index > course.SentenceOf(organ).FirstToken && course.Document.TextOf(index) is "to" or "with" or "as"
            && course.Document.TextOf(index - 1) is "identical" or "similar" or "same" or "consistent" or "compatible" or "comparable";
    }

    /// <summary>"biopsy of the mass [showed] carcinoma of the lung": what was found stands behind.</summary>
    private static bool HasPlot(ClinicalCourse course, PlacedMention procedure, PlacedMention organ)
    {
        foreach (ref readonly var plot in course.MentionsNear(organ.Sentence, MentionKind.Plot, procedure.EndToken, organ.FirstToken))
        {
            if (plot.FirstToken >= procedure.EndToken && plot.EndToken <= organ.FirstToken)
            {
                return true;
            }
        }

        return ClauseVerbs.HasVerb(course.Document, procedure.EndToken, organ.FirstToken);
    }

    /// <summary>"five years after the mastectomy", "like that of the resected lung tumor": an operation that is only spoken of again.</summary>
    private static bool IsReference(ClinicalCourse course, PlacedMention removal)
    {
        var bounds = course.SentenceOf(removal);
        if (removal.Concept is ProcedureConcept { Use: ProcedureUse.Verb } && removal.FirstToken > bounds.FirstToken && course.Document.TextOf(removal.FirstToken - 1) is "the")
        {
            return true;
        }

        for (var index = Math.Max(bounds.FirstToken, removal.FirstToken - ReferenceReach); index < removal.FirstToken; index++)
        {
            if (course.Document.TextOf(index) is "after" or "following" or "since" or "After" or "Following" or "Since")
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="examined">What was sampled or operated on.</param>
    /// <param name="organ">The organ of the primary.</param>
    /// <param name="isOther">Organs of one tract are no others.</param>
    private static bool IsMeant(string examined, string organ, bool isOther) => isOther ? IsSolid(examined) && !TopographyCode.IsSameOrgan(examined, organ) && !AreOneTract(examined, organ) : TopographyCode.IsSameOrgan(examined, organ);

    /// <summary>An organ that a metastasis is told of by its name; not marrow, nodes, coverings, heart and vessels, which a tumour grows into from its own place.</summary>
    private static bool IsSolid(string topography) => topography.AsSpan(0, 3) is not ("C38" or "C42" or "C44" or "C48" or "C49" or "C76" or "C77" or "C80");

    /// <summary>Organs that one operation often takes out together: those of digestion save the liver, those of the same first digits.</summary>
    private static bool AreOneTract(string examined, string organ) =>
        examined[1] == organ[1] || (examined[1] is '1' or '2' && organ[1] is '1' or '2' && !examined.StartsWith("C22", StringComparison.Ordinal));

    /// <summary>"biopsy showed gastric cancer": the organ is part of a tumour's name, not what was sampled.</summary>
    private static bool IsInName(ClinicalCourse course, PlacedMention site)
    {
        foreach (ref readonly var other in course.MentionsNear(site.Sentence, MentionKind.Tumour, site.FirstToken, site.EndToken))
        {
            if (other.Concept is TumourConcept { Kind: TumourKind.Tumour } && other.Covers(site))
            {
                return true;
            }
        }

        return false;
    }

    private static bool WasOperatedEarlier(ClinicalCourse course, string organ)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Procedure))
        {
            if (mention is { Episode: Episode.Earlier, Concept: ProcedureConcept { Organ: { } removed } } && !mention.Is(Assertion.NotFactual & ~Assertion.Historical) && TopographyCode.IsSameOrgan(removed, organ))
            {
                return true;
            }
        }

        return false;
    }
}
