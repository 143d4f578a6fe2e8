using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>Finds the words behind a date that the story gave to an event: the fact that an interval in the record follows from.</summary>
internal static class DatingWords
{
    /// <summary>Dates and intervals are given roughly, in months.</summary>
    private const double Tolerance = 0.6;

    /// <summary>The interval that says how long before the presentation an event was.</summary>
    /// <param name="course">The story.</param>
    /// <param name="told">The event.</param>
    /// <param name="months">Months before the presentation.</param>
    /// <returns>"two years ago" beside the event, else "nine months later" behind it, else its calendar date; <see langword="null"/> if the months are a sum of several.</returns>
    public static PlacedMention? Of(ClinicalCourse course, PlacedMention told, double months)
    {
        PlacedMention? date = null;
        foreach (ref readonly var mention in course.Of(MentionKind.Interval))
        {
            var interval = (IntervalConcept)mention.Concept;
            if (mention.Sentence < told.Sentence)
            {
                continue;
            }

            if (interval.Relation == IntervalRelation.Date)
            {
                date ??= mention.Sentence == told.Sentence ? mention : null;
            }
            else if (Math.Abs(interval.Months - months) < Tolerance && (mention.Sentence == told.Sentence || interval.Relation is IntervalRelation.Later or IntervalRelation.After))
            {
                return mention;
            }
        }

        return date;
    }
}
