using System.Runtime.InteropServices;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Compartment of the index lesion as stated; several compartments, or "intradural" alone, give none.</summary>
internal sealed class CompartmentExtractor
{
    public Compartment? Extract(ClinicalCourse course, EvidenceFactory evidence) =>
        course.Of(MentionKind.Compartment).IsEmpty ? null : Extract(course, evidence, isEarlier: false) ?? Extract(course, evidence, isEarlier: true);

    /// <summary>What the present course states; what is told of before it serves only where that states none.</summary>
    private static Compartment? Extract(ClinicalCourse course, EvidenceFactory evidence, bool isEarlier)
    {
        var stated = new Dictionary<string, List<PlacedMention>>(StringComparer.Ordinal);
        var hasIntraduralPart = false;
        foreach (ref readonly var mention in course.Of(MentionKind.Compartment))
        {
            if (mention.Value is "not" or "intradural" || mention.Episode == Episode.General || mention.Episode == Episode.Earlier != isEarlier || (isEarlier && mention.Is(Assertion.Historical))
                || (mention.Is(Assertion.NotFactual & ~Assertion.Uncertain) && course.SentenceOf(mention).Section != SectionKind.Title))
            {
                continue;
            }

            if (course.Once(mention.Sentence, IsCranial) || IsOfAnesthesia(course, mention))
            {
                continue;
            }

            if (mention.Value == "intradural-part")
            {
                hasIntraduralPart = true;
                continue;
            }

            if (!stated.TryGetValue(mention.Value, out var mentions))
            {
                stated[mention.Value] = mentions = [];
            }

            mentions.Add(mention);
        }

        // "intradural and extradural parts"
        if (stated.Count == 0 || stated.ContainsKey("several"))
        {
            return null;
        }

        // one clear majority settles it; two named as often are several compartments
        var most = new List<PlacedMention>();
        var second = 0;
        foreach (var mentions in stated.Values)
        {
            if (mentions.Count > most.Count)
            {
                (most, second) = (mentions, most.Count);
            }
            else
            {
                second = Math.Max(second, mentions.Count);
            }
        }

        if (most.Count < second * 2)
        {
            return null;
        }

        // "the intradural part was removed first, then the extradural one"
        if (hasIntraduralPart && most[0].Value == "extradural")
        {
            return null;
        }

        return new Compartment { Value = most[0].Value, Confidence = stated.Count == 1 ? 0.9 : 0.7, Evidence = evidence.Of(CollectionsMarshal.AsSpan(most)) };
    }

    /// <summary>"a puncture to search the epidural space": where the needle goes, and no lesion.</summary>
    private static bool IsOfAnesthesia(ClinicalCourse course, PlacedMention compartment)
    {
        if (compartment.Value != "extradural" || course.Has(compartment.Sentence, MentionKind.Level) || course.Has(compartment.Sentence, MentionKind.LesionWord))
        {
            return false;
        }

        var sentence = course.SentenceOf(compartment);
        for (var index = sentence.FirstToken; index < sentence.EndToken; index++)
        {
            if (course.Document.TextOf(index) is "puncture" or "needle" or "catheter" or "Tuohy" or "anesthesia" or "anaesthesia" or "analgesia" or "resistance" or "injection" or "injected" or "anesthetic" or "anesthesiologist")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"an epidural lesion of the temporal bone": brain or skull in the sentence and nothing of the spine.</summary>
    private static bool IsCranial(ClinicalCourse course, int sentence)
    {
        var isCranial = false;
        foreach (ref readonly var mention in course.MentionsOf(sentence))
        {
            if (mention.Kind == MentionKind.Level || mention is { Kind: MentionKind.Site, Concept: SiteConcept { Kind: SiteKind.Spine } } or { Kind: MentionKind.Site, Concept: SiteConcept { Topography: "C72.0" or "C72.1" or "C70.1" } })
            {
                return false;
            }

            isCranial |= mention is { Kind: MentionKind.Site, Concept: SiteConcept { Topography: ['C', '7', '1', ..] or "C41.0" } };
        }

        return isCranial;
    }
}
