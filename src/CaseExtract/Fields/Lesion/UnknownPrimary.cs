using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>Finds where a report says that the primary tumour was never found: "of unknown primary", "the primary tumor could not be identified".</summary>
internal static class UnknownPrimary
{
    /// <summary>How many tokens before "unknown origin" a cancer must stand: a fever and a mass may be of unknown origin too.</summary>
    private const int Reach = 3;

    public static PlacedMention? Find(ClinicalCourse course, IndexLesion lesion)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Spread))
        {
            if (mention.Value == "unknown-primary" && !mention.Is(Assertion.NotPatient | Assertion.Hypothetical | Assertion.Uncertain))
            {
                var tumour = TumourBefore(course, mention);
                if (!OtherTumour.Is(lesion, tumour) && (SaysPrimary(course, mention) || tumour is not null))
                {
                    return mention;
                }
            }
        }

        return null;
    }

    private static bool SaysPrimary(ClinicalCourse course, PlacedMention mention) =>
        !course.Document.TextOf(course.Document.SpanOf(mention.FirstToken, mention.EndToken)).Contains("origin", StringComparison.OrdinalIgnoreCase);

    private static PlacedMention? TumourBefore(ClinicalCourse course, PlacedMention mention)
    {
        PlacedMention? spread = null;
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, mention.FirstToken - Reach, mention.FirstToken))
        {
            if (other.FirstToken >= mention.FirstToken)
            {
                break;
            }

            if (other is { Kind: MentionKind.Tumour, Concept: TumourConcept { Behaviour: '3' or '6' } })
            {
                return other;
            }

            spread = other is { Kind: MentionKind.Spread, Value: "metastasis" } ? other : spread;
        }

        return spread;
    }
}
