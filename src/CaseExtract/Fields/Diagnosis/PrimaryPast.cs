using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>The earliest event of the primary tumour that the story tells before the present course: its diagnosis or its removal.</summary>
/// <param name="Event">The words that tell it.</param>
/// <param name="Months">Months before the presentation, if told.</param>
internal readonly record struct PrimaryPast(PlacedMention Event, double? Months)
{
    /// <summary>The quotations that the event and its time rest on.</summary>
    public IReadOnlyList<Schema.Evidence> Quote(ClinicalCourse course, EvidenceFactory evidence) =>
        Months is { } months && DatingWords.Of(course, Event, months) is { } interval ? evidence.Of(Event, interval) : evidence.Of(Event);

    /// <summary>How far the tumour may stand behind "seven years after the diagnosis of", in tokens.</summary>
    private const int Reach = 8;

    /// <summary>How far what an excision was reported as may stand behind it, in tokens.</summary>
    private const int ReportReach = 10;

    public static PrimaryPast? Find(ClinicalCourse course, IndexLesion lesion, ResolvedSite? site, Schema.LesionOrigin? origin, List<Operation> operations)
    {
        PrimaryPast? earliest = null;
        var isSpread = origin is { Value: "metastatic" };
        foreach (var operation in operations)
        {
            if (operation.IsEarlier && site is not null && !operation.Mention.Is(Assertion.NotFactual) && IsOnOrgan(course, operation, site.Topography) && (isSpread || !IsForAnother(course, lesion, operation.Mention)))
            {
                Take(new PrimaryPast(operation.Mention, operation.Mention.MonthsBefore));
            }
        }

        foreach (var operation in operations)
        {
            if (isSpread && operation is { IsEarlier: true, Term: "resection", Organ: null, Mention.MonthsBefore: > 0 } && !operation.Mention.Is(Assertion.NotFactual) && IsReportedAs(course, lesion, operation.Mention))
            {
                Take(new PrimaryPast(operation.Mention, operation.Mention.MonthsBefore));
            }
        }

        foreach (var mention in lesion.Mentions)
        {
            if (mention.Is(Assertion.NotFactual) || mention.Episode == Episode.General || IsCountedTo(course, mention))
            {
                continue;
            }

            if (mention is { Episode: Episode.Earlier, MonthsBefore: > 0 })
            {
                Take(new PrimaryPast(mention, mention.MonthsBefore));
            }
            else if (MonthsAfter(course, mention) is { } months)
            {
                Take(new PrimaryPast(mention, months));
            }
        }

        if (earliest is null && site is not null)
        {
            TakeNamesake(course.Of(MentionKind.Tumour), site.Topography);
        }

        return earliest;

        // "surgery for ovarian cancer two years ago": the primary under a broader name
        void TakeNamesake(ReadOnlySpan<PlacedMention> tumours, string topography)
        {
            foreach (ref readonly var mention in tumours)
            {
                if (mention is { Episode: Episode.Earlier, MonthsBefore: > 0, Concept: TumourConcept { Behaviour: '3', Site: { } place } } && !mention.Is(Assertion.NotFactual) && OrganGroup.IsSame(place, topography)
                    && (isSpread || lesion.MayBe(mention)) && !IsCountedTo(course, mention))
                {
                    Take(new PrimaryPast(mention, mention.MonthsBefore));
                }
            }
        }

        void Take(PrimaryPast past)
        {
            if (earliest is not { } known || (past.Months ?? -1) > (known.Months ?? -1))
            {
                earliest = past;
            }
        }
    }

    /// <summary>"mastectomy for ductal carcinoma" is no past of a sarcoma: the sentence names another tumour, and not this one.</summary>
    private static bool IsForAnother(ClinicalCourse course, IndexLesion lesion, PlacedMention operation)
    {
        var isForAnother = false;
        foreach (ref readonly var tumour in course.MentionsOf(operation.Sentence, MentionKind.Tumour))
        {
            if (lesion.Has(tumour))
            {
                return false;
            }

            isForAnother |= tumour.Concept is TumourConcept { Morphology: { } morphology } && lesion.Tumour?.Morphology is { } own && morphology != own && !tumour.Is(Assertion.NotFactual);
        }

        return isForAnother;
    }

    /// <summary>"an excision on her eyebrow that was reported as Merkel cell carcinoma".</summary>
    private static bool IsReportedAs(ClinicalCourse course, IndexLesion lesion, PlacedMention operation)
    {
        foreach (ref readonly var tumour in course.MentionsNear(operation.Sentence, MentionKind.Tumour, operation.EndToken, operation.EndToken + ReportReach))
        {
            if (lesion.Has(tumour) && !tumour.Is(Assertion.NotFactual) && tumour.FirstToken - operation.EndToken is >= 0 and <= ReportReach)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"five years before detecting the colonic cancer": something else lies back by that time.</summary>
    private static bool IsCountedTo(ClinicalCourse course, PlacedMention tumour)
    {
        foreach (ref readonly var mention in course.MentionsNear(tumour.Sentence, MentionKind.Interval, tumour.FirstToken - Reach, tumour.FirstToken))
        {
            if (mention.EndToken <= tumour.FirstToken && tumour.FirstToken - mention.EndToken <= Reach && course.Document.TextOf(mention.EndToken - 1) is "before" or "to")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an operation removed the organ of the primary, or a part of it that stands beside its general name ("resection of the rectosigmoid").</summary>
    private static bool IsOnOrgan(ClinicalCourse course, Operation operation, string topography)
    {
        if (operation.Organ is { } organ)
        {
            return TopographyCode.IsSameOrgan(organ, topography);
        }

        foreach (ref readonly var place in course.MentionsNear(operation.Mention.Sentence, MentionKind.Site, operation.Mention.FirstToken - 2, operation.Mention.EndToken + 3))
        {
            if (operation is { Term: "resection", IsGeneral: false } && place.Concept is SiteConcept { Topography: { } code } && OrganGroup.IsSame(code, topography) && OrganGroup.IsOrgan(code))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"presented with a mass seven years after the diagnosis of leiomyosarcoma": the months, where a diagnosis or treatment of the tumour is counted from.</summary>
    private static double? MonthsAfter(ClinicalCourse course, PlacedMention tumour)
    {
        foreach (ref readonly var mention in course.MentionsNear(tumour.Sentence, MentionKind.Interval, tumour.FirstToken - Reach, tumour.FirstToken))
        {
            if (mention is { Concept: IntervalConcept { Relation: IntervalRelation.After } interval } && tumour.FirstToken - mention.EndToken is >= 1 and <= Reach
                && CountsFromDiagnosis(course, mention.EndToken, tumour.FirstToken) && course.Has(tumour.Sentence, 0, mention.FirstToken, MentionKind.Plot, "present"))
            {
                return interval.Months;
            }
        }

        return null;
    }

    private static bool CountsFromDiagnosis(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            var word = course.Document.TextOf(index);
            if (word.StartsWith("diagnos", StringComparison.OrdinalIgnoreCase) || word.StartsWith("treat", StringComparison.OrdinalIgnoreCase) || word.StartsWith("resect", StringComparison.OrdinalIgnoreCase)
                || word is "surgery" or "removal" or "excision" or "operation")
            {
                return true;
            }
        }

        return false;
    }
}
