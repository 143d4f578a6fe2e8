using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;

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

    public EarlierTumourPhrase(Vocabulary.Builder vocabulary)
    {
        _earlier = new EarlierWords(vocabulary);
        _same = Words("similar", "identical", "same", "resembling", "resembled", "matching", "matched", "like", "comparable");
        _fitting = Words("consistent", "compatible", "originating", "originated", "derived", "deriving", "spread");
        _pronouns = Words("that", "those");
        _definite = Words("the", "his", "her");
        _primary = vocabulary.Add("primary");
        _of = vocabulary.Add("of");
        _origin = vocabulary.Add("origin");

        WordSet Words(params string[] words) => [.. words.Select(vocabulary.Add)];
    }

    /// <summary>The name of the earlier tumour, where the present lesion is traced to one.</summary>
    public PlacedMention? Find(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Tumour))
        {
            if (mention is { Kind: MentionKind.Tumour, Concept: TumourConcept { Kind: not TumourKind.Lesion } } && mention.Episode is Episode.Present or Episode.Earlier
                && !mention.Is(Assertion.Negated | Assertion.Hypothetical | Assertion.NotPatient) && (IsTracedTo(course, mention) || IsOfOrgan(course, mention)))
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>"of colonic origin" right behind the name, where a tumour of that organ, or of the same name, is told of an earlier course.</summary>
    private bool IsOfOrgan(ClinicalCourse course, PlacedMention tumour)
    {
        var end = course.SentenceOf(tumour).EndToken;
        if (tumour.Episode != Episode.Present || tumour.EndToken + 2 >= end || course.Document.TokenArray[tumour.EndToken].Word != _of)
        {
            return false;
        }

        foreach (ref readonly var site in course.MentionsNear(tumour.Sentence, tumour.EndToken, tumour.EndToken + 3))
        {
            if (site is { Kind: MentionKind.Site } && site.FirstToken == tumour.EndToken + 1 && site.EndToken < end && course.Document.TokenArray[site.EndToken].Word == _origin)
            {
                return IsNamedEarlier(course, (TumourConcept)tumour.Concept, ((SiteConcept)site.Concept).Topography);
            }
        }

        return false;
    }

    private static bool IsNamedEarlier(ClinicalCourse course, TumourConcept tumour, string organ)
    {
        foreach (ref readonly var other in course.Of(MentionKind.Tumour))
        {
            if (other is { Episode: Episode.Earlier, Concept: TumourConcept earlier } && !other.Is(Assertion.NotFactual)
                && ((earlier.Morphology is not null && earlier.Morphology == tumour.Morphology) || (earlier.Site is { } site && TopographyCode.IsSameOrgan(site, organ))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"that of the colonic tumor", "those of his melanoma".</summary>
    private bool IsTakenUp(ClinicalCourse course, PlacedMention tumour, int from)
    {
        for (var index = from; index + 2 < tumour.EndToken && index < tumour.FirstToken; index++)
        {
            if (_pronouns.Contains(course.Document.TokenArray[index].Word))
            {
                return course.Document.TokenArray[index + 1].Word == _of && _definite.Contains(course.Document.TokenArray[index + 2].Word);
            }
        }

        return false;
    }

    private bool IsTracedTo(ClinicalCourse course, PlacedMention tumour)
    {
        var start = course.SentenceOf(tumour).FirstToken;
        var near = Math.Max(start, tumour.FirstToken - EarlierReach);
        var isEarlier = _earlier.Any(course, near, tumour.FirstToken);
        if (!isEarlier && !Any(near, tumour.EndToken, _primary)
            && !(IsTakenUp(course, tumour, near) && tumour.Concept is TumourConcept { Site: { } organ } named && IsNamedEarlier(course, named, organ)))
        {
            return false;
        }

        for (var index = Math.Max(start, tumour.FirstToken - LikenessReach); index < tumour.FirstToken; index++)
        {
            var word = course.Document.TokenArray[index].Word;
            if (_same.Contains(word) || (isEarlier && _fitting.Contains(word)))
            {
                return true;
            }
        }

        return false;

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
}
