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

        var passing = LastTimeBefore(course, metastasis);
        var called = -1;
        for (var index = 0; index < operations.Count; index++)
        {
            var operation = operations[index];
            var isOfPrimary = operation.Organ is not null && OrganGroup.IsSame(operation.Organ, primary.Topography);
            if (!operation.IsEarlier && operation.Mention.Sentence < metastasis.Sentence && operation.Term != "biopsy" && course.SentenceOf(operation.Mention).Section is not SectionKind.Title
                && ((isOfPrimary && (course.Has(operation.Mention.Sentence, MentionKind.Age) || passing > operation.Mention.Sentence)) || (operation.Term == "lymphadenectomy" && operation.Mention.Sentence == called)))
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

    /// <summary>The last sentence up to that of a metastasis that lets time pass; -1 without any.</summary>
    private static int LastTimeBefore(ClinicalCourse course, PlacedMention metastasis)
    {
        var last = -1;
        foreach (ref readonly var mention in course.Of(MentionKind.Interval))
        {
            if (mention.FirstToken < course.SentenceOf(metastasis).EndToken
                && mention.Concept is IntervalConcept { Relation: IntervalRelation.Later or IntervalRelation.After or IntervalRelation.FollowUp or IntervalRelation.Date })
            {
                last = mention.Sentence;
            }
        }

        return last;
    }
}
