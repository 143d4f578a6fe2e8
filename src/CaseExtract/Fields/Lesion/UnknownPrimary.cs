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

    /// <summary>How many tokens around "the primary" the words may stand that tell of a search in vain.</summary>
    private const int SearchReach = 10;

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
            else if (mention.Value == "primary" && !mention.Is(Assertion.NotPatient | Assertion.Hypothetical) && IsSoughtInVain(course, mention))
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>"the search for the primary was fruitless", "failed to reveal a primary tumor": the noun, a word of search, and one that says that nothing came of it.</summary>
    private static bool IsSoughtInVain(ClinicalCourse course, PlacedMention primary)
    {
        var tokens = course.Document.TokenArray;
        var bounds = course.SentenceOf(primary);
        if (course.Document.TextOf(tokens[primary.EndToken - 1]) is not ("primary" or "tumor" or "tumour" or "lesion") || course.Document.TextOf(tokens[primary.FirstToken]) is not "primary")
        {
            return false;
        }

        bool isSought = false, isVain = false;
        for (var index = Math.Max(bounds.FirstToken, primary.FirstToken - SearchReach); index < Math.Min(bounds.EndToken, primary.EndToken + SearchReach); index++)
        {
            var word = course.Document.TextOf(tokens[index]);
            var isBefore = index < primary.FirstToken;
            isSought |= word is "search" or "searched" or "searching" or "Search" || (isBefore && word is "find" or "identify" or "reveal" or "detect" or "locate" or "disclose" or "show" or "demonstrate");
            isVain |= word is "fruitless" or "unsuccessful" or "unsuccessfully" or "futile" or "vain" or "failed" or "unable" or "unrevealing" or "unrewarding" or "inconclusive" || (isBefore && word is "not" or "cannot");
        }

        return isSought && isVain;
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
