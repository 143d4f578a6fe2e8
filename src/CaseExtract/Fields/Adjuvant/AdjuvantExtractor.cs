using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Treatments beside surgery that were given in the present course, after or instead of an operation.</summary>
internal sealed class AdjuvantExtractor
{
    public IReadOnlyList<Adjuvant> Extract(ClinicalCourse course, IReadOnlyList<Operation> operations, EvidenceFactory evidence)
    {
        var byKind = new SortedDictionary<string, List<PlacedMention>>(StringComparer.Ordinal);
        foreach (var mention in course.Mentions)
        {
            if (mention.Kind != MentionKind.Adjuvant || mention.Is(Assertion.NotFactual) || mention.Episode is Episode.General or Episode.Earlier
                || course.SentenceOf(mention).Section == SectionKind.Title || IsNeoadjuvant(course, mention))
            {
                continue;
            }

            foreach (var kind in ((AdjuvantConcept)mention.Concept).Kinds)
            {
                if (!byKind.TryGetValue(kind, out var mentions))
                {
                    byKind[kind] = mentions = [];
                }

                mentions.Add(mention);
            }
        }

        var adjuvants = new List<Adjuvant>(byKind.Count);
        foreach (var (kind, mentions) in byKind)
        {
            adjuvants.Add(new Adjuvant { Kind = kind, Confidence = mentions.Count > 1 ? 0.9 : 0.82, Evidence = evidence.Of([.. mentions]) });
        }

        return adjuvants;
    }

    /// <summary>Given before the operation only: "neoadjuvant chemotherapy", "preoperative radiotherapy".</summary>
    private static bool IsNeoadjuvant(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        var start = course.SentenceOf(mention).FirstToken;
        for (var index = mention.FirstToken; index >= Math.Max(start, mention.FirstToken - 4); index--)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (word.StartsWith("neoadjuvant", StringComparison.OrdinalIgnoreCase) || word.StartsWith("preoperative", StringComparison.OrdinalIgnoreCase)
                || word.Equals("neo", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
