using System.Runtime.InteropServices;
using CaseExtract.Annotation.Context;
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
    private bool _isHistory;

    /// <summary>Reads a sentence.</summary>
    /// <param name="line">The line; its last mentions are those of the sentence.</param>
    /// <param name="first">Index of the sentence's first mention on the line, or of none where it names neither act nor tumour.</param>
    /// <param name="mentions">The mentions of the sentence.</param>
    public void Read(StoryLine line, int first, ReadOnlySpan<Mention> mentions)
    {
        double? before = null;
        bool isHistory = false, isNew = false;
        var told = CollectionsMarshal.AsSpan(line.Mentions)[first..];
        foreach (ref readonly var placed in told)
        {
            before = placed.IsAct && placed.Before is { } own ? own : before;
            if ((placed.IsAct || placed.Kind == MentionKind.Tumour) && !placed.Is(Assertion.NotFactual))
            {
                // "His medical history included carcinoma of the nasopharynx. He received radiotherapy.", but not "adenocarcinoma, in keeping with the known carcinoma"
                isHistory |= placed.Is(Assertion.Historical);
                isNew |= !placed.Is(Assertion.Historical);
            }
        }

        isHistory &= !isNew;

        if (before is null && (_before is not null || _isHistory) && !HasNews(mentions))
        {
            before = _before;
            isHistory |= _isHistory;
            foreach (ref var placed in told)
            {
                if (placed.Kind == MentionKind.Adjuvant)
                {
                    placed = placed with { Before = before, Continued = placed.Continued | (_isHistory ? Assertion.Historical : 0) };
                }
            }
        }

        _before = before;
        _isHistory = isHistory && !HasReturn(mentions);
    }

    /// <summary>Whether a sentence that tells of history also tells how the patient came: "a man with a history of melanoma presented with …".</summary>
    private static bool HasReturn(ReadOnlySpan<Mention> mentions)
    {
        foreach (ref readonly var mention in mentions)
        {
            if (mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" or "here" or "recur" or "final" } } || mention.Kind == MentionKind.Age)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a sentence tells of more than drugs and rays: that the patient comes or is operated on, that something is found, that time passes.</summary>
    private static bool HasNews(ReadOnlySpan<Mention> mentions)
    {
        foreach (ref readonly var mention in mentions)
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
