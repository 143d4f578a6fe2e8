using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Symptoms and signs of the presentation, with the words that qualify them ("flaccid paraplegia").</summary>
internal sealed class PresentationExtractor
{
    public IReadOnlyList<PresentingFeature> Extract(ClinicalCourse course, EvidenceFactory evidence)
    {
        var features = new List<PresentingFeature>();
        var operated = FirstOperation(course);
        foreach (ref readonly var mention in course.Of(MentionKind.Presentation))
        {
            if (mention.Concept is not PresentationConcept { IsModifier: false } concept
                || mention.Is(Assertion.NotFactual) || mention.Episode != Episode.Present || mention.FirstToken > operated
                || course.SentenceOf(mention).Section is SectionKind.Title or SectionKind.Caption or SectionKind.Operation or SectionKind.Pathology)
            {
                continue;
            }

            if (IsKnown(features, concept.Term))
            {
                continue;
            }

            List<string>? modifiers = null;
            foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
            {
                if (other.Concept is PresentationConcept { IsModifier: true } modifier && mention.FirstToken - other.EndToken is >= 0 and <= 3 && modifiers?.Contains(modifier.Term) is not true)
                {
                    (modifiers ??= []).Add(modifier.Term);
                }
            }

            features.Add(new PresentingFeature { Term = concept.Term, Modifiers = modifiers ?? (IReadOnlyList<string>)[], Confidence = 0.85, Evidence = evidence.Of(mention) });
        }

        return features;
    }

    private static bool IsKnown(List<PresentingFeature> features, string term)
    {
        foreach (var feature in features)
        {
            if (feature.Term == term)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Complaints behind the first operation are complications or outcome.</summary>
    private static int FirstOperation(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Procedure))
        {
            if (mention is { Episode: Episode.Present, Concept: ProcedureConcept { Use: ProcedureUse.Plain } } && !mention.Is(Assertion.NotFactual)
                && course.SentenceOf(mention).Section is not (SectionKind.Title or SectionKind.Abstract))
            {
                return course.SentenceOf(mention).EndToken;
            }
        }

        return int.MaxValue;
    }
}
