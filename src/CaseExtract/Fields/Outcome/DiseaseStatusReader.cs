using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>Whether there is disease at the last information: the last statement after the treatment decides, and a death of the disease settles it.</summary>
internal static class DiseaseStatusReader
{
    private const Assertion NoFact = Assertion.Uncertain | Assertion.Hypothetical | Assertion.NotPatient;

    public static DiseaseStatus? Read(ClinicalCourse course, Aftermath aftermath, VitalStatus? vital, IReadOnlyList<RecurrenceStatement> recurrences, EvidenceFactory evidence)
    {
        if (vital is { Value: "dead", Cause: "disease" })
        {
            return new DiseaseStatus { Value = "present", Confidence = 0.9, Evidence = vital.Evidence };
        }

        PlacedMention? last = null;
        var isPresent = false;
        foreach (ref readonly var mention in course.Of(MentionKind.Outcome))
        {
            if (!mention.Is(NoFact) && aftermath.Holds(mention) && !mention.Is(Assertion.Negated) && !ComplaintGone.Is(course, mention)
                && (mention.Value is "disease-free" or "with-disease" || (mention.Value == "remnant" && mention.Episode == Episode.FollowUp)))
            {
                (last, isPresent) = (mention, mention.Value != "disease-free");
            }
        }

        foreach (var statement in recurrences)
        {
            // "no local recurrence" says nothing of disease elsewhere
            // what came back and was treated again is no last word
            if (statement.IsAfterTreatment && (statement.IsAbsent || aftermath.IsBehindAll(statement.Mention)) && (last is not { } known || known.EndToken <= statement.Mention.FirstToken) && (!statement.IsAbsent || !IsLocalOnly(course, statement.Mention)))
            {
                (last, isPresent) = (statement.Mention, !statement.IsAbsent);
            }
        }

        return last is { } words && (isPresent || !IsLocalOnly(course, words))
            ? new DiseaseStatus { Value = isPresent ? "present" : "absent", Confidence = isPresent ? 0.8 : 0.9, Evidence = evidence.Of(words) }
            : null;
    }

    private static bool IsLocalOnly(ClinicalCourse course, PlacedMention words) =>
        course.Document.TextOf(course.Document.SpanOf(words.FirstToken, words.EndToken)).Contains("local", StringComparison.OrdinalIgnoreCase) && !HasMetastasisBehind(course, words);

    /// <summary>"no local recurrence or metastasis".</summary>
    private static bool HasMetastasisBehind(ClinicalCourse course, PlacedMention words)
    {
        foreach (ref readonly var mention in course.MentionsOf(words.Sentence))
        {
            if (mention is { Kind: MentionKind.Spread, Value: "metastasis" } && mention.Is(Assertion.Negated) && mention.FirstToken - words.EndToken is >= 0 and <= 6)
            {
                return true;
            }
        }

        return false;
    }
}
