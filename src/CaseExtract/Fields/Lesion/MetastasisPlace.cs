using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>The place of a metastasis: what a tumour has spread to, its nodes, the spine.</summary>
internal sealed class MetastasisPlace(WordRoles<SpreadWord> words)
{
    /// <summary>How far behind a word of spread its place may stand.</summary>
    private const int Reach = 7;

    /// <summary>How far from the words for the spine a metastasis of it may be named.</summary>
    private const int SpineReach = 12;

    /// <summary>"bladder metastasis", "metastatic carcinoma to the mandible": the place that it has spread to.</summary>
    public PlacedMention? Of(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, spread.FirstToken, spread.EndToken + Reach))
        {
            if (mention.Kind is not (MentionKind.Site or MentionKind.Region or MentionKind.Level))
            {
                continue;
            }

            var behind = mention.FirstToken - spread.EndToken;
            if (spread.FirstToken - mention.EndToken is 0 || (behind is >= 1 and <= Reach && words.Is(WordBefore(course, mention, 1), SpreadWord.To))
                || (behind is >= 2 and <= Reach && words.Is(WordBefore(course, mention, 2), SpreadWord.To)))
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>"lymph node metastases": spread of the lesion with its regional nodes, not the lesion. In "a lung metastasis and a node metastasis" the first is not, nor are they in "adenopathy and metastases of the liver".</summary>
    public static bool IsOfNodes(ClinicalCourse course, PlacedMention spread)
    {
        foreach (ref readonly var mention in course.MentionsNear(spread.Sentence, MentionKind.Site, spread.FirstToken - 3, spread.EndToken + 3))
        {
            if (mention.Concept is SiteConcept { Kind: SiteKind.Node } && mention.DistanceTo(spread) <= 3
                && course.Document.TextOf(mention.FirstToken >= spread.EndToken ? spread.EndToken : spread.FirstToken - 1) is not "and")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word of spread stands near the first words of its sentence for the spine.</summary>
    /// <param name="spread">The word.</param>
    /// <param name="spine">These words (<see cref="SpineIn"/>).</param>
    public static bool IsAtSpine(PlacedMention spread, PlacedMention? spine) => spine is { } place && place.DistanceTo(spread) <= SpineReach;

    /// <summary>The first words of a sentence for a place in or at the spine.</summary>
    public static PlacedMention? SpineIn(ClinicalCourse course, int sentence)
    {
        PlacedMention? first = null;
        Take(course.MentionsOf(sentence, MentionKind.Level));
        Take(course.MentionsOf(sentence, MentionKind.Compartment));
        Take(course.MentionsOf(sentence, MentionKind.Site));
        return first;

        void Take(ReadOnlySpan<PlacedMention> places)
        {
            foreach (ref readonly var mention in places)
            {
                if (mention.Kind != MentionKind.Site || mention.Concept is SiteConcept { Kind: SiteKind.Spine })
                {
                    first = first is { } known && (known.FirstToken, known.Kind).CompareTo((mention.FirstToken, mention.Kind)) <= 0 ? first : mention;
                    return;
                }
            }
        }
    }

    private static int WordBefore(ClinicalCourse course, PlacedMention mention, int distance) => course.Document.TokenArray[mention.FirstToken - distance].Word;
}
