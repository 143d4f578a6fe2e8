using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Course;

/// <summary>What a tumour is to another that is named with it: a part of it ("areas of leiomyosarcoma"), within it, beside it, or what it looks like.</summary>
internal sealed class TumourCompany(WordRoles<DiagnosisWord> words, Vocabulary.Builder vocabulary)
{
    /// <summary>How far before a tumour, in tokens, the one may stand that holds it.</summary>
    private const int HostReach = 5;

    /// <summary>How far before a tumour another may stand that is told of along with it.</summary>
    private const int CompanyReach = 14;

    private readonly int _like = vocabulary.Add("like");

    /// <summary>"the squamous cell carcinoma component", "areas of leiomyosarcoma".</summary>
    public bool IsPart(ClinicalCourse course, PlacedMention mention)
    {
        var bounds = course.SentenceOf(mention);
        var tokens = course.Document.TokenArray;
        return (mention.EndToken < bounds.EndToken && words.Is(tokens[mention.EndToken].Word, DiagnosisWord.Part))
            || (mention.FirstToken - 2 >= bounds.FirstToken && words.Is(tokens[mention.FirstToken - 2].Word, DiagnosisWord.Part) && course.Document.TextOf(tokens[mention.FirstToken - 1]) is "of");
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
            && ((next + 1 < end && words.Is(tokens[next + 1].Word, DiagnosisWord.Part)) || course.Has(mention.Sentence, next + 1, next + 6, MentionKind.Tumour));
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
                && mention.FirstToken - other.EndToken is >= 1 and <= CompanyReach && !other.Is(Assertion.NotFactual) && !words.Is(course.Document.TokenArray[other.EndToken].Word, DiagnosisWord.Sample)
                && words.Stand(course.Document.TokenArray, other.EndToken, mention.FirstToken, DiagnosisWord.Beside))
            {
                return true;
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
                && !other.Is(Assertion.NotFactual) && words.Stand(course.Document.TokenArray, other.EndToken, mention.FirstToken, DiagnosisWord.Within))
            {
                return other;
            }
        }

        return null;
    }
}
