using System.Runtime.InteropServices;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>Metastases that came after the index lesion, in the course of its disease.</summary>
internal static class LaterSpread
{
    /// <summary>
    /// A metastasis that the patient developed after the index lesion had been named and treated: how it was found says nothing of that lesion. Not one
    /// that was treated in its turn, and not one that he came for.
    /// </summary>
    /// <param name="course">The course.</param>
    /// <param name="mention">The word of spread.</param>
    /// <param name="firstNamed">The sentence that names the index lesion first (<see cref="FirstNamed"/>).</param>
    /// <param name="operated">The sentence of the first operation, or -1.</param>
    public static bool Is(ClinicalCourse course, PlacedMention mention, int firstNamed, int operated)
    {
        if (mention.Sentence <= firstNamed || ComesFor(course, mention))
        {
            return false;
        }

        if (mention.Episode == Episode.FollowUp)
        {
            return true;
        }

        if (operated < 0 || mention.Sentence <= operated)
        {
            return false;
        }

        foreach (ref readonly var interval in course.MentionsOf(mention.Sentence, MentionKind.Interval))
        {
            if (interval.Concept is IntervalConcept { Relation: IntervalRelation.Later or IntervalRelation.After or IntervalRelation.Duration, Months: >= 1 })
            {
                return !MetastasisFinding.IsTreated(course, mention);
            }
        }

        return false;
    }

    /// <summary>"metastases from the renal tumor that had been removed eight years earlier".</summary>
    public static bool IsLongPast(PlacedMention? source) => source is { } tumour && (tumour.Episode == Episode.Earlier || tumour.Is(Assertion.PastPerfect));

    /// <summary>"Six months later she presented with …": what she came for is told anew. "He developed metastases" is no coming.</summary>
    private static bool ComesFor(ClinicalCourse course, PlacedMention mention)
    {
        foreach (ref readonly var plot in course.MentionsOf(mention.Sentence, MentionKind.Plot))
        {
            if (plot.FirstToken < mention.FirstToken && plot.Value == "present" && !course.Document.TextOf(plot.EndToken - 1).Equals("developed", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first sentence that names a lesion as one that the patient has, or <see cref="int.MaxValue"/>.</summary>
    public static int FirstNamed(IndexLesion lesion)
    {
        foreach (ref readonly var named in CollectionsMarshal.AsSpan(lesion.Mentions))
        {
            if (named.Episode == Episode.Present && !named.Is(Assertion.NotFactual))
            {
                return named.Sentence;
            }
        }

        return int.MaxValue;
    }
}
