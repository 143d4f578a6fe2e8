using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Course;
using CaseExtract.Text.Sections;

namespace CaseExtract.Fields;

/// <summary>What is told after the treatment of the present course: behind the first operation or other treatment, or in the follow-up.</summary>
internal sealed class Aftermath
{
    private readonly ClinicalCourse _course;
    private readonly int _treated;
    private readonly int _lastSentence = -1;

    public Aftermath(ClinicalCourse course)
    {
        _course = course;
        _treated = int.MaxValue;
        foreach (ref readonly var mention in course.Mentions)
        {
            if (mention.Episode is Episode.Present or Episode.FollowUp && IsTreatment(mention) && !mention.Is(Assertion.NotFactual)
                && course.SentenceOf(mention).Section is not (SectionKind.Title or SectionKind.Caption))
            {
                _treated = Math.Min(_treated, mention.EndToken);
                _lastSentence = mention.Sentence;
            }
        }
    }

    /// <summary>Whether the story tells of any treatment in the present course.</summary>
    public bool HasTreatment => _treated != int.MaxValue;

    /// <summary>Whether a mention is told after the treatment.</summary>
    public bool Holds(PlacedMention mention) => !_course.Once(mention.Sentence, IsOfOthers)
        && (mention.Episode == Episode.FollowUp || (mention.Episode == Episode.Present && (IsBehind(mention) || IsFollowUp(mention))));

    /// <summary>Whether a mention stands behind the treatment, whatever its episode.</summary>
    public bool IsBehind(PlacedMention mention) => mention.FirstToken >= _treated;

    /// <summary>Whether a mention is told behind all treatment, in a later sentence than the last.</summary>
    public bool IsBehindAll(PlacedMention mention) => mention.Sentence > _lastSentence;

    /// <summary>Whether a sentence speaks of patients and of no one patient: "the median survival of the 30 patients".</summary>
    public static bool IsOfOthers(ClinicalCourse course, int sentence)
    {
        var hasOthers = false;
        foreach (ref readonly var mention in course.MentionsOf(sentence, MentionKind.Person))
        {
            if (mention.Value is "patient" or "our-patient" or "male-pronoun" or "female-pronoun" or "male-noun" or "female-noun")
            {
                // "except for one patient who died" is one of many
                if (mention.FirstToken > 0 && course.Document.TextOf(mention.FirstToken - 1) is "one" or "another")
                {
                    continue;
                }

                return false;
            }

            hasOthers |= mention.Value == "patients";
        }

        return hasOthers;
    }

    /// <summary>Any operation, also one that is only implied ("the resected mass"); a biopsy treats nothing.</summary>
    private static bool IsTreatment(PlacedMention mention) => mention switch
    {
        { Kind: MentionKind.Procedure, Concept: ProcedureConcept { Term: not "biopsy", Use: not (ProcedureUse.Unrelated or ProcedureUse.Benign) } } => true,
        { Kind: MentionKind.Adjuvant } => true,
        { Kind: MentionKind.Extent } => mention.Value == "act",
        _ => false,
    };

    /// <summary>Whether the sentence itself says that time has passed since the treatment.</summary>
    private bool IsFollowUp(PlacedMention mention) =>
        _course.SentenceOf(mention).Section == SectionKind.FollowUp
        || _course.Has(mention.Sentence, MentionKind.Phase, "follow-up") || _course.Has(mention.Sentence, MentionKind.Phase, "postoperative")
        || _course.Once(mention.Sentence, HasObservation);

    /// <summary>"at 12 months follow-up".</summary>
    private static bool HasObservation(ClinicalCourse course, int sentence)
    {
        foreach (ref readonly var mention in course.MentionsOf(sentence, MentionKind.Interval))
        {
            if (mention is { Concept: IntervalConcept { Relation: IntervalRelation.FollowUp } })
            {
                return true;
            }
        }

        return false;
    }
}
