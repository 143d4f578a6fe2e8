using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;

namespace CaseExtract.Course;

/// <summary>
/// "Seven years ago she underwent lumpectomy. She received chemotherapy and tamoxifen. She now …": a sentence that tells of drugs or rays only goes on where the one
/// before it, dated back, left off.
/// </summary>
internal sealed class DatedPassage
{
    private double? _before;

    public void Read(StoryLine line, int first, ReadOnlySpan<Mention> mentions)
    {
        double? before = null;
        for (var index = first; index < line.Mentions.Count; index++)
        {
            before = line.Mentions[index].IsAct && line.Mentions[index].Before is { } own ? own : before;
        }

        if (before is null && _before is not null && !HasNews(mentions))
        {
            before = _before;
            for (var index = first; index < line.Mentions.Count; index++)
            {
                if (line.Mentions[index].Kind == MentionKind.Adjuvant)
                {
                    line.Mentions[index] = line.Mentions[index] with { Before = before };
                }
            }
        }

        _before = before;
    }

    /// <summary>Whether a sentence tells of more than drugs and rays: that the patient comes or is operated on, that something is found, that time passes.</summary>
    private static bool HasNews(ReadOnlySpan<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (mention.Kind is MentionKind.Procedure or MentionKind.Age or MentionKind.Level or MentionKind.Sequence or MentionKind.Signal or MentionKind.Compression or MentionKind.Spread
                || mention is { Kind: MentionKind.Interval, Concept: IntervalConcept { Relation: not IntervalRelation.Duration } }
                || mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: not ("treated" or "history") } })
            {
                return true;
            }
        }

        return false;
    }
}
