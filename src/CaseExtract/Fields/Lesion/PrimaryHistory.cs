using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Where the primary stands in the story.</summary>
internal static class PrimaryHistory
{
    /// <summary>How far an organ may stand from the operation on it.</summary>
    private const int OrganReach = 4;

    /// <summary>Whether the tumour, or an organ's cancer that it may have come from, is told of an earlier course.</summary>
    public static bool IsEarlier(ClinicalCourse course, IndexLesion lesion)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Tumour))
        {
            if (mention.Episode != Episode.Earlier || mention.Is(Assertion.NotFactual & ~Assertion.Uncertain))
            {
                continue;
            }

            if (mention.Concept is TumourConcept tumour && tumour.Kind != TumourKind.Lesion
                && ((tumour.Morphology is not null && tumour.Morphology == lesion.Tumour!.Morphology)
                    || (tumour is { Site: not null, Behaviour: '3' } && !OtherTumour.AreDifferent(tumour, lesion.Tumour!))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sentence of the first operation of the present course that takes something out, or -1.</summary>
    public static int FirstOperation(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Procedure))
        {
            if (mention is { Kind: MentionKind.Procedure, Episode: Episode.Present, Concept: ProcedureConcept { Term: not "biopsy" } } && !mention.Is(Assertion.NotFactual)
                && course.SentenceOf(mention).Section != SectionKind.Title)
            {
                return mention.Sentence;
            }
        }

        return -1;
    }

    /// <summary>Whether the tumour is named of an earlier course and of no other.</summary>
    public static bool IsOnlyEarlier(IndexLesion lesion)
    {
        foreach (var mention in lesion.Mentions)
        {
            if (mention.Episode != Episode.Earlier && !mention.Is(Assertion.NotFactual))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the organ that the tumour's name gives was sampled or operated on in the present course: what was examined is the primary.</summary>
    public static bool IsOrganExamined(ClinicalCourse course, IndexLesion lesion)
    {
        if (OrganOf(lesion) is not { } organ)
        {
            return false;
        }

        foreach (ref readonly var mention in course.Of(MentionKind.Procedure))
        {
            if (mention is not { Kind: MentionKind.Procedure, Episode: Episode.Present, Concept: ProcedureConcept procedure } || mention.Is(Assertion.NotFactual)
                || course.SentenceOf(mention).Section == SectionKind.Title)
            {
                continue;
            }

            if (procedure.Organ is { } removed && IsSameOrgan(removed, organ))
            {
                return true;
            }

            foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
            {
                if (other.Concept is SiteConcept site && IsSameOrgan(site.Topography, organ) && !IsInName(course, other)
                    && (other.EndToken == mention.FirstToken || other.FirstToken - mention.EndToken is >= 0 and <= OrganReach))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"biopsy showed gastric cancer": the organ is part of a tumour's name, not what was sampled.</summary>
    private static bool IsInName(ClinicalCourse course, PlacedMention site)
    {
        foreach (ref readonly var other in course.MentionsOf(site.Sentence))
        {
            if (other is { Kind: MentionKind.Tumour, Concept: TumourConcept { Kind: TumourKind.Tumour } } && other.FirstToken <= site.FirstToken && other.EndToken >= site.EndToken)
            {
                return true;
            }
        }

        return false;
    }

    private static string? OrganOf(IndexLesion lesion)
    {
        if (lesion.Tumour!.Site is { } own)
        {
            return own;
        }

        foreach (var mention in lesion.Mentions)
        {
            if (mention.Concept is TumourConcept { Site: { } site } && !mention.Is(Assertion.NotFactual))
            {
                return site;
            }
        }

        return null;
    }

    private static bool IsSameOrgan(string left, string right) => left.AsSpan(0, 3).SequenceEqual(right.AsSpan(0, 3));
}
