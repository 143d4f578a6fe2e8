using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>
/// Chooses the age at the presentation of the index lesion. An age at an earlier event counts only as a sum with the interval that the story
/// gives ("a 47-year-old underwent X; ten years later …" is 57).
/// </summary>
internal sealed class AgeExtractor
{
    private readonly AgeOfEvent _events;
    private readonly AgeWeigher _weigher;

    public AgeExtractor(Vocabulary.Builder vocabulary)
    {
        _events = new AgeOfEvent(vocabulary);
        _weigher = new AgeWeigher(_events);
    }

    /// <param name="course">The story.</param>
    /// <param name="lesion">The index lesion, when the report tells its first course: it has neither spread nor come back, and no operation is earlier; else <see cref="IndexLesion.None"/>.</param>
    /// <param name="isMetastasis">Whether the report is told for a metastasis.</param>
    /// <param name="evidence">Makes the evidence.</param>
    public Schema.Age? Extract(ClinicalCourse course, IndexLesion lesion, bool isMetastasis, EvidenceFactory evidence)
    {
        PlacedMention? best = null;
        var bestScore = double.NegativeInfinity;
        var isFirst = true;
        foreach (ref readonly var mention in course.Of(MentionKind.Age))
        {
            if (mention.Is(Assertion.NotPatient))
            {
                continue;
            }

            var score = _weigher.Weigh(course, mention, isFirst, features: null);
            isFirst &= course.SentenceOf(mention).Section == SectionKind.Title;
            if (score > bestScore)
            {
                best = mention;
                bestScore = score;
            }
        }

        if (best is not { } chosen || bestScore < -2)
        {
            return null;
        }

        chosen = AtPresentation(course, chosen) ?? chosen;
        var atDiagnosis = AtDiagnosis(course, lesion, chosen);
        chosen = atDiagnosis ?? chosen;
        var age = (AgeConcept)chosen.Concept;
        var value = age.Value;
        var confidence = bestScore >= 3 ? 0.98 : bestScore >= 1 ? 0.93 : 0.75;
        if (atDiagnosis is null && chosen.Episode == Episode.Earlier && _events.IsEarlier(course, chosen, isMetastasis))
        {
            // an act of the past at that age: the sum where the story gives whole years, the same age within half a year, else nothing
            if (age.Unit != TimeUnit.Year || chosen.MonthsBefore is not { } months || months is >= 6 and < 12)
            {
                return null;
            }

            value = months < 12 ? value : Math.Round(value + (months / 12), 2, MidpointRounding.AwayFromZero);
            confidence = 0.7;
        }

        return new Schema.Age
        {
            Value = value,
            Unit = NameOf(age.Unit),
            Years = Math.Round(value / age.Unit.PerYear(), 2, MidpointRounding.AwayFromZero),
            Approximate = age.IsApproximate,
            Confidence = confidence,
            Evidence = evidence.Of(chosen),
        };
    }

    /// <summary>The ages that were weighed, in text order.</summary>
    public IReadOnlyList<WeighedAge> Explain(ClinicalCourse course)
    {
        var ages = new List<WeighedAge>();
        var isFirst = true;
        foreach (ref readonly var mention in course.Of(MentionKind.Age))
        {
            if (!mention.Is(Assertion.NotPatient))
            {
                var features = new List<WeighedFeature>();
                _weigher.Weigh(course, mention, isFirst, features);
                isFirst &= course.SentenceOf(mention).Section == SectionKind.Title;
                ages.Add(new WeighedAge(mention, features));
            }
        }

        return ages;
    }

    /// <summary>"A 71-year-old man was treated for … In 2012, aged 80, he developed back pain": the age told with how the patient came outdoes one told before.</summary>
    private static PlacedMention? AtPresentation(ClinicalCourse course, PlacedMention chosen)
    {
        if (chosen.Placement != Placement.BeforePresentation)
        {
            return null;
        }

        foreach (ref readonly var mention in course.Of(MentionKind.Age))
        {
            if (mention is { Placement: Placement.Told } && mention.FirstToken > chosen.FirstToken && ((AgeConcept)mention.Concept).Years > ((AgeConcept)chosen.Concept).Years
                && !mention.Is(Assertion.NotPatient | Assertion.Historical) && !course.Has(mention.Sentence, MentionKind.Person, "relative") && course.Has(mention.Sentence, MentionKind.Plot, "present"))
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>
    /// "A 6-year-old boy came with a blocked shunt. He had been diagnosed at the age of three months with an ependymoma": where the index lesion is first named
    /// with the age at which it was found, that is the age at its presentation.
    /// </summary>
    private PlacedMention? AtDiagnosis(ClinicalCourse course, IndexLesion lesion, PlacedMention chosen)
    {
        if (lesion.Mentions.Count == 0)
        {
            return null;
        }

        var sentence = lesion.Mentions[0].Sentence;
        foreach (ref readonly var mention in course.Of(MentionKind.Age))
        {
            if (mention.Sentence == sentence && mention.FirstToken > chosen.FirstToken && ((AgeConcept)mention.Concept).Years < ((AgeConcept)chosen.Concept).Years
                && !mention.Is(Assertion.NotPatient) && _events.IsCalled(course, mention) && course.Has(sentence, MentionKind.Plot, "treated"))
            {
                return mention;
            }
        }

        return null;
    }

    private static string NameOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Year => "year",
        TimeUnit.Month => "month",
        TimeUnit.Week => "week",
        _ => "day",
    };
}
