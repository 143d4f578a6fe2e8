using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>
/// The lesion traced to a tumour known before, with no word of spread: "with the look of her known thymoma, identical to the primary rectal cancer",
/// "consistent with her known melanoma", "derived from the earlier ovarian cancer"; "an adenocarcinoma of colonic origin", "a pattern like that of the colonic tumor"
/// after a colonic carcinoma.
/// </summary>
internal sealed class EarlierTumourPhrase
{
    /// <summary>How far before the tumour's name the word of likeness and the word for the earlier tumour may stand.</summary>
    private const int LikenessReach = 12;
    private const int EarlierReach = 4;

    private readonly EarlierWords _earlier;
    private readonly WordSet _same;
    private readonly WordSet _fitting;
    private readonly WordSet _pronouns;
    private readonly WordSet _definite;
    private readonly int _primary;
    private readonly int _of;
    private readonly int _origin;
    private readonly int _type;

    public EarlierTumourPhrase(Vocabulary.Builder vocabulary)
    {
        _earlier = new EarlierWords(vocabulary);
        _same = vocabulary.AddAll("similar", "identical", "same", "resembling", "resembled", "matching", "matched", "like", "comparable");
        _fitting = vocabulary.AddAll("consistent", "compatible", "keeping", "originating", "originated", "derived", "deriving", "spread");
        _pronouns = vocabulary.AddAll("that", "those");
        _definite = vocabulary.AddAll("the", "his", "her");
        _primary = vocabulary.Add("primary");
        _of = vocabulary.Add("of");
        _origin = vocabulary.Add("origin");
        _type = vocabulary.Add("type");
    }

    /// <summary>The name of the earlier tumour, where the present lesion is traced to one.</summary>
    public PlacedMention? Find(ClinicalCourse course)
    {
        HashSet<(string? Morphology, string Organ)>? strangers = null; // what was looked for and is not told of an earlier course; made for the first
        foreach (ref readonly var mention in course.Of(MentionKind.Tumour))
        {
            if (mention.Concept is TumourConcept { Kind: not TumourKind.Lesion } && IsOfStory(mention) && (IsTracedTo(course, mention, ref strangers) || IsOfOrgan(course, mention, ref strangers)))
            {
                return mention;
            }
        }

        foreach (ref readonly var mention in course.Of(MentionKind.Spread))
        {
            if (mention.Value == "primary" && IsOfStory(mention) && IsKnownPrimary(course, mention))
            {
                return mention;
            }
        }

        return null;
    }

    private static bool IsOfStory(PlacedMention mention) =>
        mention.Episode is Episode.Present or Episode.Earlier && !mention.Is(Assertion.Negated | Assertion.Hypothetical | Assertion.NotPatient);

    /// <summary>"the same profile as his known rectal primary", "in keeping with the colonic primary": the noun, of a tumour that the text takes for known.</summary>
    private bool IsKnownPrimary(ClinicalCourse course, PlacedMention primary)
    {
        var tokens = course.Document.TokenArray;
        var bounds = course.SentenceOf(primary);
        if (tokens[primary.EndToken - 1].Word != _primary || (primary.EndToken < bounds.EndToken && tokens[primary.EndToken].Kind == TokenKind.Word && !IsLink(tokens[primary.EndToken])))
        {
            return false;
        }

        var first = primary.FirstToken;
        foreach (ref readonly var site in course.MentionsNear(primary.Sentence, MentionKind.Site, first, first))
        {
            first = site.EndToken == primary.FirstToken ? site.FirstToken : first;
        }

        return (_earlier.Any(course, Math.Max(bounds.FirstToken, first - EarlierReach), first) || (first > bounds.FirstToken && course.Document.TextOf(tokens[first - 1]) is "the" or "his" or "her"))
            && IsLikened(course, primary, bounds.FirstToken, isEarlier: true);

        bool IsLink(Token token) => course.Document.TextOf(token) is "of" or "in" or "from" or "that" or "which" or "and" or "was";
    }

    /// <summary>"of colonic origin", "of colonic type" right behind the name, where a tumour of that organ, or of the same name, is told of an earlier course.</summary>
    private bool IsOfOrgan(ClinicalCourse course, PlacedMention tumour, ref HashSet<(string? Morphology, string Organ)>? strangers)
    {
        var end = course.SentenceOf(tumour).EndToken;
        if (tumour.Episode != Episode.Present || tumour.EndToken + 2 >= end)
        {
            return false;
        }

        var tokens = course.Document.TokenArray;
        var link = tokens[tumour.EndToken].Word;
        if (link != _of && !_fitting.Contains(link))
        {
            return false;
        }

        var first = tumour.EndToken + (link == _of ? 1 : 2);   // "consistent with breast origin"
        foreach (ref readonly var site in course.MentionsNear(tumour.Sentence, MentionKind.Site, tumour.EndToken, first + 1))
        {
            var isSource = site.EndToken < end && (tokens[site.EndToken].Word == _origin || tokens[site.EndToken].Word == _type);
            if (isSource && site.FirstToken - first is 0 or 1)
            {
                return IsNamedEarlier(course, (TumourConcept)tumour.Concept, ((SiteConcept)site.Concept).Topography, ref strangers);
            }
        }

        return false;
    }

    private static bool IsNamedEarlier(ClinicalCourse course, TumourConcept tumour, string organ, ref HashSet<(string? Morphology, string Organ)>? strangers)
    {
        if (strangers?.Contains((tumour.Morphology, organ)) == true)
        {
            return false;
        }

        foreach (ref readonly var other in course.Of(MentionKind.Tumour))
        {
            var earlier = (TumourConcept)other.Concept;
            var isSame = (earlier.Morphology is not null && earlier.Morphology == tumour.Morphology) || (earlier.Site is { } site && TopographyCode.IsSameOrgan(site, organ));
            if (isSame && !other.Is(Assertion.NotFactual) && (other.Episode == Episode.Earlier || HadBeenFound(course, other)))
            {
                return true;
            }
        }

        foreach (ref readonly var operation in course.Of(MentionKind.Procedure))
        {
            if (operation is { Episode: Episode.Earlier, Concept: ProcedureConcept { Organ: { } removed } } && TopographyCode.IsSameOrgan(removed, organ)
                && !operation.Is(Assertion.Negated | Assertion.NotPatient | Assertion.Hypothetical))
            {
                return true;
            }
        }

        (strangers ??= []).Add((tumour.Morphology, organ));
        return false;
    }

    /// <summary>"that of the colonic tumor", "those of his melanoma", "identical to the lung tumor".</summary>
    private bool IsTakenUp(ClinicalCourse course, PlacedMention tumour, int from)
    {
        if (tumour.FirstToken - 1 > from && _definite.Contains(course.Document.TokenArray[tumour.FirstToken - 1].Word)
            && course.Document.TextOf(tumour.FirstToken - 2) is "to" or "with" or "as")
        {
            return true;
        }

        for (var index = from; index + 2 < tumour.EndToken && index < tumour.FirstToken; index++)
        {
            if (_pronouns.Contains(course.Document.TokenArray[index].Word))
            {
                return course.Document.TokenArray[index + 1].Word == _of && _definite.Contains(course.Document.TokenArray[index + 2].Word);
            }
        }

        return false;
    }

    /// <summary>"the lung cancer that had been diagnosed before", "the ovarian cancer had been treated".</summary>
    private static bool HadBeenFound(ClinicalCourse course, PlacedMention tumour)
    {
        var tokens = course.Document.TokenArray;
        var end = course.SentenceOf(tumour).EndToken;
        var next = tumour.EndToken;
        next += next + 1 < end && course.Document.TextOf(tokens[next]) is "," && course.Document.TextOf(tokens[next + 1]) is "which" ? 1 : 0;
        next += next < end && course.Document.TextOf(tokens[next]) is "that" or "which" ? 1 : 0;
        return next + 1 < end && course.Document.TextOf(tokens[next]) is "had" && course.Document.TextOf(tokens[next + 1]) is "been";
    }

    private bool IsTracedTo(ClinicalCourse course, PlacedMention tumour, ref HashSet<(string? Morphology, string Organ)>? strangers)
    {
        var start = course.SentenceOf(tumour).FirstToken;
        var near = Math.Max(start, tumour.FirstToken - EarlierReach);
        var isEarlier = _earlier.Any(course, near, tumour.FirstToken) || HadBeenFound(course, tumour);
        if (!isEarlier && !Any(near, tumour.EndToken, _primary)
            && !(IsTakenUp(course, tumour, near) && tumour.Concept is TumourConcept { Site: { } organ } named && IsNamedEarlier(course, named, organ, ref strangers)))
        {
            return false;
        }

        return IsLikened(course, tumour, start, isEarlier);

        bool Any(int from, int to, int wanted)
        {
            for (var index = from; index < to; index++)
            {
                if (course.Document.TokenArray[index].Word == wanted)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether a word before a name likens the lesion to it, or derives it from it.</summary>
    private bool IsLikened(ClinicalCourse course, PlacedMention named, int start, bool isEarlier)
    {
        for (var index = Math.Max(start, named.FirstToken - LikenessReach); index < named.FirstToken; index++)
        {
            var word = course.Document.TokenArray[index].Word;
            if (_same.Contains(word) || (isEarlier && _fitting.Contains(word)))
            {
                return true;
            }
        }

        return false;
    }
}
