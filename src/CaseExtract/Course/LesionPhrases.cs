using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>Turns of phrase around the name of a tumour that tell what part it plays in the report.</summary>
internal sealed class LesionPhrases
{
    /// <summary>How far before a tumour, in tokens, the one may stand that holds it.</summary>
    private const int HostReach = 5;

    /// <summary>How far before a tumour another may stand that is told of along with it.</summary>
    private const int CompanyReach = 14;

    /// <summary>How far before a tumour "first report" may stand.</summary>
    private const int FirstCaseReach = 8;

    /// <summary>How far before a tumour "initially" may stand.</summary>
    private const int ImpressionReach = 9;

    private readonly WordSet _reportWords;
    private readonly WordSet _caseWords;
    private readonly WordSet _linkWords;
    private readonly WordSet _partWords;
    private readonly WordSet _withinWords;
    private readonly WordSet _besideWords;
    private readonly WordSet _sampleWords;
    private readonly WordSet _finalWords;
    private readonly WordSet _passiveWords;
    private readonly WordSet _madeOutWords;
    private readonly WordSet _suspicionWords;
    private readonly WordSet _firstSightWords;
    private readonly int _and;
    private readonly int _like;
    private readonly int _first;

    public LesionPhrases(Vocabulary.Builder vocabulary)
    {
        _reportWords = Words("report", "reported", "describe", "described", "present", "presented", "document", "encountered");
        _caseWords = Words("report", "case", "description", "reported", "described", "documented", "published", "known", "instance", "example");
        _linkWords = Words("be", "was", "were", "is", "as", "been", "represented", "appeared", "corresponded");
        _partWords = Words("component", "differentiation", "element", "area", "focus", "feature", "pattern", "part", "portion");
        _withinWords = Words("in", "within", "with", "from", "ex", "inside");
        _besideWords = Words("and", "plus", "with", "synchronous", "coexistent", "coexisting", "concomitant", "concurrent", "incidental");
        _sampleWords = Words("tissue", "cell", "specimen", "sample"); // "in the nevus tissue and the lipoma" lists what was examined
        _finalWords = Words("final", "finally", "definitive", "definitively", "definite", "ultimately", "eventually", "true", "correct");
        _passiveWords = Words("was", "were", "been", "be", "is");
        _madeOutWords = Words("diagnosed", "confirmed", "established", "verified", "proven", "made", "rendered");
        _suspicionWords = Words("suspicion", "concern", "mimic", "mimicking", "mimicked", "simulating", "simulated", "masquerading");
        _firstSightWords = Words("initially", "initial", "preliminary", "provisional", "provisionally");
        _and = vocabulary.Add("and");
        _like = vocabulary.Add("like");
        _first = vocabulary.Add("first");

        WordSet Words(params string[] words) => [.. words.Select(vocabulary.Add)];
    }

    /// <summary>"the squamous cell carcinoma component", "areas of leiomyosarcoma".</summary>
    public bool IsPart(ClinicalCourse course, PlacedMention mention)
    {
        var bounds = course.SentenceOf(mention);
        var tokens = course.Document.TokenArray;
        return (mention.EndToken < bounds.EndToken && _partWords.Contains(tokens[mention.EndToken].Word))
            || (mention.FirstToken - 2 >= bounds.FirstToken && _partWords.Contains(tokens[mention.FirstToken - 2].Word) && course.Document.TextOf(tokens[mention.FirstToken - 1]) is "of");
    }

    /// <summary>A tumour named shortly before in the sentence, and between the two no more than "in a", "arising within an", "with".</summary>
    public bool IsSubordinate(ClinicalCourse course, PlacedMention mention) => HostOf(course, mention) is { } host && !IsWorse(mention, host);

    /// <summary>"an osteochondroma with an osteosarcoma": what is malignant within the benign is the diagnosis.</summary>
    public bool IsWorseWithin(ClinicalCourse course, PlacedMention mention) => HostOf(course, mention) is { } host && IsWorse(mention, host);

    /// <summary>"a pheochromocytoma and a reninoma", "a carcinoma of the colon, plus two tumors of the kidney, …": another tumour is named first in the sentence.</summary>
    public bool IsAccompanying(ClinicalCourse course, PlacedMention mention, TumourConcept named)
    {
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.Tumour, mention.FirstToken - CompanyReach, mention.FirstToken))
        {
            if (other.Concept is TumourConcept { Kind: TumourKind.Tumour, Morphology: { } code } first && code != named.Morphology && !(named.Behaviour == '3' && first.Behaviour != '3')
                && mention.FirstToken - other.EndToken is >= 1 and <= CompanyReach && !other.Is(Assertion.NotFactual) && !_sampleWords.Contains(course.Document.TokenArray[other.EndToken].Word))
            {
                for (var index = other.EndToken; index < mention.FirstToken; index++)
                {
                    if (_besideWords.Contains(course.Document.TokenArray[index].Word))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool IsWorse(PlacedMention mention, PlacedMention host) =>
        mention.Concept is TumourConcept { Behaviour: '3' } && host.Concept is TumourConcept { Behaviour: '0' };

    private PlacedMention? HostOf(ClinicalCourse course, PlacedMention mention)
    {
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.Tumour, mention.FirstToken - HostReach, mention.FirstToken))
        {
            if (other.Concept is TumourConcept { Kind: TumourKind.Tumour, Morphology: not null } && mention.FirstToken - other.EndToken is >= 1 and <= HostReach
                && !other.Is(Assertion.NotFactual))
            {
                for (var index = other.EndToken; index < mention.FirstToken; index++)
                {
                    if (_withinWords.Contains(course.Document.TokenArray[index].Word))
                    {
                        return other;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>"The mass was a schwannoma", "the tumour proved to be a chordoma": a word for the lesion, a form of "be" right before the name.</summary>
    public bool IsSaidOfLesion(ClinicalCourse course, PlacedMention mention)
    {
        var start = course.SentenceOf(mention).FirstToken;
        var link = -1;
        for (var index = mention.FirstToken - 1; index >= Math.Max(start, mention.FirstToken - 4); index--)
        {
            if (_linkWords.Contains(course.Document.TokenArray[index].Word))
            {
                link = index;
                break;
            }
        }

        if (link < 0 || HasAnd(course, link, mention.FirstToken))
        {
            return false;   // "was removed, and X was diagnosed"
        }

        foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
        {
            if (other.EndToken > link)
            {
                return false;
            }

            if ((other.Kind == MentionKind.LesionWord && !mention.Is(Assertion.NotFactual)) || other is { Kind: MentionKind.Tumour, Concept: TumourConcept { Kind: TumourKind.Generic } })
            {
                return true;
            }
        }

        return false;
    }

    private bool HasAnd(ClinicalCourse course, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (course.Document.TokenArray[index].Word == _and)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a chordoma was diagnosed", "X was confirmed": the verb, in the passive, behind the name.</summary>
    public bool IsDiagnosedBehind(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var end = course.SentenceOf(mention).EndToken;
        var next = mention.EndToken;
        while (next < end && next <= mention.EndToken + 1 && !_passiveWords.Contains(tokens[next].Word))
        {
            next++;
        }

        return next + 1 < end && _passiveWords.Contains(tokens[next].Word)
            && (_madeOutWords.Contains(tokens[next + 1].Word) || (next + 2 < end && _madeOutWords.Contains(tokens[next + 2].Word)));
    }

    /// <summary>"atypical cells raised the suspicion of adenocarcinoma", "initially the tumor appeared to be a sarcoma", "mimicking an angiosarcoma": less than the pathologist's "suggestive of".</summary>
    public bool IsSuspected(ClinicalCourse course, PlacedMention mention)
    {
        for (var index = Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - ImpressionReach); index < mention.FirstToken; index++)
        {
            if (_firstSightWords.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        for (var index = Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - 4); index < mention.FirstToken; index++)
        {
            if (_suspicionWords.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the words of diagnosis themselves say that the diagnosis is the last.</summary>
    public bool IsSaidToBeFinal(ClinicalCourse course, PlacedMention diagnosis)
    {
        for (var index = diagnosis.FirstToken; index < diagnosis.EndToken; index++)
        {
            if (_finalWords.Contains(course.Document.TokenArray[index].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"meningioma-like schwannoma", "ganglioneuroblastoma-like differentiation": the name before "like" is not the diagnosis, but what a tumour or its part looks like.</summary>
    public bool IsLikeness(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        var end = course.SentenceOf(mention).EndToken;
        var next = mention.EndToken;
        if (next < end && tokens[next].Kind == TokenKind.Dash)
        {
            next++;
        }

        return next < end && tokens[next].Word == _like
            && ((next + 1 < end && _partWords.Contains(tokens[next + 1].Word)) || course.Has(mention.Sentence, next + 1, next + 6, MentionKind.Tumour));
    }

    /// <summary>"this is the first report of a monophasic X": what has not been told before is what this report tells of.</summary>
    public bool IsFirstCase(ClinicalCourse course, PlacedMention mention)
    {
        var tokens = course.Document.TokenArray;
        for (var index = Math.Max(course.SentenceOf(mention).FirstToken, mention.FirstToken - FirstCaseReach); index < mention.FirstToken - 1; index++)
        {
            if (tokens[index].Word == _first && (_caseWords.Contains(tokens[index + 1].Word) || (index + 2 < mention.FirstToken && _caseWords.Contains(tokens[index + 2].Word)))
                && !course.Has(mention.Sentence, index, mention.FirstToken - 1, MentionKind.Tumour))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"We report a case of X", with no patient named between: in "a case of a woman with X who presented with Y" X may be history.</summary>
    public bool IsNamedAsCase(ClinicalCourse course, PlacedMention mention)
    {
        var bounds = course.SentenceOf(mention);
        foreach (ref readonly var other in course.MentionsOf(mention.Sentence))
        {
            if (other.FirstToken >= mention.FirstToken)
            {
                break;
            }

            if (other.Kind is MentionKind.Age or MentionKind.Tumour || other is { Kind: MentionKind.Person, Concept: ValueConcept { Value: not "our-patient" } })
            {
                return false;
            }
        }

        for (var index = bounds.FirstToken; index < Math.Min(mention.FirstToken, bounds.FirstToken + 8); index++)
        {
            if (_reportWords.Contains(course.Document.TokenArray[index].Word))
            {
                return mention.FirstToken - index <= 14;
            }
        }

        return false;
    }
}
