using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Course;

/// <summary>
/// A past perfect that looks back from an act of the same story and not from its beginning: "after the tumor had been resected, the spine was fused", "postoperative MRI confirmed that it had
/// been removed".
/// </summary>
internal static class PastPerfectClause
{
    /// <summary>Whether what a mention tells in the past perfect is of the same course as the act of its sentence.</summary>
    /// <param name="document">What is told.</param>
    /// <param name="mentions">All mentions of the line.</param>
    /// <param name="index">Index of the mention.</param>
    public static bool IsOfOneCourse(Document document, ReadOnlySpan<TimedMention> mentions, int index)
    {
        ref readonly var told = ref mentions[index];
        var sentence = document.SentenceArray[told.Mention.Sentence];
        var first = index;
        while (first > 0 && mentions[first - 1].Mention.Sentence == told.Mention.Sentence)
        {
            first--;
        }

        var opener = Opener(document, sentence, told.FirstToken);
        for (var other = first; other < mentions.Length && mentions[other].Mention.Sentence == told.Mention.Sentence; other++)
        {
            ref readonly var mention = ref mentions[other];
            if (mention.Before is not null)
            {
                return false;
            }

            if (mention is { Kind: MentionKind.Phase, Mention.Concept: ValueConcept { Value: "postoperative" } } && HasTest(mentions, other))
            {
                return true;
            }

            // "laminectomy was performed after she had undergone mastectomy" looks back further
            if (opener >= 0 && mention.Kind == MentionKind.Procedure && !mention.Is(Assertion.PastPerfect | Assertion.Historical | Assertion.NotFactual)
                && told.Mention.Concept is not ProcedureConcept { Organ: not null }
                && (mention.EndToken <= opener || Clauses.HasMark(document, told.EndToken, mention.FirstToken)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"[after] the chondrosarcoma had been resected": the word of time that opens the clause of a token, or -1.</summary>
    private static int Opener(Document document, Sentence sentence, int token)
    {
        for (var index = token - 1; index >= sentence.FirstToken && !Clauses.HasMark(document, index, index + 1); index--)
        {
            if (document.TextOf(index) is "after" or "After" or "once" or "Once" or "when" or "When" or "until" or "before" or "Before")
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>"[postoperative] MRI", "CT on postoperative day 3": what it shows was done by the operation.</summary>
    private static bool HasTest(ReadOnlySpan<TimedMention> mentions, int phase)
    {
        for (var index = Math.Max(0, phase - 3); index < Math.Min(mentions.Length, phase + 4); index++)
        {
            if (mentions[index].Kind == MentionKind.Test && mentions[index].Mention.Sentence == mentions[phase].Mention.Sentence)
            {
                return true;
            }
        }

        return false;
    }
}
