using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>What is told after the treatment of the present course: behind the first operation that is no biopsy, or the first other treatment, or in the follow-up.</summary>
internal sealed class Aftermath
{
    private readonly ClinicalCourse _course;
    private readonly int _treated;

    /// <param name="course">The story.</param>
    /// <param name="operations">The operations of the present course.</param>
    public Aftermath(ClinicalCourse course, IReadOnlyList<Operation> operations)
    {
        _course = course;
        _treated = int.MaxValue;
        foreach (var operation in operations)
        {
            if (!operation.IsEarlier && operation.Term != "biopsy" && course.SentenceOf(operation.Mention).Section is not (SectionKind.Title or SectionKind.Caption))
            {
                _treated = Math.Min(_treated, operation.Mention.EndToken);
            }
        }

        foreach (var mention in course.Mentions)
        {
            if (mention.FirstToken >= _treated)
            {
                break;
            }

            if (mention is { Kind: MentionKind.Adjuvant, Episode: Episode.Present or Episode.FollowUp } && !mention.Is(Assertion.NotFactual) && course.SentenceOf(mention).Section is not (SectionKind.Title or SectionKind.Caption))
            {
                _treated = mention.EndToken;
                break;
            }
        }
    }

    /// <summary>Whether the story tells of any treatment in the present course.</summary>
    public bool HasTreatment => _treated != int.MaxValue;

    /// <summary>Whether a mention is told after the treatment.</summary>
    public bool Holds(PlacedMention mention) => !IsOfOthers(_course, mention.Sentence)
        && (mention.Episode == Episode.FollowUp || (mention.Episode == Episode.Present && (IsBehind(mention) || IsFollowUp(mention))));

    /// <summary>Whether a mention stands behind the treatment, whatever its episode.</summary>
    public bool IsBehind(PlacedMention mention) => mention.FirstToken >= _treated;

    /// <summary>Whether a sentence speaks of patients and of no one patient: "the median survival of the 30 patients".</summary>
    public static bool IsOfOthers(ClinicalCourse course, int sentence)
    {
        var hasOthers = false;
        foreach (var mention in course.MentionsOf(sentence))
        {
            if (mention.Kind != MentionKind.Person)
            {
                continue;
            }

            if (mention.Value is "patient" or "our-patient" or "male-pronoun" or "female-pronoun" or "male-noun" or "female-noun")
            {
                return false;
            }

            hasOthers |= mention.Value == "patients";
        }

        return hasOthers;
    }

    /// <summary>Whether the sentence itself says that time has passed since the treatment.</summary>
    private bool IsFollowUp(PlacedMention mention) =>
        _course.SentenceOf(mention).Section == SectionKind.FollowUp
        || _course.Has(mention.Sentence, MentionKind.Phase, "follow-up") || _course.Has(mention.Sentence, MentionKind.Phase, "postoperative");
}
