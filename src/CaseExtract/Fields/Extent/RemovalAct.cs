using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>The act that a word of degree is said of: "total [removal]", "was [removed] completely"; and whether that act was done, and on the lesion.</summary>
internal static class RemovalAct
{
    private const int Window = 5;

    /// <summary>How far behind a subject of which all is said its verb may stand.</summary>
    private const int SubjectWindow = 12;

    /// <summary>How far behind a degree the organ may stand that it is of: "partial resection of segment 6 of the liver".</summary>
    private const int OrganReach = 6;

    /// <summary>The word of removal nearest to a degree, unless the removal is only planned or the word is that for a specimen.</summary>
    public static PlacedMention? ActBeside(ClinicalCourse course, PlacedMention degree)
    {
        if (IsOfOrganOperation(course, degree) || IsOfVerb(course, degree))
        {
            return null;
        }

        PlacedMention? nearest = null;
        // "the whole tumor, from its base to the vertebra, was excised", "most of the soft, bleeding tumor was sucked away"
        var nearestDistance = (course.Document.TextOf(course.Document.TokenArray[degree.EndToken - 1]) is "whole" or "entire" or "of" ? SubjectWindow : Window) + 1;
        var isPartOf = course.Document.TextOf(course.Document.TokenArray[degree.EndToken - 1]) is "of";
        foreach (ref readonly var mention in course.MentionsNear(degree.Sentence, MentionKind.Extent, degree.FirstToken - nearestDistance, degree.EndToken + nearestDistance))
        {
            var distance = mention.FirstToken >= degree.EndToken ? mention.FirstToken - degree.EndToken : degree.FirstToken - mention.EndToken;
            if (mention.Value == "act" && !mention.Is(Assertion.Hypothetical) && distance >= 0 && distance < nearestDistance && (!isPartOf || distance <= Window || IsVerbOf(course, degree, mention))
                && OperationAt(course, mention)?.Is(Assertion.Hypothetical) != true && !IsOfSpecimen(course, mention) && IsBound(course, degree, mention))
            {
                (nearest, nearestDistance) = (mention, distance);
            }
        }

        return nearest;
    }

    /// <summary>"[most of] the soft, bleeding tumor was [sucked away]": the passive verb of what a part is told of, and no other verb between.</summary>
    private static bool IsVerbOf(ClinicalCourse course, PlacedMention degree, PlacedMention act)
    {
        var verbs = 0;
        for (var index = degree.EndToken; index < act.FirstToken; index++)
        {
            verbs += course.Document.TextOf(course.Document.TokenArray[index]) is "was" or "were" or "is" or "are" or ";" ? 1 : 0;
        }

        return act.FirstToken > degree.EndToken && verbs == 1 && course.Document.TextOf(course.Document.TokenArray[act.FirstToken - 1]) is "was" or "were" or "is" or "are";
    }

    /// <summary>"was removed entirely, apart from a small portion around the foramen".</summary>
    public static bool LeavesSome(ClinicalCourse course, PlacedMention degree, PlacedMention act)
    {
        var document = course.Document;
        var from = Math.Max(degree.EndToken, act.EndToken);
        for (var index = from; index < Math.Min(course.SentenceOf(degree).EndToken - 1, from + Window); index++)
        {
            if (document.TextOf(document.TokenArray[index]) is "apart" or "except" or "save" && document.TextOf(document.TokenArray[index + 1]) is "from" or "for" or "a")
            {
                return true;
            }
        }

        // "Except for a small part at the foramen the whole tumor was removed"
        var start = course.SentenceOf(degree).FirstToken;
        if (document.TextOf(document.TokenArray[start]) is "Except" or "Apart" or "Save" or "But")
        {
            for (var index = start + 2; index < Math.Min(degree.FirstToken, start + Window + 2); index++)
            {
                if (document.TextOf(document.TokenArray[index]) is "part" or "portion" or "rest" or "remnant" or "remnants" or "residue" or "fragment" or "fragments" or "piece" or "rim" or "nodule" or "film" or "layer" or "sheet")
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"total thymectomy and node dissection", "radical vulvectomy": the degree is part of the operation's name.</summary>
    private static bool IsOfOrganOperation(ClinicalCourse course, PlacedMention degree)
    {
        foreach (ref readonly var mention in course.MentionsNear(degree.Sentence, MentionKind.Procedure, degree.EndToken, degree.EndToken))
        {
            if (mention.Concept is ProcedureConcept { Organ: not null }
                && mention.FirstToken <= degree.EndToken && mention.EndToken > degree.EndToken)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"complete resection was not possible": refused or not done.</summary>
    public static bool IsDeclined(ClinicalCourse course, PlacedMention act) => OperationAt(course, act)?.Is(Assertion.Negated) == true;

    /// <summary>The operation that a word of removal names: plans and refusals are said of it.</summary>
    private static PlacedMention? OperationAt(ClinicalCourse course, PlacedMention act)
    {
        foreach (ref readonly var mention in course.MentionsNear(act.Sentence, MentionKind.Procedure, act.FirstToken, act.EndToken))
        {
            if (mention.FirstToken < act.EndToken && mention.EndToken > act.FirstToken)
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>"the lesion [totally] regressed after surgery": an adverb of another verb.</summary>
    private static bool IsOfVerb(ClinicalCourse course, PlacedMention degree)
    {
        if (degree.EndToken < course.SentenceOf(degree).EndToken && TextOf(degree.EndToken - 1) is "complete" && TextOf(degree.EndToken) is "the" or "this" or "her" or "his")
        {
            return true; // "to complete the surgery"
        }

        if (degree.EndToken >= course.SentenceOf(degree).EndToken || !TextOf(degree.EndToken - 1).EndsWith("ly", StringComparison.Ordinal))
        {
            return false;
        }

        return TextOf(degree.EndToken) is "regressed" or "resolved" or "disappeared" or "recovered" or "healed" or "remitted" or "relieved" or "subsided" or "replaced" or "surrounded" or "encased" or "free" or "independent" or "asymptomatic";

        ReadOnlySpan<char> TextOf(int token) => course.Document.TextOf(course.Document.TokenArray[token]);
    }

    /// <summary>
    /// Whether the words between do not part a degree from an act: "total surgical [removal]" and "the [resection] was complete", not "complete relief after [surgery]", "a year after [surgery] he had
    /// full strength", "three [operations] in total". An adverb goes with a verb.
    /// </summary>
    private static bool IsBound(ClinicalCourse course, PlacedMention degree, PlacedMention act)
    {
        var isNoun = IsNoun(TextOf(act.EndToken - 1));
        if (isNoun && TextOf(degree.EndToken - 1).EndsWith("ly", StringComparison.Ordinal))
        {
            // "completely surgical resection" is meant as an adjective
            return act.FirstToken >= degree.EndToken && act.FirstToken - degree.EndToken <= 1;
        }

        if (act.FirstToken >= degree.EndToken)
        {
            for (var index = degree.EndToken; isNoun && index < act.FirstToken; index++)
            {
                if (TextOf(index) is "of" or "after" or "before" or "following" or "with" or "without" or "in" or "at" or "from" or "for" or "by" or "since")
                {
                    return false;
                }
            }

            return true;
        }

        // "excision of the whole lesion"
        var hasCopula = !isNoun || TextOf(act.EndToken) is "of";
        for (var index = act.EndToken; index < degree.FirstToken; index++)
        {
            hasCopula |= TextOf(index) is "was" or "were" or "is" or "be" or "been" or "appeared" or "considered" or "deemed" or "judged" or "as" or "seemed" or "proved" or ":" or "(" or "-";
        }

        return hasCopula;

        ReadOnlySpan<char> TextOf(int token) => course.Document.TextOf(course.Document.TokenArray[token]);
    }

    private static bool IsNoun(ReadOnlySpan<char> word) => word.EndsWith("ion", StringComparison.Ordinal) || word.EndsWith("ions", StringComparison.Ordinal) || word.EndsWith("removal", StringComparison.Ordinal)
        || word.EndsWith("surgery", StringComparison.Ordinal) || word.EndsWith("surgeries", StringComparison.Ordinal);

    /// <summary>"the resected specimen harboring the whole tumor".</summary>
    private static bool IsOfSpecimen(ClinicalCourse course, PlacedMention act) =>
        act.EndToken < course.SentenceOf(act).EndToken && course.Document.TextOf(course.Document.TokenArray[act.EndToken]) is "specimen" or "specimens" or "material" or "sample" or "tissue" or "site" or "bed" or "cavity" or "area";

    /// <summary>
    /// "partial resection of the bladder", "lung partial resection for a metastasis" take a part of an organ; of the lesion they say nothing. What is named first is the object; of "the
    /// liver tumor" it is the tumor.
    /// </summary>
    public static bool IsOfOrgan(ClinicalCourse course, PlacedMention degree)
    {
        var organEnd = -1;
        foreach (ref readonly var mention in course.MentionsNear(degree.Sentence, degree.FirstToken, degree.EndToken + OrganReach))
        {
            var behind = mention.FirstToken - degree.EndToken;
            if (behind > OrganReach || (behind > 0 && mention.Kind == MentionKind.Procedure && organEnd >= 0))
            {
                break;
            }

            if (mention.Kind is MentionKind.Tumour && behind >= 0)
            {
                return organEnd >= 0 && mention.FirstToken > organEnd;
            }

            if (mention is { Kind: MentionKind.Site, Concept: SiteConcept { Kind: SiteKind.Organ or SiteKind.Bone or SiteKind.Spine } } && (behind >= 0 || degree.FirstToken == mention.EndToken))
            {
                organEnd = mention.EndToken;
            }
        }

        return organEnd >= 0 || IsOfSegment(course, degree);
    }

    /// <summary>"partial resection of the right segment 8": a part of an organ that the operation before names.</summary>
    private static bool IsOfSegment(ClinicalCourse course, PlacedMention degree)
    {
        for (var index = degree.EndToken; index < Math.Min(course.SentenceOf(degree).EndToken, degree.EndToken + OrganReach); index++)
        {
            if (course.Document.TextOf(course.Document.TokenArray[index]) is "segment" or "segments" or "lobe" or "lobes")
            {
                return true;
            }
        }

        return false;
    }
}
