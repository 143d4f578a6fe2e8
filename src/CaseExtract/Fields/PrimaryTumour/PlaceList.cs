using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Places that stand one behind the other: in a list ("brain, lung and bone"), or stacked before a metastasis ("colorectal liver metastasis").</summary>
internal sealed class PlaceList(WordRoles<SiteWord> words)
{
    /// <summary>A list of places is no longer than this, in tokens.</summary>
    public const int Longest = 16;

    /// <summary>"brain, lung and peritoneal metastases": from behind the place no more than a list of places leads up to what follows the list.</summary>
    public bool LeadsTo(ClinicalCourse course, PlacedMention place, int end) =>
        end - place.EndToken is >= 2 and <= Longest && IsJoint(course, place.EndToken) && Holds(course, place.Sentence, place.EndToken, end, least: 1);

    /// <summary>"to the liver, both lungs and the spleen": from the end of another place no more than a list of places leads up to this one.</summary>
    public bool GoesOn(ClinicalCourse course, int from, PlacedMention place) =>
        place.FirstToken > from && IsJoint(course, from) && Holds(course, place.Sentence, from, place.FirstToken, least: 0);

    /// <summary>
    /// "colorectal liver metastasis", "hepatic colorectal metastases": of two organs in a row before a metastasis the one that metastases seek is its seat, and
    /// the one that sends them is where it came from.
    /// </summary>
    public static bool IsStack(ClinicalCourse course, PlacedMention organ, PlacedMention metastasis)
    {
        if (organ.Concept is not SiteConcept { Kind: SiteKind.Organ } sender || metastasis.FirstToken - organ.EndToken is < 0 or > 2 || !IsSender(sender.Topography))
        {
            return false;
        }

        foreach (ref readonly var other in course.MentionsNear(organ.Sentence, MentionKind.Site, organ.FirstToken, metastasis.EndToken))
        {
            if (other.Concept is not SiteConcept seat || !IsSeat(seat) || TopographyCode.IsSameOrgan(seat.Topography, sender.Topography))
            {
                continue;
            }

            if (organ.EndToken == other.FirstToken ? other.EndToken == metastasis.FirstToken || other.EndToken < metastasis.EndToken : other.EndToken == organ.FirstToken && organ.EndToken == metastasis.FirstToken)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Organs whose metastases are called by their name: bowel, breast, kidney, prostate, thyroid and others; not those that stand before a part of them.</summary>
    private static bool IsSender(string topography) => topography.AsSpan(0, 3) is "C15" or "C16" or "C18" or "C19" or "C20" or "C25" or "C50" or "C53" or "C54" or "C55" or "C56" or "C61" or "C62" or "C64" or "C67" or "C69" or "C73"
        || topography is "C34.9";

    /// <summary>Organs that metastases seek.</summary>
    private static bool IsSeat(SiteConcept site) => site.Kind is SiteKind.Bone or SiteKind.Spine || site.Topography.AsSpan(0, 3) is "C22" or "C34" or "C71";

    private bool IsJoint(ClinicalCourse course, int index)
    {
        var token = course.Document.TokenArray[index];
        return course.Document.Text[token.Start] is ',' or '/' or '&' || words.Is(token.Word, SiteWord.List);
    }

    /// <summary>Whether a range holds places, joints between them and words for their parts, and nothing else.</summary>
    /// <param name="course">The course.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="from">The first token.</param>
    /// <param name="to">Behind the last.</param>
    /// <param name="least">How many places must stand in it at least.</param>
    private bool Holds(ClinicalCourse course, int sentence, int from, int to, int least)
    {
        int next = from, places = 0;
        foreach (ref readonly var mention in course.MentionsNear(sentence, from, to))
        {
            if (mention.Kind is MentionKind.Site or MentionKind.Region or MentionKind.Level && mention.FirstToken >= next && mention.EndToken <= to)
            {
                if (!AreJoints(course, next, mention.FirstToken))
                {
                    return false;
                }

                next = mention.EndToken;
                places++;
            }
        }

        return places >= least && AreJoints(course, next, to);
    }

    private bool AreJoints(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (!IsJoint(course, index) && !words.Is(course.Document.TokenArray[index].Word, SiteWord.Measure))
            {
                return false;
            }
        }

        return true;
    }
}
