using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Reads whether the lesion of a sentence takes contrast, and in what pattern.</summary>
internal sealed class EnhancementReader(WordRoles<ImagingWord> words)
{
    /// <summary>How far before the agent the lesion may be said to rise: "heightened heterogeneously after the injection of gadolinium".</summary>
    private const int RiseReach = 7;

    private readonly EnhancementTechnique _technique = new(words);
    private readonly Func<ClinicalCourse, int, bool> _namesUltrasound = (course, sentence) =>
        words.Stand(course.Document.TokenArray, course.Document.SentenceArray[sentence].FirstToken, course.Document.SentenceArray[sentence].EndToken, ImagingWord.Ultrasound);

    public void Read(ClinicalCourse course, int sentence, EvidenceFactory evidence, List<FoundSignal> found)
    {
        foreach (ref readonly var mention in course.MentionsOf(sentence, MentionKind.Enhancement))
        {
            if (mention.Is(Assertion.NotPatient | Assertion.Hypothetical) || mention.Episode == Episode.General || !IsFinding(course, mention))
            {
                continue;
            }

            var isAbsent = mention.Value == "absent" || mention.Is(Assertion.Negated);
            if (IsOnUltrasound(course, mention) || (isAbsent && IsOfOtherSite(course, mention)))
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

    /// <summary>The contrast of ultrasound is another one; enhancement is told of CT and MRI.</summary>
    private bool IsOnUltrasound(ClinicalCourse course, PlacedMention mention)
    {
        if (!course.Once(mention.Sentence, _namesUltrasound))
        {
            return false;
        }

        for (var index = mention.FirstToken - 1; index >= course.SentenceOf(mention).FirstToken; index--)
        {
            if (words.Is(course.Document.TokenArray[index].Word, ImagingWord.Ultrasound | ImagingWord.Sectional))
            {
                return words.Is(course.Document.TokenArray[index].Word, ImagingWord.Ultrasound);
            }
        }

        return false;
    }

    private bool IsFinding(ClinicalCourse course, PlacedMention mention) => mention.Value switch
    {
        "word" or "absent" => !_technique.Names(course, mention),
        "agent-contrast" or "agent-gadolinium" => IsTaken(course, mention),
        _ => false,
    };

    /// <summary>"took up contrast", "it took heterogeneously the contrast", "raised after the injection of gadolinium".</summary>
    private bool IsTaken(ClinicalCourse course, PlacedMention agent)
    {
        var start = course.SentenceOf(agent).FirstToken;
        var isAfter = false;
        for (var index = agent.FirstToken - 1; index >= Math.Max(start, agent.FirstToken - RiseReach); index--)
        {
            var word = course.Document.TokenArray[index].Word;
            isAfter |= words.Is(word, ImagingWord.After);
            if (isAfter && words.Is(word, ImagingWord.Rise))
            {
                return true;
            }
        }

        return words.Stand(course.Document.TokenArray, Math.Max(start, agent.FirstToken - 4), agent.FirstToken, ImagingWord.Take);
    }

    private static PlacedMention? PatternOf(ClinicalCourse course, PlacedMention enhancement)
    {
        foreach (ref readonly var other in course.MentionsNear(enhancement.Sentence, MentionKind.Enhancement, enhancement.FirstToken - 4, enhancement.EndToken + 4))
        {
            var distance = other.FirstToken >= enhancement.EndToken ? other.FirstToken - enhancement.EndToken : enhancement.FirstToken - other.EndToken;
            if (other.Value is "homogeneous" or "heterogeneous" or "ring" && distance <= 4)
            {
                return other;
            }
        }

        return null;
    }

    /// <summary>"no leptomeningeal enhancement" denies it of the meninges.</summary>
    private static bool IsOfOtherSite(ClinicalCourse course, PlacedMention enhancement)
    {
        foreach (ref readonly var other in course.MentionsNear(enhancement.Sentence, MentionKind.Site, enhancement.FirstToken, enhancement.FirstToken))
        {
            if (other.EndToken == enhancement.FirstToken)
            {
                return true;
            }
        }

        return false;
    }
}
