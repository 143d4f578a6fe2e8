using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Models;
using CaseExtract.Schema;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Symptoms and signs of the presentation, with the words that qualify them ("flaccid paraplegia").</summary>
internal sealed class PresentationExtractor(ModelSource models, Vocabulary.Builder vocabulary)
{
    /// <summary>How far "treated for" may stand before the disease that it names, in tokens: others may be listed between.</summary>
    private const int BackgroundReach = 6;

    /// <summary>How far before a symptom its modifier may end, in tokens.</summary>
    private const int ModifierReach = 3;

    /// <summary>A history so long is one of another disease.</summary>
    private const double LongMonths = 24;

    private readonly WordRoles<PresentationWord> _words = new(models, "rules/presentation.tsv", vocabulary);

    public IReadOnlyList<PresentingFeature> Extract(ClinicalCourse course, EvidenceFactory evidence)
    {
        var features = new List<PresentingFeature>();
        var operated = FirstOperation(course);
        var treated = FirstTreatment(course);
        var hasCome = false;
        var (sentence, tissue) = (-1, -1); // the first word of a pathologist in the sentence of the last mention
        var wordOfMass = (Last: -1, Read: 0);
        foreach (ref readonly var mention in course.Of(MentionKind.Presentation))
        {
            if (mention.Concept is not PresentationConcept { IsModifier: false } concept
                || mention.Is(Assertion.NotFactual) || mention.Episode != Episode.Present || mention.FirstToken > operated
                || course.SentenceOf(mention).Section is SectionKind.Title or SectionKind.Caption or SectionKind.Operation or SectionKind.Pathology)
            {
                continue;
            }

            if (mention.Sentence != sentence)
            {
                (sentence, tissue) = (mention.Sentence, FirstOfTissue(course, mention.Sentence));
            }

            if (IsKnown(features, concept.Term) || IsBackground(course, mention) || IsOfTissue(course, mention, tissue) || (FeltMass.IsMass(concept.Term) && !FeltMass.Is(course, mention, _words, ref wordOfMass)))
            {
                continue;
            }

            // what comes under treatment, unless the patient comes again for it
            if (hasCome && mention.Sentence > treated && !course.Once(mention.Sentence, ComesAgain))
            {
                continue;
            }

            hasCome |= mention.Sentence <= treated;

            features.Add(new PresentingFeature { Term = concept.Term, Modifiers = ModifiersOf(course, mention), Confidence = 0.85, Evidence = evidence.Of(mention) });
        }

        return features;
    }

    private static IReadOnlyList<string> ModifiersOf(ClinicalCourse course, PlacedMention symptom)
    {
        List<string>? modifiers = null;
        foreach (ref readonly var other in course.MentionsNear(symptom.Sentence, MentionKind.Presentation, symptom.FirstToken - ModifierReach, symptom.FirstToken))
        {
            var isBefore = symptom.FirstToken - other.EndToken is >= 0 and <= ModifierReach;
            if (isBefore && other.Concept is PresentationConcept { IsModifier: true } modifier && modifiers?.Contains(modifier.Term) is not true)
            {
                (modifiers ??= []).Add(modifier.Term);
            }
        }

        return modifiers ?? (IReadOnlyList<string>)[];
    }

    private static bool IsKnown(List<PresentingFeature> features, string term)
    {
        foreach (var feature in features)
        {
            if (feature.Term == term)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"treated for hypertension, presented with": what the patient has had, told before how the patient came.</summary>
    private bool IsBackground(ClinicalCourse course, PlacedMention mention)
    {
        var first = course.SentenceOf(mention).FirstToken;
        for (var index = mention.FirstToken - 1; index > Math.Max(first, mention.FirstToken - BackgroundReach); index--)
        {
            if (course.Document.TextOf(index) is not ("for" or "of"))
            {
                continue;
            }

            if (course.Has(mention.Sentence, index, mention.FirstToken, MentionKind.Plot, "present"))
            {
                return false;
            }

            if (IsBackgroundAt(course, mention, Math.Max(first, index - 2), index) is { } isBackground)
            {
                return isBackground;
            }
        }

        return false;
    }

    /// <summary>Whether "treated" or "a long history" stands before "for" or "of"; <see langword="null"/> where neither word does.</summary>
    private bool? IsBackgroundAt(ClinicalCourse course, PlacedMention mention, int from, int link)
    {
        for (var index = link - 1; index >= from; index--)
        {
            if (_words.Is(course.Document.TokenArray[index].Word, PresentationWord.Treated))
            {
                return true;
            }

            if (course.Document.TextOf(index) is "history")
            {
                return IsLong(course, mention.Sentence, index) && ComesBehind(course, mention);
            }
        }

        return null;
    }

    /// <summary>"a six-year history of": of years, and not what the patient comes for.</summary>
    private static bool IsLong(ClinicalCourse course, int sentence, int history)
    {
        foreach (ref readonly var mention in course.MentionsNear(sentence, MentionKind.Interval, history - 3, history + 1))
        {
            if (mention.EndToken >= history - 1 && mention.FirstToken <= history + 1)
            {
                return mention.Concept is IntervalConcept { Months: >= LongMonths };
            }
        }

        return false;
    }

    /// <summary>Whether the sentence tells behind a mention how the patient came, and with what else, and not before it.</summary>
    private static bool ComesBehind(ClinicalCourse course, PlacedMention mention)
    {
        var came = int.MaxValue;
        foreach (ref readonly var plot in course.MentionsOf(mention.Sentence, MentionKind.Plot))
        {
            if (plot.Value == "present" && !AuthorsVoice.Tells(course, plot))
            {
                came = Math.Min(came, plot.FirstToken);
            }
        }

        if (came < mention.EndToken || came == int.MaxValue)
        {
            return false;
        }

        foreach (ref readonly var other in course.MentionsOf(mention.Sentence, MentionKind.Presentation))
        {
            if (other.FirstToken > came && other.Concept is PresentationConcept { IsModifier: false })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"presented with", "complained of"; what the patient "developed" can be an effect of the treatment.</summary>
    private static bool ComesAgain(ClinicalCourse course, int sentence)
    {
        foreach (ref readonly var plot in course.MentionsOf(sentence, MentionKind.Plot))
        {
            if (plot.Value == "present" && !course.Document.TextOf(plot.EndToken - 1).StartsWith("develop", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"microscopically there was ulceration": a finding of the pathologist.</summary>
    private static bool IsOfTissue(ClinicalCourse course, PlacedMention mention, int tissue) =>
        tissue >= 0 && tissue < mention.FirstToken && !course.Has(mention.Sentence, tissue, mention.FirstToken, MentionKind.Plot, "present");

    private int FirstOfTissue(ClinicalCourse course, int sentence)
    {
        var bounds = course.Document.SentenceArray[sentence];
        var tokens = course.Document.TokenArray;
        for (var index = bounds.FirstToken; index < bounds.EndToken; index++)
        {
            if (_words.Is(tokens[index].Word, PresentationWord.Tissue))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The sentence of the first drug or ray of the present course; what is told behind it came under treatment.</summary>
    private static int FirstTreatment(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Adjuvant))
        {
            if (mention.Episode == Episode.Present && !mention.Is(Assertion.NotFactual | Assertion.Historical | Assertion.PastPerfect)
                && course.SentenceOf(mention).Section is not (SectionKind.Title or SectionKind.Abstract))
            {
                return mention.Sentence;
            }
        }

        return int.MaxValue;
    }

    /// <summary>Complaints behind the first operation are complications or outcome.</summary>
    private static int FirstOperation(ClinicalCourse course)
    {
        foreach (ref readonly var mention in course.Of(MentionKind.Procedure))
        {
            if (mention is { Episode: Episode.Present, Concept: ProcedureConcept { Use: ProcedureUse.Plain } } && !mention.Is(Assertion.NotFactual)
                && course.SentenceOf(mention).Section is not (SectionKind.Title or SectionKind.Abstract))
            {
                return course.SentenceOf(mention).EndToken;
            }
        }

        return int.MaxValue;
    }
}
