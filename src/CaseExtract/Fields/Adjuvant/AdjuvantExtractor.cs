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
        var regimen = CombinedRegimens(course);
        var byKind = new SortedDictionary<string, List<PlacedMention>>(StringComparer.Ordinal);
        foreach (var mention in course.Of(MentionKind.Adjuvant))
        {
            if (mention.Is(Assertion.NotFactual) || mention.Episode is Episode.General or Episode.Earlier
                || course.SentenceOf(mention).Section == SectionKind.Title || IsNeoadjuvant(course, mention))
            {
                continue;
            }

            foreach (var kind in ((AdjuvantConcept)mention.Concept).Kinds)
            {
                if (kind is "immunotherapy" or "targeted" && regimen.Exists(drug => drug.Sentence == mention.Sentence && Math.Abs(drug.FirstToken - mention.FirstToken) <= 4))
                {
                    continue;
                }

                if (!byKind.TryGetValue(kind, out var mentions))
                {
                    byKind[kind] = mentions = [];
                }

                mentions.Add(mention);
            }
        }

        var removal = FirstRemoval(operations);
        var adjuvants = new List<Adjuvant>(byKind.Count);
        foreach (var (kind, mentions) in byKind)
        {
            // given before the removal only: neoadjuvant, whatever it is called
            if (mentions.TrueForAll(mention => mention.FirstToken < removal && !IsCalledAdjuvant(course, mention) && !IsToldAfter(course, mention, removal)))
            {
                continue;
            }

            adjuvants.Add(new Adjuvant { Kind = kind, Confidence = mentions.Count > 1 ? 0.9 : 0.82, Evidence = evidence.Of([.. mentions]) });
        }

        return adjuvants;
    }

    /// <summary>Bortezomib and R-CHOP regimens count as chemotherapy, whatever else is in them.</summary>
    private static List<PlacedMention> CombinedRegimens(ClinicalCourse course)
    {
        var regimens = new List<PlacedMention>();
        foreach (var mention in course.Of(MentionKind.Adjuvant))
        {
            if (course.Document.TextOf(course.Document.SpanOf(mention.FirstToken, mention.EndToken)) is var words
                && (words.Contains("bortezomib", StringComparison.OrdinalIgnoreCase) || words.EndsWith("CHOP", StringComparison.Ordinal)))
            {
                regimens.Add(mention);
            }
        }

        return regimens;
    }

    /// <summary>The token at which the lesion was first removed in the present course; 0 when it was not.</summary>
    private static int FirstRemoval(IReadOnlyList<Operation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation.Term == "resection" || operation.Organ is not null)
            {
                return operation.Mention.FirstToken;
            }
        }

        return 0;
    }

    /// <summary>"radioiodine was given after the thyroidectomy": named first, given later.</summary>
    private static bool IsToldAfter(ClinicalCourse course, PlacedMention mention, int removal)
    {
        var document = course.Document;
        for (var index = mention.EndToken; index < Math.Min(removal, course.SentenceOf(mention).EndToken); index++)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (word is "after" or "following" || (word is "followed" && document.TextOf(document.TokenArray[Math.Min(index + 1, document.TokenArray.Length - 1)]) is not "by"))
            {
                return removal < course.SentenceOf(mention).EndToken;
            }
        }

        return false;
    }

    private static bool IsCalledAdjuvant(ClinicalCourse course, PlacedMention mention)
    {
        var document = course.Document;
        for (var index = Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - 3); index < mention.EndToken; index++)
        {
            var word = document.TextOf(document.TokenArray[index]);
            if (word.Equals("adjuvant", StringComparison.OrdinalIgnoreCase) || word.StartsWith("postop", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
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
