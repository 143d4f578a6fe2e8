using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Course;

/// <summary>Reads the ages of a story: "hysterectomy at the age of 37" of a patient who is 50 dates its clause back by the difference, and "At the age of 65 he presented" of one introduced at 62 moves the clock on.</summary>
internal sealed class StoryAges
{
    /// <summary>Ages that differ by less may be one, told in full years and in months.</summary>
    private const double Same = 0.9;

    private double? _age;

    public void Read(StoryLine line, int first, Sentence bounds, ReadOnlySpan<Mention> mentions)
    {
        foreach (ref readonly var mention in mentions)
        {
            if (mention is not { Kind: MentionKind.Age, Concept: AgeConcept age } || (mention.Assertion & Assertion.NotPatient) != 0)
            {
                continue;
            }

            if (_age is null)
            {
                _age = age.Years;
            }
            else if (age.Years < _age - Same)
            {
                line.DateClause(first, bounds, mention, (_age.Value - age.Years) * 12);
            }
            else if (age.Years > _age + Same && IsOfReturn(mentions, mention))
            {
                // "At the age of 65 he presented with …" of a patient introduced at 62
                line.MoveOn(first, bounds, mention, (age.Years - _age.Value) * 12);
                _age = age.Years;
            }
        }
    }

    /// <summary>Whether a sentence tells behind an age how the patient came.</summary>
    private static bool IsOfReturn(ReadOnlySpan<Mention> mentions, Mention age)
    {
        foreach (var mention in mentions)
        {
            if (mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" or "recur" } } && mention.FirstToken > age.FirstToken)
            {
                return true;
            }
        }

        return false;
    }
}
