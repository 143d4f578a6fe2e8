using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Course;

/// <summary>What "two years after" does to a story: it dates back what stands behind it, moves the clock on, or tells observation.</summary>
internal static class TimeAfter
{
    /// <summary>So far behind "two years after" an act may stand, and where an event is told behind it with a verb, before the comma.</summary>
    private const int ActReach = 6, EventLength = 16;

    /// <summary>
    /// "two years after mastectomy": opening a sentence it moves the clock on; otherwise it dates back an operation that was not told before,
    /// moves the clock on if the patient comes again or the disease returns, and else is observation.
    /// </summary>
    public static void Read(StoryLine line, int first, Sentence bounds, ReadOnlySpan<Mention> mentions, int index, double months)
    {
        var interval = mentions[index];
        if (interval.FirstToken > bounds.FirstToken && line.Document.TextOf(interval.FirstToken - 1) is "for")
        {
            // "chemotherapy for 41 months following lobectomy": how long, not how long ago
            return;
        }

        var isOpening = interval.FirstToken <= bounds.FirstToken + 3;
        var act = index + 1;
        while (act < mentions.Length && mentions[act].Kind is not MentionKind.Procedure)
        {
            act++;
        }

        // "ten years after having lost his kidney to a hypernephroma (nephrectomy), …": an event of its own may be told at length
        var hasAct = act < mentions.Length && mentions[act].FirstToken - interval.EndToken <= (isOpening && TellsEvent(line, interval.EndToken, bounds.EndToken) ? EventLength : ActReach) && !Clauses.HasMark(line.Document, interval.EndToken, mentions[act].FirstToken);
        // "she is free of disease twenty-two months after nephrectomy": observation of what was done in this course
        if (hasAct && !IsObserved(mentions) && !line.IsTold(interval.FirstToken, (ProcedureConcept)mentions[act].Concept))
        {
            line.Date(first, months, mentions[act].FirstToken, line.Clauses.EndOf(bounds, mentions[act].EndToken));
            return;
        }

        bool isNews = false, isNewsAhead = false;
        foreach (var mention in mentions)
        {
            var tellsNews = (mention.Assertion & (Assertion.Negated | Assertion.NotPatient)) == 0
                && (mention is { Kind: MentionKind.Plot, Concept: ValueConcept { Value: "present" or "recur" } } || mention is { Kind: MentionKind.Spread, Concept: ValueConcept { Value: "metastasis" or "recurrence" } });
            isNews |= tellsNews;
            isNewsAhead |= tellsNews && mention.EndToken <= interval.FirstToken;
            if (!isOpening && mention.FirstToken >= interval.EndToken && (mention.Assertion & Assertion.PastPerfect) != 0)
            {
                // "osteosarcoma 10 years after he had been diagnosed with …"
                line.Date(first, months, interval.EndToken, bounds.EndToken);
                return;
            }
        }

        if (!isOpening && isNewsAhead && months >= 12 && TellsEvent(line, interval.EndToken, bounds.EndToken))
        {
            // "presented with a mass in the groin 21 years after being treated for …": the patient comes now, what stands behind is long ago
            if (first > 0)
            {
                line.MoveOn(first, bounds, interval, months, isClauseMoved: true);
            }

            line.Date(first, months, interval.EndToken, bounds.EndToken);
            return;
        }

        // "a brain metastasis eleven years after ovarian cancer": the cancer is dated back, the metastasis is not
        var disease = DatedDisease.Find(line, mentions, index);
        if (disease >= 0 && !IsObserved(mentions))
        {
            line.Date(first, months, interval.EndToken, DatedDisease.EndOf(line, bounds, mentions[disease]));
            if (!isOpening)
            {
                return;
            }
        }

        if (isOpening || isNews)
        {
            line.MoveOn(first, bounds, interval, months);
        }

        line.MarkFollowUp(first, interval.FirstToken);
    }

    /// <summary>Whether an earlier event stands right behind "two years after": "being treated for", "her first diagnosis of".</summary>
    private static bool TellsEvent(StoryLine line, int token, int end)
    {
        while (token < end && line.Document.TextOf(token) is "the" or "his" or "her" or "an" or "a" or "initial" or "first" or "original" or "primary" or "successful" or "definitive")
        {
            token++;
        }

        return token < end && line.Document.TextOf(token) is "being" or "having" or "diagnosis" or "treatment" or "undergoing" or "receiving" or "completing" or "completion";
    }

    /// <summary>Whether a sentence tells what became of the patient.</summary>
    private static bool IsObserved(ReadOnlySpan<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (mention is { Kind: MentionKind.Outcome, Concept: ValueConcept { Value: "disease-free" or "alive" or "well" } })
            {
                return true;
            }
        }

        return false;
    }
}
