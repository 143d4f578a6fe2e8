using System.Runtime.InteropServices;
using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Course;

/// <summary>Reads the intervals and dates of a story: "nine months later" moves the clock on, "two years ago" dates its clause back, "at the 6-month follow-up" tells observation.</summary>
internal sealed class StoryIntervals(StoryLine line)
{
    /// <summary>So many sentences behind one that is dated back "seven years later" may still count from there.</summary>
    private const int Continuation = 3;

    /// <summary>From so many months on a first visit that is dated back is an earlier course.</summary>
    private const double Long = 12;

    /// <summary>"five days later" counts from an operation and not from what was years ago: the share of the time back that it must at least be.</summary>
    private const int Fraction = 50;

    private readonly StoryDates _dates = new();
    private double _dated;
    private int _datedIn;

    /// <summary>How long ago the story opens, in months: "presented five years back with"; 0 where it opens now.</summary>
    public double CameBefore { get; private set; }

    /// <param name="first">The line's first mention of the sentence.</param>
    /// <param name="bounds">The sentence.</param>
    /// <param name="mentions">Its mentions.</param>
    /// <param name="index">The one among them that is the interval.</param>
    /// <param name="interval">What it says.</param>
    /// <param name="hasOpened">Whether a sentence before has told how the patient came.</param>
    public void Read(int first, Sentence bounds, ReadOnlySpan<Mention> mentions, int index, IntervalConcept interval, bool hasOpened)
    {
        var mention = mentions[index];
        if (interval.Relation == IntervalRelation.Later && _dated > 0 && interval.Months <= _dated && interval.Months * Fraction >= _dated && mention.Sentence - _datedIn <= Continuation)
        {
            // "Ten years previously, X. About 7 years later, …": counted from the earlier event, not from now
            line.DateClause(first, bounds, mention, _dated - interval.Months);
            _dated -= interval.Months;
            _datedIn = mention.Sentence;
            return;
        }

        switch (interval.Relation)
        {
            case IntervalRelation.Later:
                line.MoveOn(first, bounds, mention, interval.Months);
                break;
            // "with regular 6-month follow-up": how often, not when
            case IntervalRelation.FollowUp when mention.FirstToken > bounds.FirstToken && line.Document.TextOf(mention.FirstToken - 1) is "regular" or "every" or "each":
                break;
            case IntervalRelation.FollowUp:
                line.MoveOn(first, bounds, mention, interval.Months);
                line.MarkFollowUp(first, mention.FirstToken);
                break;
            case IntervalRelation.After:
                TimeAfter.Read(line, first, bounds, mentions, index, interval.Months);
                break;
            case IntervalRelation.Date:
                _dates.Read(line, first, bounds, mention, interval);
                break;
            // "denosumab for four months before curettage": how long, not how long ago
            case IntervalRelation.Before when mention.FirstToken > bounds.FirstToken && mention.EndToken < bounds.EndToken && line.Document.TextOf(mention.FirstToken - 1) is "for"
                && line.Document.TextOf(mention.EndToken - 1) is "before" && line.Document.FirstCharacterOf(mention.EndToken) is not ('.' or ',' or ';'):
                break;
            case IntervalRelation.Before:
                line.DateClause(first, bounds, mention, interval.Months);
                (_dated, _datedIn) = (interval.Months, mention.Sentence);
                CameBefore = !hasOpened && interval.Months >= Long && IsWhollyDated(first) ? interval.Months : CameBefore;
                break;
        }
    }

    /// <summary>"A woman presented five years back with a lump": the sentence so far tells how the patient came, and all that is dated back.</summary>
    private bool IsWhollyDated(int first)
    {
        var comes = false;
        foreach (ref readonly var placed in CollectionsMarshal.AsSpan(line.Mentions)[first..])
        {
            if (placed is { Kind: MentionKind.Plot, Mention.Concept: ValueConcept { Value: "present" } } && !placed.Is(Assertion.NotPatient))
            {
                if (placed.Before is null || OpeningSentence.IsLandmark(line.Document, placed.FirstToken))
                {
                    return false;
                }

                comes = true;
            }
        }

        return comes;
    }
}
