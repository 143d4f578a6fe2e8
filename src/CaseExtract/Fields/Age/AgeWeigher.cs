using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>Weighs an age as that of the patient: who stands beside it, where it is told, and whether it is called that of an event.</summary>
internal sealed class AgeWeigher(AgeOfEvent events)
{
    /// <summary>How far from an age its owner may stand, and "patients", which says that there are many.</summary>
    private const int OwnerReach = 5;
    private const int PatientsReach = 4;

    /// <param name="course">The story.</param>
    /// <param name="mention">The age.</param>
    /// <param name="isFirst">Whether none is told before it, but in the title: the first age of a story is the patient's.</param>
    /// <param name="features">Gets what was weighed, if anybody wants to know.</param>
    public double Weigh(ClinicalCourse course, PlacedMention mention, bool isFirst, List<WeighedFeature>? features)
    {
        var score = course.SentenceOf(mention).Section switch
        {
            SectionKind.Title => Add("age-in-title", -0.5),
            SectionKind.Caption => Add("age-in-caption", -1),
            SectionKind.Discussion => Add("age-in-discussion", -2),
            SectionKind.History => Add("age-in-history", -2),
            _ => 0,
        };
        var isBesideNoun = false;
        foreach (ref readonly var other in course.MentionsNear(mention.Sentence, MentionKind.Person, mention.FirstToken - Math.Max(OwnerReach, PatientsReach), mention.EndToken + Math.Max(OwnerReach, PatientsReach)))
        {
            var distance = other.FirstToken >= mention.EndToken ? other.FirstToken - mention.EndToken : mention.FirstToken - other.EndToken;
            if (!isBesideNoun && other.Value is "female-noun" or "male-noun" or "patient" && distance is >= 0 and <= OwnerReach)
            {
                isBesideNoun = true;
                score += Add("beside-patient", 2);
            }

            if (other.Value == "relative" && other.FirstToken - mention.EndToken is >= 0 and <= 1)
            {
                score += Add("beside-relative", -4);
            }

            // "her 60-year-old brother", "his 5-year-old son"
            if (other.Value is "female-pronoun" or "male-pronoun" && other.EndToken == mention.FirstToken)
            {
                score += Add("behind-pronoun", -2);
            }

            if (other.Value == "patients" && distance is >= 0 and <= PatientsReach)
            {
                score += Add("beside-patients", -3);
            }
        }

        return score + (isFirst ? Add("first-age", 1.5) : 0)
            + (events.IsCalled(course, mention) ? Add("age-of-event", -3) : 0)
            + (mention.Is(Assertion.Historical) ? Add("called-history", -1) : 0);

        double Add(string name, double worth)
        {
            features?.Add(new WeighedFeature(name, 1, worth));
            return worth;
        }
    }
}
