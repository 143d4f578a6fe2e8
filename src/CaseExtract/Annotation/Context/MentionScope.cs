using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>Where the scope of a mention begins: what stands before it says nothing of the mention.</summary>
/// <param name="From">Its first token.</param>
/// <param name="Denial">Where it begins for those cues that deny.</param>
/// <param name="Clause">Where the clause begins, which alone bounds those cues that say whose it is.</param>
internal readonly record struct MentionScope(int From, int Denial, int Clause)
{
    /// <summary>What ends before it reaches the mention as no cue does.</summary>
    public int First => Math.Min(From, Clause);

    /// <summary>Where the scope begins that a mention stands in.</summary>
    public static MentionScope Of(SentenceCues cues, in Mention target)
    {
        int from = cues.Start, clause = cues.Start;
        var marks = cues.Marks;
        // from the nearest on: behind the first clause that is met there is nothing to be found out
        for (var index = cues.HasEnd ? CueMark.FirstFrom(marks, target.FirstToken + 1) - 1 : -1; index >= 0 && clause == cues.Start && (cues.HasClause || from == cues.Start); index--)
        {
            ref readonly var mark = ref marks[index];
            if (!mark.EndsScope)
            {
                continue;
            }

            // a mention that opens with one ("no fever, [presented: …]", "lack of weakness, [retained reflexes]") stands behind it
            var end = mark.End > target.FirstToken ? mark.First : mark.End;
            if (end <= (mark.Role == CueRole.Clause ? clause : from))
            {
                continue;
            }

            // "did not reveal", "not due to": what is denied itself ends no denial
            if (mark.Role == CueRole.Terminator && (IsDeniedAt(cues, index) || SharedSubject.IsDenied(cues, index)))
            {
                continue;
            }

            from = Math.Max(from, end);
            clause = mark.Role == CueRole.Clause ? end : clause;
        }

        if (cues.MayOpenClause)
        {
            from = Math.Max(from, OpeningClause.EndOf(cues.Document, cues.Start, target.FirstToken, isDenial: false));
        }

        from = cues.HasLoneDash ? ClauseBounds.LastDash(cues.Document, from, target.FirstToken) : from;
        var denial = cues.MayOpenClause ? Math.Max(from, OpeningClause.EndOf(cues.Document, cues.Start, target.FirstToken, isDenial: true)) : from;
        return new MentionScope(from, denial, clause);
    }

    /// <summary>What a denial ends with that reaches the verb behind it.</summary>
    private const FunctionWord Denying = FunctionWord.VerbNegator | FunctionWord.NegativeDeterminer | FunctionWord.NegativePreposition | FunctionWord.NegativePronoun | FunctionWord.NegativeAlternative;

    /// <summary>Whether a denial ends where a cue starts, or before "any": "did not", "had not any".</summary>
    private static bool IsDeniedAt(SentenceCues cues, int index)
    {
        var document = cues.Document;
        var marks = cues.Marks;
        var start = marks[index].First;
        start -= start > 0 && document.TextOf(start - 1) is "any" ? 1 : 0;
        for (var before = index - 1; before >= 0 && marks[before].End >= start; before--)
        {
            if (marks[before] is { Role: CueRole.Negated, Direction: CueDirection.Forward } denial && denial.End == start && denial.First < start
                && document.IsInAnyCase(start - 1, Denying | FunctionWord.Directive))
            {
                return true;
            }
        }

        return false;
    }
}
