using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Sections;

namespace CaseExtract.Course;

/// <summary>What a story opens with: an operation, a treatment or a diagnosis of the past ("A 50-year-old man underwent nephrectomy"), or complaints and findings.</summary>
internal static class StoryOpening
{
    /// <summary>Whether it is an act. A sentence that announces the case sums it up; the next one opens the story.</summary>
    public static bool IsAct(StoryOutline outline)
    {
        var introduction = Introduction(outline);
        foreach (var sentence in outline.Line.TellingSentences)
        {
            if (sentence >= introduction && IsAct(outline, sentence) is { } isAct)
            {
                return isAct;
            }
        }

        return false;
    }

    /// <summary>Whether a sentence tells an act before it tells how the patient came; null where it only announces the case.</summary>
    private static bool? IsAct(StoryOutline outline, int sentence)
    {
        bool isAct = false, isSummary = false;
        foreach (ref readonly var timed in outline.Mentions[outline.FirstOf(sentence)..outline.FirstOf(sentence + 1)])
        {
            var mention = timed.Mention;
            if ((mention.Assertion & (Assertion.NotPatient | Assertion.Negated)) != 0)
            {
                continue;
            }

            isSummary |= mention is { Kind: MentionKind.Person, Concept: ValueConcept { Value: "our-patient" } };
            if (mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" } } && !isAct)
            {
                return false;
            }

            // what is called history is not what the story starts with
            isAct |= (mention.Assertion & Assertion.Historical) == 0
                && (mention.Kind is MentionKind.Procedure || mention is { Kind: MentionKind.Adjuvant, Concept: AdjuvantConcept { Kinds.Count: > 0 } } || mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "final" or "treated" } });
        }

        return isSummary ? null : isAct;
    }

    /// <summary>The sentence that introduces the patient; one past the last where none does.</summary>
    private static int Introduction(StoryOutline outline)
    {
        foreach (ref readonly var timed in outline.Mentions)
        {
            var mention = timed.Mention;
            var section = outline.Document.SentenceArray[mention.Sentence].Section;
            if (section != SectionKind.Title && !section.IsGeneral() && (mention.Assertion & Assertion.NotPatient) == 0 && mention.Kind is MentionKind.Age or MentionKind.Person)
            {
                return mention.Sentence;
            }
        }

        return outline.Document.SentenceArray.Length;
    }
}
