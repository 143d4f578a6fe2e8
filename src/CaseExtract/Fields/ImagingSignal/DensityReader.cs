using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Schema;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>Reads density on CT and plain films ("hypodense", "lytic") and uptake in nuclear medicine ("FDG-avid").</summary>
internal sealed class DensityReader(WordRoles<ImagingWord> words)
{
    private readonly Func<ClinicalCourse, int, bool> _namesRadiograph = (course, sentence) => Stands(words, course, sentence, ImagingWord.Radiograph);
    private readonly Func<ClinicalCourse, int, bool> _namesNuclear = (course, sentence) => Stands(words, course, sentence, ImagingWord.Nuclear);

    public void Read(ClinicalCourse course, int sentence, EvidenceFactory evidence, List<FoundSignal> found)
    {
        foreach (ref readonly var mention in course.MentionsOf(sentence))
        {
            if (mention.Kind is not (MentionKind.Density or MentionKind.Uptake) || mention.Value == "not"
                || mention.Is(Assertion.NotPatient | Assertion.Hypothetical) || mention.Episode == Episode.General)
            {
                continue;
            }

            var isEarlier = mention.Episode == Episode.Earlier;
            if (mention.Kind == MentionKind.Density)
            {
                if (!mention.Is(Assertion.Negated))
                {
                    var isFilm = mention.Value is "lytic" or "sclerotic" && course.Once(sentence, _namesRadiograph);
                    found.Add(new FoundSignal(new ImagingSignal { Modality = isFilm ? null : "CT", Kind = "density", Value = mention.Value, Confidence = 0.85, Evidence = evidence.Of(mention) }, isEarlier, IsOfCord: false));
                }
            }
            else if (course.Once(sentence, _namesNuclear) && !OverlapsEnhancement(course, mention))
            {
                var isAbsent = mention.Value == "absent" || mention.Is(Assertion.Negated);
                found.Add(new FoundSignal(new ImagingSignal { Modality = "PET", Kind = "uptake", Value = isAbsent ? "absent" : "present", Confidence = 0.85, Evidence = evidence.Of(mention) }, isEarlier, IsOfCord: false));
            }
        }
    }

    private static bool Stands(WordRoles<ImagingWord> words, ClinicalCourse course, int sentence, ImagingWord role)
    {
        var bounds = course.Document.SentenceArray[sentence];
        return words.Stand(course.Document.TokenArray, bounds.FirstToken, bounds.EndToken, role);
    }

    /// <summary>"uptake of contrast" is enhancement.</summary>
    private static bool OverlapsEnhancement(ClinicalCourse course, PlacedMention uptake)
    {
        foreach (ref readonly var mention in course.MentionsNear(uptake.Sentence, MentionKind.Enhancement, uptake.FirstToken, uptake.EndToken))
        {
            if (mention.Value == "word" && mention.Overlaps(uptake))
            {
                return true;
            }
        }

        return false;
    }
}
