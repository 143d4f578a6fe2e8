using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>Whether there is disease at the last information: the last statement after the treatment decides, and a death of the disease settles it.</summary>
internal static class DiseaseStatusReader
{
    /// <summary>How far the disease may stand behind "alive with", in tokens.</summary>
    private const int Reach = 4;

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
            if (mention.Is(NoFact) || !aftermath.Holds(mention))
            {
                continue;
            }

            if (IsFree(course, mention))
            {
                (last, isPresent) = (mention, false);
            }
            else if (!mention.Is(Assertion.Negated) && (mention.Value == "with-disease" || (mention.Value == "remnant" && mention.Episode == Episode.FollowUp) || IsAliveWithDisease(course, mention)))
            {
                (last, isPresent) = (mention, true);
            }
        }

        foreach (var statement in recurrences)
        {
            if (!statement.IsAfterTreatment || (last is { } known && known.EndToken > statement.Mention.FirstToken))
            {
                continue;
            }

            if (statement.IsAbsent)
            {
                // "no local recurrence" says nothing of disease elsewhere
                (last, isPresent) = IsLocalOnly(course, statement.Mention) ? (last, isPresent) : (statement.Mention, false);
            }
            else if (aftermath.IsBehindAll(statement.Mention) && !Specimen.IsNamedIn(course, statement.Mention))
            {
                (last, isPresent) = (statement.Mention, true);
            }
            else if (!isPresent)
            {
                // what came back and was treated again is no last word, and neither is what was told before it
                last = null;
            }
        }

        if (last is { } remission && !isPresent && IsUndone(course, remission))
        {
            return null;
        }

        return last is { } words && (isPresent || !IsLocalOnly(course, words))
            ? new DiseaseStatus { Value = isPresent ? "present" : "absent", Confidence = isPresent ? 0.8 : 0.9, Evidence = evidence.Of(words) }
            : null;
    }

    /// <summary>"no evidence of disease", "negative for residual tumor": of the patient, and of the tumour.</summary>
    private static bool IsFree(ClinicalCourse course, PlacedMention mention) => mention.Value switch
    {
        "remnant" => mention.Is(Assertion.Negated) && !Specimen.IsSubjectOf(course, mention),
        "disease-free" => !mention.Is(Assertion.Negated) && !VitalStatusReader.LastedUntil(course, mention) && Specimen.IsOfPatient(course, mention) && !RecurredThing.IsOther(course, mention),
        _ => false,
    };

    /// <summary>"alive with liver metastases".</summary>
    private static bool IsAliveWithDisease(ClinicalCourse course, PlacedMention words)
    {
        if (words.Value != "alive" || words.EndToken >= course.SentenceOf(words).EndToken || course.Document.TextOf(words.EndToken) is not "with")
        {
            return false;
        }

        foreach (ref readonly var mention in course.MentionsNear(words.Sentence, words.EndToken, words.EndToken + Reach))
        {
            if (mention.FirstToken > words.EndToken && mention.FirstToken <= words.EndToken + Reach && !mention.Is(Assertion.Negated)
                && (mention.Kind == MentionKind.Tumour || mention is { Kind: MentionKind.Spread, Value: "metastasis" or "recurrence" }))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A remission that a later sentence undoes: metastases are found. Where the end is told as no recurrence, nothing stands behind it.</summary>
    private static bool IsUndone(ClinicalCourse course, PlacedMention words)
    {
        var text = course.Document.TextOf(course.Document.SpanOf(words.FirstToken, words.EndToken));
        if (!text.EndsWith("remission", StringComparison.OrdinalIgnoreCase) && !text.EndsWith("response", StringComparison.OrdinalIgnoreCase) && !text.EndsWith("free", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (ref readonly var mention in course.Of(MentionKind.Spread))
        {
            if (mention.Value == "metastasis" && mention.Sentence > words.Sentence && mention.Episode is Episode.Present or Episode.FollowUp && !mention.Is(Assertion.NotFactual | Assertion.Ended)
                && course.Has(mention.Sentence, MentionKind.Plot, "diagnose"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLocalOnly(ClinicalCourse course, PlacedMention words) =>
        course.Document.TextOf(course.Document.SpanOf(words.FirstToken, words.EndToken)).Contains("local", StringComparison.OrdinalIgnoreCase) && !HasMetastasisBehind(course, words);

    /// <summary>"no local recurrence or metastasis".</summary>
    private static bool HasMetastasisBehind(ClinicalCourse course, PlacedMention words)
    {
        foreach (ref readonly var mention in course.MentionsNear(words.Sentence, MentionKind.Spread, words.EndToken, words.EndToken + 6))
        {
            if (mention.Value is "metastasis" && mention.Is(Assertion.Negated) && mention.FirstToken - words.EndToken is >= 0 and <= 6)
            {
                return true;
            }
        }

        return false;
    }
}
