using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>The longest time that is told from the treatment to the last information: of observation, of life, of freedom from disease.</summary>
internal sealed class FollowUpExtractor
{
    /// <summary>No one is followed for longer, in months.</summary>
    private const double Longest = 600;

    /// <summary>What is shorter, in months, is the stay in hospital, unless the patient dies.</summary>
    private const double Shortest = 0.9;

    /// <summary>How far the treatment may stand behind "twelve months after", in tokens.</summary>
    private const int TreatmentReach = 4;

    /// <summary>A denial beside a time ("no recurrence at two years") does not deny the time.</summary>
    private const Assertion NoFact = Assertion.Uncertain | Assertion.Hypothetical | Assertion.NotPatient;

    public FollowUp? Extract(ClinicalCourse course, Aftermath aftermath, EvidenceFactory evidence)
    {
        PlacedMention? longest = null;
        var months = 0.0;
        foreach (ref readonly var mention in course.Of(MentionKind.Interval))
        {
            if (mention is { Concept: IntervalConcept interval } && interval.Months > months && interval.Months <= Longest
                && !mention.Is(NoFact) && (IsFollowedFor(course, mention) ? aftermath.IsBehind(mention) : aftermath.Holds(mention) && IsObservation(course, mention, interval)))
            {
                (longest, months) = (mention, interval.Months);
            }
        }

        return longest is { } told ? new FollowUp { Months = Math.Round(months, 1, MidpointRounding.AwayFromZero), Confidence = 0.85, Evidence = evidence.Of(told) } : null;
    }

    private static bool IsObservation(ClinicalCourse course, PlacedMention mention, IntervalConcept interval)
    {
        if (interval.Relation is IntervalRelation.Date or IntervalRelation.Before || IsRepeated(course, mention) || IsOfSomethingElse(course, mention))
        {
            return false;
        }

        if (interval.Months < Shortest)
        {
            return interval.Relation is not IntervalRelation.Duration && course.Has(mention.Sentence, MentionKind.Outcome, "dead");
        }

        if (interval.Relation == IntervalRelation.FollowUp)
        {
            return true;
        }

        if (interval.Relation == IntervalRelation.After && IsCountedFromTreatment(course, mention))
        {
            return true;
        }

        return (interval.Relation is not IntervalRelation.Duration || !IsTreatment(course, mention)) && course.Once(mention.Sentence, TellsOfState);
    }

    private static bool TellsOfState(ClinicalCourse course, int sentence)
    {
        foreach (ref readonly var other in course.MentionsOf(sentence))
        {
            if (other is { Kind: MentionKind.Outcome, Value: "alive" or "well" or "dead" or "disease-free" or "with-disease" or "better" or "same" or "worse" or "neuro-better" or "neuro-same" or "neuro-worse" }
                or { Kind: MentionKind.Phase, Value: "follow-up" } or { Kind: MentionKind.Spread, Value: "recurrence" } or { Kind: MentionKind.Plot, Value: "follow" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"was followed for three years", which can also mean an old complaint ("followed for hypertension") and is then called history.</summary>
    private static bool IsFollowedFor(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var first = course.SentenceOf(mention).FirstToken;
        if (mention.FirstToken - 1 < first || course.Document.TextOf(tokens[mention.FirstToken - 1]) is not ("for" or "up"))
        {
            return false;
        }

        for (var index = mention.FirstToken - 2; index >= Math.Max(first, mention.FirstToken - 4); index--)
        {
            if (course.Document.TextOf(tokens[index]).StartsWith("follow", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"CT twelve months after resection": whatever it showed, the patient was seen then, unless the sentence tells how the patient came again.</summary>
    private static bool IsCountedFromTreatment(ClinicalCourse course, PlacedMention mention)
    {
        for (var index = mention.EndToken; index < Math.Min(course.SentenceOf(mention).EndToken, mention.EndToken + TreatmentReach); index++)
        {
            if (course.Document.TextOf(index) is "treatment" or "therapy" or "discontinuation")
            {
                return course.Has(mention.Sentence, MentionKind.Test) && !ComesAgain(course, mention.Sentence);
            }
        }

        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, mention.EndToken - 1, mention.EndToken + TreatmentReach))
        {
            if (other.FirstToken >= mention.EndToken - 1 && other.FirstToken <= mention.EndToken + TreatmentReach
                && (other is { Kind: MentionKind.Procedure or MentionKind.Adjuvant } || other is { Kind: MentionKind.Extent, Value: "act" } || other is { Kind: MentionKind.Phase, Value: "postoperative" }))
            {
                return course.Has(mention.Sentence, MentionKind.Test) && !ComesAgain(course, mention.Sentence);
            }
        }

        return false;
    }

    private static bool ComesAgain(ClinicalCourse course, int sentence) =>
        course.Has(sentence, MentionKind.Plot, "present") || course.Has(sentence, MentionKind.Plot, "recur") || course.Has(sentence, MentionKind.Age)
        || ((course.Has(sentence, MentionKind.Spread) || course.Has(sentence, MentionKind.Tumour)) && !course.Once(sentence, HasResponse));

    /// <summary>"showed a regression of the metastases".</summary>
    private static bool HasResponse(ClinicalCourse course, int sentence)
    {
        var (from, to) = (course.Document.SentenceArray[sentence].FirstToken, course.Document.SentenceArray[sentence].EndToken);
        for (var index = from; index < to; index++)
        {
            if (course.Document.TextOf(index) is "regression" or "shrinkage" or "response" or "decrease" or "reduction" or "disappearance" or "resolution")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"at 40 days of life", "discharged after three months of hospitalization", "a six-month follow-up protocol", "for another four weeks": an age, a stay, a plan.</summary>
    private static bool IsOfSomethingElse(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        var sentence = course.SentenceOf(mention);
        for (var index = mention.EndToken; index < Math.Min(sentence.EndToken, mention.EndToken + 3); index++)
        {
            if (document.TextOf(index) is "life" or "age" or "hospitalization" or "hospitalisation" or "stay" or "pregnancy" or "gestation" or "protocol" or "protocols" or "schedule" or "program" or "intervals")
            {
                return true;
            }
        }

        return mention.FirstToken > sentence.FirstToken && document.TextOf(mention.FirstToken - 1) is "another" or "additional";
    }

    /// <summary>"every three months": how often, not how long.</summary>
    private static bool IsRepeated(ClinicalCourse course, PlacedMention mention) =>
        IsWithin(course, mention)
        || (mention.FirstToken > course.SentenceOf(mention).FirstToken && course.Document.TextOf(mention.FirstToken - 1) is "every" or "each" or "q" or "next");

    /// <summary>"within six months" is a limit, which a death alone makes a time of observation.</summary>
    private static bool IsWithin(ClinicalCourse course, PlacedMention mention) =>
        mention.FirstToken > course.SentenceOf(mention).FirstToken && course.Document.TextOf(mention.FirstToken - 1) is "within"
        && !course.Has(mention.Sentence, MentionKind.Outcome, "dead");

    /// <summary>"chemotherapy for six months": how long something was given.</summary>
    private static bool IsTreatment(ClinicalCourse course, PlacedMention mention)
    {
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, mention.FirstToken - 3, mention.FirstToken))
        {
            if (other.Kind is MentionKind.Adjuvant or MentionKind.Procedure && mention.FirstToken - other.EndToken is >= 0 and <= 3)
            {
                return true;
            }
        }

        return false;
    }
}
