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

    public AgeAtDiagnosis? Extract(ClinicalCourse course, IndexLesion lesion, Age? age, LesionOrigin? origin, PrimaryPast? past, MetastasisTiming? timing, Recurrence? recurrence, EvidenceFactory evidence)
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
            // the age is counted from the point of the story at which it is told, which can be the diagnosis itself
            var years = Math.Round(age.Years - ((months - MonthsBeforeOf(course, age)) / 12), 2, MidpointRounding.AwayFromZero);
            return years < 0 ? null : Derived(years, EvidenceFactory.Join(age.Evidence, primary.Quote(course, evidence)), 0.8);
        }

        // without a past, what presents is the diagnosis
        var isNew = past is null && recurrence is not { Value: "present" };
        if (origin is { Value: "primary" } && isNew)
        {
            return Derived(age.Years, EvidenceFactory.Join(age.Evidence, origin.Evidence), 0.85);
        }

        return timing is { Value: "synchronous" } ? Derived(age.Years, EvidenceFactory.Join(age.Evidence, timing.Evidence), 0.85) : null;
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

    private static AgeAtDiagnosis Derived(double years, IReadOnlyList<Evidence> evidence, double confidence) =>
        new() { Years = years, Basis = "derived", Confidence = confidence, Evidence = evidence };

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

            foreach (ref readonly var disease in course.MentionsOf(mention.Sentence))
            {
                if (disease.Kind == MentionKind.Tumour && lesion.Has(disease) && !disease.Is(Assertion.NotFactual)
                    && disease.FirstToken - mention.EndToken <= Reach && mention.FirstToken - disease.EndToken <= Reach)
                {
                    return (mention, disease);
                }
            }
        }

        return null;
    }
}
