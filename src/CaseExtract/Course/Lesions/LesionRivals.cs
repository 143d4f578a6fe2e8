using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;

namespace CaseExtract.Course;

/// <summary>What decides between two diseases that a report names: which was operated on, and which is back.</summary>
internal static class LesionRivals
{
    /// <summary>"tuberculosis of a node in a boy with relapsed neuroblastoma": a tumour that is back is what the report is told for, whatever else is found.</summary>
    public static bool Recurs(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Spread))
        {
            if (mention is { Value: "recurrence", Episode: Episode.Present } && !mention.Is(Assertion.NotFactual)
                && course.Has(mention.Sentence, mention.FirstToken - 3, mention.EndToken + 4, MentionKind.Tumour))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a tumour is of another organ than one given, or of blood and lymph.</summary>
    public static bool IsOfOther(LesionCandidate tumour, string organ) =>
        tumour.Best.Concept is TumourConcept concept && (concept.Site is { } own ? !TopographyCode.IsSameOrgan(own, organ) : concept.Tissue is Tissue.Lymphoid or Tissue.Marrow);

    /// <summary>Whether an operation of the present course takes out an organ or part of it.</summary>
    public static bool IsRemoved(ClinicalCourse course, string? organ)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Procedure))
        {
            if (organ is not null && mention is { Episode: Episode.Present, Concept: ProcedureConcept { Organ: { } removed } } && !mention.Is(Assertion.NotFactual)
                && TopographyCode.IsSameOrgan(removed, organ))
            {
                return true;
            }
        }

        return false;
    }
}
