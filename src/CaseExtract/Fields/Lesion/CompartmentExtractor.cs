using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Compartment of the index lesion as stated; several compartments, or "intradural" alone, give none.</summary>
internal sealed class CompartmentExtractor
{
    public Compartment? Extract(ClinicalCourse course, EvidenceFactory evidence)
    {
        var stated = new Dictionary<string, List<PlacedMention>>(StringComparer.Ordinal);
        foreach (var mention in course.Mentions)
        {
            if (mention.Kind != MentionKind.Compartment || mention.Value is "not" or "intradural" || mention.Episode is Episode.General or Episode.Earlier
                || (mention.Is(Assertion.NotFactual & ~Assertion.Uncertain) && course.SentenceOf(mention).Section != SectionKind.Title))
            {
                continue;
            }

            if (!stated.TryGetValue(mention.Value, out var mentions))
            {
                stated[mention.Value] = mentions = [];
            }

            mentions.Add(mention);
        }

        // "intradural and extradural parts"
        if (stated.Count == 0 || stated.ContainsKey("several"))
        {
            return null;
        }

        // one clear majority settles it; two named as often are several compartments
        var ranked = stated.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        if (ranked.Count > 1 && ranked[0].Value.Count < ranked[1].Value.Count * 2)
        {
            return null;
        }

        return new Compartment { Value = ranked[0].Key, Confidence = ranked.Count == 1 ? 0.9 : 0.7, Evidence = evidence.Of([.. ranked[0].Value]) };
    }
}
