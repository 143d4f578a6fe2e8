using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>Whether a course tells that a vertebra is the place of the lesion, or the spine at all.</summary>
internal static class VertebralSeat
{
    /// <summary>How far a vertebra may stand from the lesion that is told to be in it, in tokens.</summary>
    private const int Reach = 4;

    /// <summary>The tokens of "body of" before a level.</summary>
    private const int BodyOf = 2;

    /// <summary>"a mass of the vertebral body with an epidural part", "of vertebral origin", "a mass in the body of T11": a vertebra beside a word for the lesion or for where it arose.</summary>
    public static bool IsTold(ClinicalCourse course)
    {
        foreach (ref readonly var level in course.Of(MentionKind.Level))
        {
            if (IsBehindBodyOf(course, level) && !level.Is(Assertion.NotFactual) && HasLesionNear(course, level, Reach + BodyOf, orOrigin: false))
            {
                return true;
            }
        }

        foreach (ref readonly var site in course.Of(MentionKind.Site))
        {
            var isVertebra = site is { Concept: SiteConcept { Kind: SiteKind.Spine } }
                && course.Document.TextOf(course.Document.SpanOf(site.FirstToken, site.EndToken)).StartsWith("vertebra", StringComparison.OrdinalIgnoreCase);
            if (isVertebra && !site.Is(Assertion.NotFactual) && HasLesionNear(course, site, Reach, orOrigin: true))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A mention of the tumour with a vertebra or a compartment in its sentence.</summary>
    public static bool IsAtSpine(ClinicalCourse course, IndexLesion lesion)
    {
        foreach (var mention in lesion.Mentions)
        {
            if (!mention.Is(Assertion.NotFactual) && mention.Episode != Episode.Earlier && (course.Has(mention.Sentence, MentionKind.Level) || course.Has(mention.Sentence, MentionKind.Compartment)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBehindBodyOf(ClinicalCourse course, PlacedMention level) =>
        level.FirstToken - BodyOf >= course.SentenceOf(level).FirstToken
        && course.Document.TextOf(level.FirstToken - 2) is "body" or "bodies" && course.Document.TextOf(level.FirstToken - 1) is "of";

    private static bool HasLesionNear(ClinicalCourse course, PlacedMention vertebra, int reach, bool orOrigin)
    {
        foreach (ref readonly var other in course.MentionsNear(vertebra.Sentence, vertebra.FirstToken - reach, vertebra.EndToken + reach))
        {
            var isLesion = other.Kind is MentionKind.Tumour or MentionKind.LesionWord || (orOrigin && other is { Kind: MentionKind.Spread, Value: "primary" });
            if (isLesion && other.DistanceTo(vertebra) <= reach && !other.Is(Assertion.NotFactual))
            {
                return true;
            }
        }

        return false;
    }
}
