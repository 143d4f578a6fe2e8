using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Where the primary stands in the story.</summary>
internal static class PrimaryHistory
{
    /// <summary>Whether the tumour, or another organ's cancer, is told of an earlier course.</summary>
    public static bool IsEarlier(ClinicalCourse course, IndexLesion lesion)
    {
        foreach (var mention in course.Mentions)
        {
            if (mention.Episode != Episode.Earlier || mention.Is(Assertion.NotFactual & ~Assertion.Uncertain))
            {
                continue;
            }

            if (mention.Concept is TumourConcept tumour && tumour.Kind != TumourKind.Lesion
                && ((tumour.Morphology is not null && tumour.Morphology == lesion.Tumour!.Morphology) || tumour is { Site: not null, Behaviour: '3' }))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sentence of the first operation of the present course that takes something out, or -1.</summary>
    public static int FirstOperation(ClinicalCourse course)
    {
        foreach (var mention in course.Mentions)
        {
            if (mention is { Kind: MentionKind.Procedure, Episode: Episode.Present, Concept: ProcedureConcept { Term: not "biopsy" } } && !mention.Is(Assertion.NotFactual)
                && course.SentenceOf(mention).Section != SectionKind.Title)
            {
                return mention.Sentence;
            }
        }

        return -1;
    }
}
