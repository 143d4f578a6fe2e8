using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Stated values of clinical scales, each with the time it was found; a value told twice stands once.</summary>
internal sealed class ScaleExtractor
{
    /// <summary>A stage in brackets is not denied with what stands before them: "the nodes were free of tumor (T3N0M0)".</summary>
    private const Assertion NoFact = Assertion.Negated | Assertion.Hypothetical | Assertion.NotPatient;

    public IReadOnlyList<ScaleValue> Extract(ClinicalCourse course, Aftermath aftermath, EvidenceFactory evidence)
    {
        List<ScaleValue>? scales = null;
        foreach (ref readonly var mention in course.Of(MentionKind.Scale))
        {
            if (mention is not { Concept: ScaleConcept scale } || mention.Episode == Episode.General || mention.Is(scale.Scale == "tnm" ? NoFact & ~Assertion.Negated : NoFact))
            {
                continue;
            }

            Add(scales ??= [], scale, ScaleTime.Of(course, mention, scale, aftermath), ConfidenceOf(course, mention), evidence.Of(mention));
        }

        return scales ?? (IReadOnlyList<ScaleValue>)[];
    }

    private static void Add(List<ScaleValue> scales, ScaleConcept scale, string? time, double confidence, IReadOnlyList<Evidence> evidence)
    {
        var known = scales.FindIndex(other => other.Kind == scale.Scale && other.Value == scale.Value && (other.Time == time || other.Time is null || time is null));
        if (known >= 0)
        {
            scales[known] = scales[known] with { Time = scales[known].Time ?? time, Evidence = EvidenceFactory.Join(scales[known].Evidence, evidence) };
            return;
        }

        scales.Add(new ScaleValue { Kind = scale.Scale, Value = scale.Value, Time = time, Confidence = confidence, Evidence = evidence });
    }

    private static double ConfidenceOf(ClinicalCourse course, PlacedMention mention) =>
        mention.Is(Assertion.Uncertain) ? 0.6 : course.SentenceOf(mention).Section == SectionKind.Caption ? 0.85 : 0.93;
}
