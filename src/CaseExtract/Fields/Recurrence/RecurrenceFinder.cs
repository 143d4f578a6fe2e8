using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>Finds what a report says of recurrence: of the tumour, not of a pain, an effusion or a nerve.</summary>
internal static class RecurrenceFinder
{
    /// <summary>How far the word for the place may stand from the word of recurrence, in tokens.</summary>
    private const int Reach = 6;

    private const Assertion NoFact = Assertion.Uncertain | Assertion.Hypothetical | Assertion.NotPatient;

    public static IReadOnlyList<RecurrenceStatement> Find(ClinicalCourse course, IndexLesion lesion, Schema.LesionOrigin? origin, Aftermath aftermath)
    {
        if (!lesion.IsTumour)
        {
            return [];
        }

        List<RecurrenceStatement>? found = null;
        var mayBeNew = origin is not { Value: "metastatic" };
        foreach (ref readonly var mention in course.Mentions)
        {
            if (mention.Episode == Episode.General || mention.Is(NoFact))
            {
                continue;
            }

            if (mention is { Kind: MentionKind.Spread, Value: "metastasis" } && !mention.Is(Assertion.Negated) && mayBeNew)
            {
                // the first metastasis that the story tells of, and only after the treatment
                mayBeNew = false;
                if (aftermath.IsBehind(mention) && IsDated(course, mention))
                {
                    (found ??= []).Add(new RecurrenceStatement(mention, IsAbsent: false, IsLocal: false, IsDistant: true, aftermath.Holds(mention)));
                }

                continue;
            }

            if (!IsWord(course, mention))
            {
                continue;
            }

            var isAbsent = mention.Is(Assertion.Negated) || mention.Value == "disease-free";
            var words = course.Document.TextOf(course.Document.SpanOf(mention.FirstToken, mention.EndToken));
            var isLocal = words.Contains("local", StringComparison.OrdinalIgnoreCase) || words.StartsWith("regr", StringComparison.OrdinalIgnoreCase) || IsBeside(course, mention, "local");
            var isDistant = words.Contains("distant", StringComparison.OrdinalIgnoreCase) || words.Contains("metasta", StringComparison.OrdinalIgnoreCase) || IsBeside(course, mention, "distant");
            (found ??= []).Add(new RecurrenceStatement(mention, isAbsent, isLocal, isDistant && !isAbsent, aftermath.Holds(mention)));
        }

        return found ?? (IReadOnlyList<RecurrenceStatement>)[];
    }

    private static bool IsWord(ClinicalCourse course, PlacedMention mention) => mention switch
    {
        { Kind: MentionKind.Spread, Value: "recurrence" } => RecurredThing.IsTumour(course, mention),
        { Kind: MentionKind.Plot, Value: "recur" } => IsOnlyPlot(course, mention),
        { Kind: MentionKind.Outcome, Value: "disease-free" } => SpeaksOfRecurrence(course, mention) && !RecurredThing.IsOther(course, mention),
        _ => false,
    };

    /// <summary>Whether the sentence lets time pass: "six months later", "one year after the operation".</summary>
    private static bool IsDated(ClinicalCourse course, PlacedMention mention)
    {
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence, MentionKind.Interval))
        {
            if (other is { Concept: IntervalConcept { Relation: IntervalRelation.Later or IntervalRelation.After or IntervalRelation.FollowUp } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"regrowth", "reappeared"; what is a word of spread as well is counted there, and progress is none.</summary>
    private static bool IsOnlyPlot(ClinicalCourse course, PlacedMention mention) =>
        course.Document.TextOf(mention.FirstToken) is var word && (word.StartsWith("regr", StringComparison.OrdinalIgnoreCase) || word is "reappeared");

    /// <summary>"no evidence of recurrence" is one term, whose inner word is denied by it, not by a cue.</summary>
    private static bool SpeaksOfRecurrence(ClinicalCourse course, PlacedMention mention)
    {
        var words = course.Document.TextOf(course.Document.SpanOf(mention.FirstToken, mention.EndToken));
        return words.Contains("recurren", StringComparison.OrdinalIgnoreCase) || words.Contains("relapse", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsBeside(ClinicalCourse course, PlacedMention mention, string place)
    {
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.Outcome, mention.FirstToken - 2, mention.EndToken + Reach))
        {
            if (other.Value == place && other.FirstToken - mention.EndToken <= Reach && mention.FirstToken - other.EndToken <= 2)
            {
                return true;
            }
        }

        return false;
    }

}
