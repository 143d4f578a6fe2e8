using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text;
using CaseExtract.Text.Sections;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>
/// When a value of a scale was found: as the words of time nearest to it say, each of which speaks of the one value it stands next to; else by its place
/// in a change ("from C to D"), else by the episode and by its place before or behind the treatment.
/// </summary>
internal static class ScaleTime
{
    private const string Earlier = "earlier", Preoperative = "preoperative", Postoperative = "postoperative", FollowUp = "follow-up";

    /// <summary>How far a word of time may stand from its value, in tokens.</summary>
    private const int Reach = 14;

    /// <summary>What a mark or a conjunction between them counts for.</summary>
    private const int Boundary = 6;

    public static string? Of(ClinicalCourse course, PlacedMention mention, ScaleConcept scale, Aftermath aftermath)
    {
        // a stage and a grade belong to the tumour, not to a day
        if (scale.Scale is "tnm" or "who-grade" or "enneking" or "tokuhashi" or "tomita")
        {
            return mention.Episode == Episode.Earlier ? Earlier : null;
        }

        var said = NearestPhase(course, mention, scale);
        if (said is not null)
        {
            return said;
        }

        return scale.Change switch
        {
            ScaleChange.Before => mention.Episode == Episode.Earlier ? Earlier : Preoperative,
            ScaleChange.After => IsFollowUp(course, mention) ? FollowUp : Postoperative,
            _ => mention.Episode == Episode.Earlier ? Earlier
                : IsFollowUp(course, mention) ? FollowUp
                : !aftermath.HasTreatment ? null
                : aftermath.IsBehind(mention) ? Postoperative : Preoperative,
        };
    }

    private static bool IsFollowUp(ClinicalCourse course, PlacedMention mention) =>
        mention.Episode == Episode.FollowUp || course.SentenceOf(mention).Section == SectionKind.FollowUp;

    private static string? NearestPhase(ClinicalCourse course, PlacedMention mention, ScaleConcept scale)
    {
        string? nearest = null;
        var least = Reach + 1;
        foreach (ref readonly var phase in course.MentionsNear(mention.Sentence, scale.ValueToken - Reach, scale.ValueToken + Reach + 1))
        {
            if (PhaseOf(phase) is not { } value || IsPartOfInterval(course, phase))
            {
                continue;
            }

            var distance = Distance(course.Document, phase, scale.ValueToken);
            if (distance < least && IsNearestTo(course, phase, scale, distance))
            {
                (nearest, least) = (value, distance);
            }
        }

        return nearest;
    }

    /// <summary>"preoperatively", or an interval of observation: "at 6 months follow-up", "three months after surgery".</summary>
    private static string? PhaseOf(PlacedMention mention) => mention switch
    {
        { Kind: MentionKind.Phase } => mention.Value,
        { Kind: MentionKind.Interval, Concept: IntervalConcept { Relation: IntervalRelation.FollowUp or IntervalRelation.Later or IntervalRelation.After } } => FollowUp,
        _ => null,
    };

    /// <summary>"18 months after surgery" is no day after surgery.</summary>
    private static bool IsPartOfInterval(ClinicalCourse course, PlacedMention phase)
    {
        foreach (ref readonly var mention in course.MentionsNear(phase.Sentence, phase.FirstToken, phase.FirstToken))
        {
            if (phase.Kind == MentionKind.Phase && mention.Kind == MentionKind.Interval && mention.FirstToken < phase.FirstToken && phase.FirstToken <= mention.EndToken)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether no other value of the sentence stands nearer to the word of time.</summary>
    private static bool IsNearestTo(ClinicalCourse course, PlacedMention phase, ScaleConcept scale, int distance)
    {
        foreach (ref readonly var other in course.MentionsNear(phase.Sentence, MentionKind.Scale, phase.FirstToken - Reach, phase.EndToken + Reach))
        {
            if (other is { Concept: ScaleConcept rival } && rival != scale && rival.Scale == scale.Scale
                && Distance(course.Document, phase, rival.ValueToken) < distance)
            {
                return false;
            }
        }

        return true;
    }

    private static int Distance(Document document, PlacedMention phase, int token)
    {
        var (from, to) = phase.FirstToken > token ? (token + 1, phase.FirstToken) : (phase.EndToken, token);
        var distance = to - from;
        for (var index = from; index < to; index++)
        {
            if (document.TokenArray[index].Kind == TokenKind.Punctuation ? document.TextOf(index) is "," or ";" : document.TextOf(index) is "and" or "but" or "to")
            {
                distance += Boundary;
            }
        }

        return distance;
    }
}
