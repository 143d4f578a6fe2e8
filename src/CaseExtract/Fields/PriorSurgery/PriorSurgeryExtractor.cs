using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>Operations before the present course, with the interval to the presentation and what they were for.</summary>
internal sealed class PriorSurgeryExtractor
{
    private static readonly HashSet<string> NoOperations = ["biopsy", "angioplasty"];

    public IReadOnlyList<PriorSurgery> Extract(ClinicalCourse course, List<Operation> operations, EvidenceFactory evidence)
    {
        if (operations.Count == 0)
        {
            return [];
        }

        var surgeries = new List<PriorSurgery>();
        foreach (var operation in operations)
        {
            if (!operation.IsEarlier || operation.Mention.Is(Assertion.Uncertain) || (NoOperations.Contains(operation.Term) && !IsOfSentinelNode(course, operation.Mention)))
            {
                continue;
            }

            var months = operation.Mention.MonthsBefore ?? NearestInterval(course, operation.Mention);
            var known = PlaceOf(surgeries, operation.Term);
            if (known >= 0 && surgeries[known].Evidence.Count >= EvidenceFactory.MostQuotations)
            {
                surgeries[known] = months is null || surgeries[known].MonthsBefore is not null ? surgeries[known] : surgeries[known] with { MonthsBefore = months };
                continue;
            }

            var quotations = months is { } told && DatingWords.Of(course, operation.Mention, told) is { } interval ? evidence.Of(operation.Mention, interval) : evidence.Of(operation.Mention);
            if (known >= 0)
            {
                surgeries[known] = surgeries[known] with
                {
                    MonthsBefore = surgeries[known].MonthsBefore ?? months,
                    Evidence = EvidenceFactory.Join(surgeries[known].Evidence, quotations),
                };
                continue;
            }

            surgeries.Add(new PriorSurgery
            {
                Term = operation.Term,
                MonthsBefore = months is { } value ? Math.Round(value, 1, MidpointRounding.AwayFromZero) : null,
                Indication = IndicationOf(course, operation.Mention),
                Levels = LevelsOf(course, operation.Mention),
                Confidence = operation.Mention.Is(Assertion.Historical) ? 0.88 : 0.75,
                Evidence = quotations,
            });
        }

        return surgeries;
    }

    /// <summary>"lumpectomy with sentinel lymph node biopsy": a biopsy that is part of an operation.</summary>
    private static bool IsOfSentinelNode(ClinicalCourse course, PlacedMention biopsy)
    {
        for (var index = biopsy.FirstToken; index < biopsy.EndToken; index++)
        {
            if (course.Document.TextOf(course.Document.TokenArray[index]).StartsWith("sentinel", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int PlaceOf(List<PriorSurgery> surgeries, string term)
    {
        for (var index = 0; index < surgeries.Count; index++)
        {
            if (surgeries[index].Term == term)
            {
                return index;
            }
        }

        return -1;
    }

    private static double? NearestInterval(ClinicalCourse course, PlacedMention operation)
    {
        foreach (ref readonly var mention in course.MentionsOf(operation.Sentence, MentionKind.Interval))
        {
            if (mention.Concept is IntervalConcept { Relation: IntervalRelation.Before } interval)
            {
                return interval.Months;
            }
        }

        return null;
    }

    /// <summary>"mastectomy for breast cancer": the tumour named behind "for", "due to" or "because of".</summary>
    private static string? IndicationOf(ClinicalCourse course, PlacedMention operation)
    {
        var document = course.Document;
        foreach (ref readonly var mention in course.MentionsNear(operation.Sentence, MentionKind.Tumour, operation.EndToken, operation.EndToken + 8))
        {
            if (mention.FirstToken < operation.EndToken || mention.FirstToken > operation.EndToken + 8)
            {
                continue;
            }

            for (var index = operation.EndToken; index < mention.FirstToken; index++)
            {
                if (document.TextOf(document.TokenArray[index]) is "for" or "of" or "to")
                {
                    return document.Quote(document.SpanOf(index + 1, mention.EndToken));
                }
            }
        }

        return null;
    }

    private static string[] LevelsOf(ClinicalCourse course, PlacedMention operation)
    {
        foreach (ref readonly var mention in course.MentionsNear(operation.Sentence, MentionKind.Level, operation.FirstToken - 2, operation.EndToken + 4))
        {
            if (mention.FirstToken - operation.EndToken is >= 0 and <= 4 || operation.FirstToken - mention.EndToken is >= 0 and <= 2)
            {
                return ((LevelConcept)mention.Concept).Levels.Names();
            }
        }

        return [];
    }
}
