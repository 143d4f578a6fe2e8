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

    /// <summary>An age that is told twice is the same, however a record rounds it.</summary>
    private const double Rounding = 0.01;

    /// <summary>By so many years another age is younger; of a year, which the months of one of them may shorten.</summary>
    private const double Younger = 0.9;

    /// <summary>What is said of the disease as it was, or not as a fact: it is not diagnosed there.</summary>
    private const Assertion NotDiagnosedThere = Assertion.NotFactual | Assertion.Historical | Assertion.PastPerfect;

    public AgeAtDiagnosis? Extract(
        ClinicalCourse course, IndexLesion lesion, Age? age, LesionOrigin? origin, PrimaryPast? past, MetastasisTiming? timing, IReadOnlyList<RecurrenceStatement> recurrences, Aftermath aftermath,
        EvidenceFactory evidence)
    {
        if (!lesion.IsTumour)
        {
            return null;
        }

        if (YoungerBeside(course, lesion, age) is { } younger)
        {
            return Stated(YearsOf(younger.Age), evidence.Of(younger.Age, younger.Disease), 0.88);
        }

        if (age is null || age.Approximate)
        {
            return null;
        }

        if (past is { } primary)
        {
            return primary.Months is { } months ? FromPast(course, age, primary, months, evidence) : null;
        }

        if (DiagnosedAt(course, lesion) is { } diagnosed)
        {
            return Stated(YearsOf(diagnosed.Age), evidence.Of(diagnosed.Age, diagnosed.Disease), 0.9);
        }

        if (HadComeBack(course, recurrences) || IsFoundLater(course, lesion, age, aftermath) || KnownTumour.Holds(course, lesion))
        {
            return null;
        }

        // without a past, what presents is the diagnosis
        return origin is { Value: "primary" } ? Derived(age.Years, EvidenceFactory.Join(age.Evidence, origin.Evidence), 0.85)
            : timing is { Value: "synchronous" } ? Derived(age.Years, EvidenceFactory.Join(age.Evidence, timing.Evidence), 0.85)
            : origin is null && lesion.Diagnosis is { } diagnosis && !diagnosis.Is(Assertion.NotFactual) ? Derived(age.Years, EvidenceFactory.Join(age.Evidence, evidence.Of(diagnosis)), 0.8)
            : null;
    }

    /// <summary>From the time that lies between the primary and the presentation.</summary>
    private static AgeAtDiagnosis? FromPast(ClinicalCourse course, Age age, PrimaryPast primary, double months, EvidenceFactory evidence)
    {
        if (AgeToldWithDate(course, primary.Event, age) is { } told)
        {
            return Stated(age.Years, evidence.Of(told, primary.Event), 0.85);
        }

        // the age is counted from the point of the story at which it is told, which can be the diagnosis itself
        var years = Math.Round(age.Years - ((months - MonthsBeforeOf(course, age)) / 12), 2, MidpointRounding.AwayFromZero);
        return years < 0 ? null : Derived(years, EvidenceFactory.Join(age.Evidence, primary.Quote(course, evidence)), 0.8);
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
            if (mention is { Episode: Episode.Earlier, MonthsBefore: { } months } && !mention.Is(Assertion.NotPatient))
            {
                return IsSame(mention, age) ? months : 0;
            }
        }

        return 0;
    }

    /// <summary>
    /// "A 42-year-old man underwent mastectomy in 1993": the age told in one statement with the act that a calendar date places, and with no other coming of the patient, is the age at that
    /// act.
    /// </summary>
    private static PlacedMention? AgeToldWithDate(ClinicalCourse course, PlacedMention act, Age age)
    {
        if (course.Has(act.Sentence, MentionKind.Plot, "present") || act.Is(Assertion.PastPerfect) || !course.Once(act.Sentence, HasDateOnly))
        {
            return null;
        }

        foreach (ref readonly var mention in course.MentionsOf(act.Sentence, MentionKind.Age))
        {
            if (mention.EndToken <= act.FirstToken && !mention.Is(Assertion.NotPatient) && IsSame(mention, age))
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
            if (!mention.Is(Assertion.NotPatient) && IsSame(mention, age))
            {
                told = mention.EndToken;
                break;
            }
        }

        foreach (ref readonly var mention in course.Of(MentionKind.Interval))
        {
            var goesBy = mention.Concept is IntervalConcept { Relation: IntervalRelation.Later or IntervalRelation.After, Months: >= Year } && !mention.Is(Assertion.NotFactual);
            if (goesBy && mention.FirstToken >= told && mention.FirstToken < first.FirstToken && !aftermath.IsBehind(mention))
            {
                return true;
            }
        }

        return false;
    }

    private static double YearsOf(PlacedMention age) => ((AgeConcept)age.Concept).Years;

    private static bool IsSame(PlacedMention told, Age age) => Math.Abs(YearsOf(told) - age.Years) < Rounding;

    private static AgeAtDiagnosis Stated(double years, IReadOnlyList<Evidence> evidence, double confidence) =>
        new() { Years = years, Basis = "stated", Confidence = confidence, Evidence = evidence };

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

            return DiseaseDiagnosedAt(course, lesion, age) is { } disease ? (age, disease) : null;
        }

        return null;
    }

    /// <summary>The tumour named behind "was diagnosed with", itself behind the age.</summary>
    private static PlacedMention? DiseaseDiagnosedAt(ClinicalCourse course, IndexLesion lesion, PlacedMention age)
    {
        foreach (ref readonly var plot in course.MentionsOf(age.Sentence, MentionKind.Plot))
        {
            if (plot.Value is not ("treated" or "final") || plot.FirstToken < age.EndToken || plot.Is(NotDiagnosedThere))
            {
                continue;
            }

            foreach (ref readonly var disease in course.MentionsNear(age.Sentence, MentionKind.Tumour, plot.EndToken, plot.EndToken + Reach))
            {
                var isObject = lesion.Has(disease) && disease.FirstToken - plot.EndToken is >= 0 and <= Reach && !disease.Is(NotDiagnosedThere);
                if (isObject && !course.Has(age.Sentence, age.EndToken, disease.FirstToken, MentionKind.Interval) && !ComesLater(course, disease))
                {
                    return disease;
                }
            }
        }

        return null;
    }

    /// <summary>"a woman diagnosed with lung cancer who presented with", "diagnosed with recurrent cancer": the age is that of the later coming.</summary>
    private static bool ComesLater(ClinicalCourse course, PlacedMention disease)
    {
        foreach (ref readonly var mention in course.MentionsOf(disease.Sentence))
        {
            var isRecurrence = mention is { Kind: MentionKind.Spread, Value: "recurrence" } && !mention.Is(Assertion.Negated);
            var isComing = mention is { Kind: MentionKind.Plot, Value: "present" or "recur" } && mention.FirstToken >= disease.EndToken;
            if (isRecurrence || isComing)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Another, younger age in a sentence that names the disease: "breast cancer at the age of 37".</summary>
    private static (PlacedMention Age, PlacedMention Disease)? YoungerBeside(ClinicalCourse course, IndexLesion lesion, Age? age)
    {
        if (age is null)
        {
            return null;
        }

        foreach (ref readonly var mention in course.Of(MentionKind.Age))
        {
            if (mention.Is(Assertion.NotPatient) || mention.Episode == Episode.General || YearsOf(mention) > age.Years - Younger)
            {
                continue;
            }

            foreach (ref readonly var disease in course.MentionsNear(mention.Sentence, MentionKind.Tumour, mention.FirstToken - Reach, mention.EndToken + Reach))
            {
                if (lesion.Has(disease) && !disease.Is(Assertion.NotFactual) && disease.DistanceTo(mention) <= Reach)
                {
                    return (mention, disease);
                }
            }
        }

        return null;
    }
}
