using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>
/// Operations on the primary in a report that is told for a later metastasis: "A woman underwent gastrectomy for gastric cancer. … A metastasis in the liver bled." They are of the past
/// though no words date them.
/// </summary>
internal static class PrimaryOperations
{
    /// <summary>Calls earlier what was done to the primary before any metastasis is told of, in the sentence that introduces the patient or with time passing until then.</summary>
    public static void CallEarlier(ClinicalCourse course, List<Operation> operations, Schema.LesionOrigin? origin, ResolvedSite? primary)
    {
        if (origin is not { Value: "metastatic", Confidence: >= IndexOperations.SureOrigin } || primary is null || operations.Count == 0 || FirstMetastasis(course) is not { } metastasis)
        {
            return;
        }

        var called = -1;
        for (var index = 0; index < operations.Count; index++)
        {
            var operation = operations[index];
            var isOfPrimary = operation.Organ is not null && OrganGroup.IsSame(operation.Organ, primary.Topography);
            if (!operation.IsEarlier && operation.Mention.Sentence < metastasis.Sentence && operation.Term != "biopsy" && course.SentenceOf(operation.Mention).Section is not SectionKind.Title
                && ((isOfPrimary && (course.Has(operation.Mention.Sentence, MentionKind.Age) || HasTimeBetween(course, operation.Mention, metastasis))) || (operation.Term == "lymphadenectomy" && operation.Mention.Sentence == called)))
            {
                operations[index] = operation with { IsEarlier = true };
                called = operation.Mention.Sentence;
            }
        }
    }

    private static PlacedMention? FirstMetastasis(ClinicalCourse course)
    {
        foreach (ref readonly var spread in course.Of(MentionKind.Spread))
        {
            if (spread.Value == "metastasis" && !spread.Is(Assertion.NotFactual) && spread.Episode != Episode.General && course.SentenceOf(spread).Section != SectionKind.Title)
            {
                return spread;
            }
        }

        return null;
    }

    private static bool HasTimeBetween(ClinicalCourse course, PlacedMention operation, PlacedMention metastasis)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Interval))
        {
            if (mention.FirstToken > operation.EndToken && mention.FirstToken < course.SentenceOf(metastasis).EndToken && mention.Sentence > operation.Sentence
                && mention.Concept is IntervalConcept { Relation: IntervalRelation.Later or IntervalRelation.After or IntervalRelation.FollowUp or IntervalRelation.Date })
            {
                return true;
            }
        }

        return false;
    }
}
