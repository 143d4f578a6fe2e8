using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Fields;

/// <summary>
/// Reads whether the lesion of a sentence takes contrast, and in what pattern. "Contrast-enhanced CT" names how the picture was taken and says
/// nothing of the lesion.
/// </summary>
internal sealed class EnhancementReader(WordRoles<ImagingWord> words)
{
    /// <summary>How far behind its participle the picture may stand: "gadolinium-enhanced, fat-saturated, axial MRI".</summary>
    private const int TechniqueReach = 8;

    public void Read(ClinicalCourse course, int sentence, EvidenceFactory evidence, List<FoundSignal> found)
    {
        foreach (var mention in course.MentionsOf(sentence))
        {
            if (mention.Kind != MentionKind.Enhancement || mention.Is(Assertion.NotPatient | Assertion.Hypothetical) || mention.Episode == Episode.General || !IsFinding(course, mention))
            {
                continue;
            }

            var isAbsent = mention.Value == "absent" || mention.Is(Assertion.Negated);
            if (isAbsent && IsOfOtherSite(course, mention))
            {
                continue;
            }

            var pattern = isAbsent ? null : PatternOf(course, mention);
            var hasGadolinium = course.Has(sentence, MentionKind.Enhancement, "agent-gadolinium");
            found.Add(new FoundSignal(
                new ImagingSignal
                {
                    Modality = hasGadolinium || course.Has(sentence, MentionKind.Sequence) ? "MRI" : null,
                    Kind = "enhancement",
                    Value = isAbsent ? "absent" : "present",
                    Pattern = pattern?.Value,
                    Agent = hasGadolinium ? "gadolinium" : null,
                    Confidence = 0.9,
                    Evidence = pattern is { } words ? evidence.Of(mention, words) : evidence.Of(mention),
                },
                mention.Episode == Episode.Earlier,
                IsOfCord: false));
        }
    }

    private bool IsFinding(ClinicalCourse course, PlacedMention mention) => mention.Value switch
    {
        "word" or "absent" => !IsTechnique(course, mention),
        "agent-contrast" or "agent-gadolinium" => IsTaken(course, mention),
        _ => false,
    };

    /// <summary>"took up contrast", "it took heterogeneously the contrast".</summary>
    private bool IsTaken(ClinicalCourse course, PlacedMention agent)
    {
        var start = course.SentenceOf(agent).FirstToken;
        for (var index = agent.FirstToken - 1; index >= Math.Max(start, agent.FirstToken - 4); index--)
        {
            if (words.Is(course.Document.TokenArray[index].Word, ImagingWord.Take))
            {
                return true;
            }
        }

        return false;
    }

    private static PlacedMention? PatternOf(ClinicalCourse course, PlacedMention enhancement)
    {
        foreach (var other in course.MentionsOf(enhancement.Sentence))
        {
            var distance = other.FirstToken >= enhancement.EndToken ? other.FirstToken - enhancement.EndToken : enhancement.FirstToken - other.EndToken;
            if (other.Kind == MentionKind.Enhancement && other.Value is "homogeneous" or "heterogeneous" or "ring" && distance <= 4)
            {
                return other;
            }
        }

        return null;
    }

    /// <summary>"no leptomeningeal enhancement" denies it of the meninges.</summary>
    private static bool IsOfOtherSite(ClinicalCourse course, PlacedMention enhancement)
    {
        foreach (var other in course.MentionsOf(enhancement.Sentence))
        {
            if (other.Kind == MentionKind.Site && other.EndToken == enhancement.FirstToken)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsTechnique(ClinicalCourse course, PlacedMention mention)
    {
        foreach (var other in course.MentionsOf(mention.Sentence))
        {
            if (other.Kind == MentionKind.Enhancement && other.Value == "technique" && other.FirstToken <= mention.FirstToken && other.EndToken >= mention.EndToken)
            {
                return true;
            }
        }

        var tokens = course.Document.TokenArray;
        var sentence = course.SentenceOf(mention);
        var before = mention.FirstToken - 1;
        if (EndsSequence(course, mention.Sentence, before) && (mention.EndToken == sentence.EndToken || tokens[mention.EndToken].Kind == TokenKind.Punctuation))
        {
            // "T1-weighted image with contrast enhancement."
            return true;
        }

        if (before > sentence.FirstToken && words.Is(tokens[before].Word, ImagingWord.On | ImagingWord.Without) && IsPicture(course, mention.Sentence, before - 1))
        {
            // "CT with contrast enhancement"
            return true;
        }

        if (course.Document.TextOf(tokens[mention.EndToken - 1]) is not "enhanced")
        {
            return false;
        }

        if (before >= sentence.FirstToken && words.Is(tokens[before].Word, ImagingWord.Copula))
        {
            return false;
        }

        if (before >= sentence.FirstToken && IsPicture(course, mention.Sentence, before) && mention.EndToken < sentence.EndToken && words.Is(tokens[mention.EndToken].Word, ImagingWord.On))
        {
            // "CT enhanced with contrast"
            return true;
        }

        for (var index = mention.EndToken; index < Math.Min(sentence.EndToken, mention.EndToken + TechniqueReach); index++)
        {
            if (IsPicture(course, mention.Sentence, index))
            {
                return true;
            }

            if (words.Is(tokens[index].Word, ImagingWord.On | ImagingWord.Copula | ImagingWord.Link | ImagingWord.Break) || IsLesion(course, mention.Sentence, index))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a token belongs to an agent that the name of a sequence ends with: "T1-weighted image with contrast medium".</summary>
    private static bool EndsSequence(ClinicalCourse course, int sentence, int token)
    {
        foreach (var agent in course.MentionsOf(sentence))
        {
            if (agent is { Kind: MentionKind.Enhancement, Value: "agent-gadolinium" or "agent-contrast" } && agent.EndToken == token + 1)
            {
                foreach (var sequence in course.MentionsOf(sentence))
                {
                    if (sequence is { Kind: MentionKind.Sequence, Value: "T1C" } && sequence.FirstToken < agent.FirstToken && sequence.EndToken > agent.FirstToken)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private bool IsPicture(ClinicalCourse course, int sentence, int token)
    {
        if (words.Is(course.Document.TokenArray[token].Word, ImagingWord.Modality))
        {
            return true;
        }

        foreach (var mention in course.MentionsOf(sentence))
        {
            if (mention.Kind == MentionKind.Sequence && mention.FirstToken <= token && mention.EndToken > token)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLesion(ClinicalCourse course, int sentence, int token)
    {
        foreach (var mention in course.MentionsOf(sentence))
        {
            if (mention.Kind is MentionKind.Tumour or MentionKind.OrganRemoved && mention.FirstToken <= token && mention.EndToken > token)
            {
                return true;
            }
        }

        return false;
    }
}
