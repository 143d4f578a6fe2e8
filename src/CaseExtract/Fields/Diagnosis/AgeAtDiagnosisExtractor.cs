using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>
/// Age at the diagnosis of the primary: as told ("diagnosed at the age of 37"); else the age at presentation, less the time since the diagnosis or removal of the
/// primary. It is the age at presentation itself where the lesion is a primary that has no past, or a metastasis found with its primary.
/// </summary>
internal sealed class AgeAtDiagnosisExtractor
{
    /// <summary>How far the age may stand from the words for the disease, in tokens.</summary>
    private const int Reach = 14;

    /// <summary>Months after which an age is another.</summary>
    private const double Year = 12;

    public AgeAtDiagnosis? Extract(
        ClinicalCourse course, IndexLesion lesion, Age? age, LesionOrigin? origin, PrimaryPast? past, MetastasisTiming? timing, IReadOnlyList<RecurrenceStatement> recurrences, Aftermath aftermath,
        EvidenceFactory evidence)
    {
        if (!lesion.IsTumour)
        {
            return null;
        }

        if (Stated(course, lesion, age) is { } stated)
        {
            return new AgeAtDiagnosis { Years = ((AgeConcept)stated.Age.Concept).Years, Basis = "stated", Confidence = 0.88, Evidence = evidence.Of(stated.Age, stated.Disease) };
        }

        if (age is null || age.Approximate)
        {
            return null;
        }

        if (past is { Months: { } months } primary)
        {
            if (IsToldWithDate(course, primary.Event, age) is { } told)
            {
                return new AgeAtDiagnosis { Years = age.Years, Basis = "stated", Confidence = 0.85, Evidence = evidence.Of(told, primary.Event) };
            }

            // the age is counted from the point of the story at which it is told, which can be the diagnosis itself
            var years = Math.Round(age.Years - ((months - MonthsBeforeOf(course, age)) / 12), 2, MidpointRounding.AwayFromZero);
            return years < 0 ? null : Derived(years, EvidenceFactory.Join(age.Evidence, primary.Quote(course, evidence)), 0.8);
        }

        if (past is null && DiagnosedAt(course, lesion) is { } diagnosed)
        {
            return new AgeAtDiagnosis { Years = ((AgeConcept)diagnosed.Age.Concept).Years, Basis = "stated", Confidence = 0.9, Evidence = evidence.Of(diagnosed.Age, diagnosed.Disease) };
        }

        if (past is not null || HadComeBack(course, recurrences) || IsFoundLater(course, lesion, age, aftermath) || KnownTumour.Holds(course, lesion))
        {
            return null;
        }

        // without a past, what presents is the diagnosis
        return origin is { Value: "primary" } ? Derived(age.Years, EvidenceFactory.Join(age.Evidence, origin.Evidence), 0.85)
            : timing is { Value: "synchronous" } ? Derived(age.Years, EvidenceFactory.Join(age.Evidence, timing.Evidence), 0.85)
            : origin is null && lesion.Diagnosis is { } diagnosis && !diagnosis.Is(Assertion.NotFactual) ? Derived(age.Years, EvidenceFactory.Join(age.Evidence, evidence.Of(diagnosis)), 0.8)
            : null;
    }

    /// <summary>A recurrence that the patient came with; what came back after the treatment of the present course leaves the age as it is.</summary>
    private static bool HadComeBack(ClinicalCourse course, IReadOnlyList<RecurrenceStatement> recurrences)
    {
        foreach (var statement in recurrences)
        {
            if (!statement.IsAbsent && (!statement.IsAfterTreatment || course.Has(statement.Mention.Sentence, MentionKind.Age)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How long before the presentation the age is told that the record gives; 0 where the record counted it forward to the presentation.</summary>
    private static double MonthsBeforeOf(ClinicalCourse course, Age age)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Age))
        {
            if (mention is { Concept: AgeConcept told, Episode: Episode.Earlier, MonthsBefore: { } months } && !mention.Is(Assertion.NotPatient))
            {
                return Math.Abs(told.Years - age.Years) < 0.01 ? months : 0;
            }
        }

        return 0;
    }

    /// <summary>
    /// "A 42-year-old man underwent mastectomy in 1993": the age told in one statement with the act that a calendar date places, and with no other coming of the patient, is the age at that
    /// act.
    /// </summary>
    private static PlacedMention? IsToldWithDate(ClinicalCourse course, PlacedMention act, Age age)
    {
        if (course.Has(act.Sentence, MentionKind.Plot, "present") || act.Is(Assertion.PastPerfect) || !course.Once(act.Sentence, HasDateOnly))
        {
            return null;
        }

        foreach (ref readonly var mention in course.MentionsOf(act.Sentence, MentionKind.Age))
        {
            if (mention.Concept is AgeConcept told && mention.EndToken <= act.FirstToken && !mention.Is(Assertion.NotPatient) && Math.Abs(told.Years - age.Years) < 0.01)
            {
                return mention;
            }
        }

        return null;
    }

    private static bool HasDateOnly(ClinicalCourse course, int sentence)
    {
        var hasDate = false;
        foreach (ref readonly var mention in course.MentionsOf(sentence, MentionKind.Interval))
        {
            if (mention.Concept is not IntervalConcept { Relation: IntervalRelation.Date })
            {
                return false;
            }

            hasDate = true;
        }

        return hasDate;
    }

    /// <summary>Whether the story lets a year or more go by between the age that it tells and the first word of the tumour, or dates that age back and not the tumour.</summary>
    private static bool IsFoundLater(ClinicalCourse course, IndexLesion lesion, Age age, Aftermath aftermath)
    {
        if (lesion.Mentions.Count == 0)
        {
            return false;
        }

        var first = lesion.Mentions[0];
        if (MonthsBeforeOf(course, age) >= Year && first.Episode != Episode.Earlier)
        {
            return true;
        }

        var told = int.MaxValue; // where the record counted the age forward, it is that of the later time
        foreach (ref readonly var mention in course.Of(MentionKind.Age))
        {
            if (!mention.Is(Assertion.NotPatient) && Math.Abs(((AgeConcept)mention.Concept).Years - age.Years) < 0.01)
            {
                told = mention.EndToken;
                break;
            }
        }

        foreach (ref readonly var mention in course.Of(MentionKind.Interval))
        {
            if (mention.FirstToken >= told && mention.FirstToken < first.FirstToken && mention.Concept is IntervalConcept { Relation: IntervalRelation.Later or IntervalRelation.After, Months: >= Year }
                && !mention.Is(Assertion.NotFactual) && !aftermath.IsBehind(mention))
            {
                return true;
            }
        }

        return false;
    }

    private static AgeAtDiagnosis Derived(double years, IReadOnlyList<Evidence> evidence, double confidence) =>
        new() { Years = years, Basis = "derived", Confidence = confidence, Evidence = evidence };

    /// <summary>"A 73-year-old man was diagnosed with", "was treated for": the age in one statement with the diagnosis, and no other coming of the patient.</summary>
    private static (PlacedMention Age, PlacedMention Disease)? DiagnosedAt(ClinicalCourse course, IndexLesion lesion)
    {
        foreach (ref readonly var age in course.Of(MentionKind.Age))
        {
            if (age is not { Episode: not Episode.General, Concept: AgeConcept { IsApproximate: false } } || age.Is(Assertion.NotPatient))
            {
                continue;
            }

            foreach (ref readonly var plot in course.MentionsOf(age.Sentence, MentionKind.Plot))
            {
                if (plot.Value is not ("treated" or "final") || plot.FirstToken < age.EndToken || plot.Is(Assertion.Historical | Assertion.PastPerfect | Assertion.NotFactual))
                {
                    continue;
                }

                foreach (ref readonly var disease in course.MentionsNear(age.Sentence, MentionKind.Tumour, plot.EndToken, plot.EndToken + Reach))
                {
                    if (lesion.Has(disease) && disease.FirstToken - plot.EndToken is >= 0 and <= Reach && !disease.Is(Assertion.NotFactual | Assertion.Historical | Assertion.PastPerfect)
                        && !course.Has(age.Sentence, age.EndToken, disease.FirstToken, MentionKind.Interval) && !ComesLater(course, disease))
                    {
                        return (age, disease);
                    }
                }
            }

            return null;
        }

        return null;
    }

    /// <summary>"a woman diagnosed with lung cancer who presented with", "diagnosed with recurrent cancer": the age is that of the later coming.</summary>
    private static bool ComesLater(ClinicalCourse course, PlacedMention disease)
    {
        foreach (ref readonly var mention in course.MentionsOf(disease.Sentence))
        {
            if ((mention is { Kind: MentionKind.Spread, Value: "recurrence" } && !mention.Is(Assertion.Negated)) || (mention.FirstToken >= disease.EndToken && mention is { Kind: MentionKind.Plot, Value: "present" or "recur" }))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Another, younger age in a sentence that names the disease: "breast cancer at the age of 37".</summary>
    private static (PlacedMention Age, PlacedMention Disease)? Stated(ClinicalCourse course, IndexLesion lesion, Age? age)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Age))
        {
            if (mention is not { Concept: AgeConcept told } || mention.Is(Assertion.NotPatient) || mention.Episode == Episode.General
                || age is null || told.Years > age.Years - 0.9)
            {
                continue;
            }

            foreach (ref readonly var disease in course.MentionsNear(mention.Sentence, MentionKind.Tumour, mention.FirstToken - Reach, mention.EndToken + Reach))
            {
                if (lesion.Has(disease) && !disease.Is(Assertion.NotFactual)
                    && disease.FirstToken - mention.EndToken <= Reach && mention.FirstToken - disease.EndToken <= Reach)
                {
                    return (mention, disease);
                }
            }
        }

        return null;
    }
}
