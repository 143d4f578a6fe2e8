using CaseExtract.Annotation.Context;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>The earliest event of the primary tumour that the story tells before the present course: its diagnosis or its removal.</summary>
/// <param name="Event">The words that tell it.</param>
/// <param name="Months">Months before the presentation, if told.</param>
internal readonly record struct PrimaryPast(PlacedMention Event, double? Months)
{
    public static PrimaryPast? Find(ClinicalCourse course, IndexLesion lesion, ResolvedSite? site, IReadOnlyList<Operation> operations)
    {
        PrimaryPast? earliest = null;
        foreach (var operation in operations)
        {
            if (operation.IsEarlier && site is not null && operation.Organ is { } organ && organ.AsSpan(0, 3).SequenceEqual(site.Topography.AsSpan(0, 3)) && !operation.Mention.Is(Assertion.NotFactual))
            {
                Take(new PrimaryPast(operation.Mention, operation.Mention.MonthsBefore));
            }
        }

        foreach (var mention in lesion.Mentions)
        {
            if (mention is { Episode: Episode.Earlier, MonthsBefore: > 0 } && !mention.Is(Assertion.NotFactual))
            {
                Take(new PrimaryPast(mention, mention.MonthsBefore));
            }
        }

        return earliest;

        void Take(PrimaryPast past)
        {
            if (earliest is not { } known || (past.Months ?? -1) > (known.Months ?? -1))
            {
                earliest = past;
            }
        }
    }
}
