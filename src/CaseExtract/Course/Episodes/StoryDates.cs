using CaseExtract.Annotation.Context;
using CaseExtract.Annotation.Grammars;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Course;

/// <summary>Reads calendar dates: each later one moves the clock on, an earlier one dates back, and those of a history wait for the first date of the story.</summary>
internal sealed class StoryDates
{
    private readonly List<PastDate> _past = [];
    private IntervalConcept? _date;
    private int _historyIn = -1; // the last sentence with a date of a history: the dates behind it there are of the history too

    /// <param name="line">The line; its last mentions are those of the sentence.</param>
    /// <param name="first">Index of the sentence's first mention on the line.</param>
    /// <param name="bounds">The sentence.</param>
    /// <param name="mention">The words of the date.</param>
    /// <param name="date">What they say.</param>
    public void Read(StoryLine line, int first, Sentence bounds, Mention mention, IntervalConcept date)
    {
        var (start, end) = line.Clauses.DatedBy(bounds, mention);
        if ((mention.Assertion & Assertion.Historical) != 0 || mention.Sentence == _historyIn)
        {
            _historyIn = mention.Sentence;
            // "her history included mastectomy in 2005": no point of the story, but dated back from the first that is
            _past.Add(new PastDate(date, first, start, end));
            return;
        }

        foreach (var past in _past)
        {
            if (date.MonthsSince(past.Date) is > 0 and var before)
            {
                line.Date(past.First, before, past.Start, past.End);
            }
        }

        _past.Clear();
        if (_date is null)
        {
            _date = date;
            return;
        }

        var months = date.MonthsSince(_date);
        if (months > 0)
        {
            _date = date;
            line.MoveOn(first, bounds, mention, months);
        }
        else if (months < 0)
        {
            line.Date(first, -months, start, end);
        }
    }

    /// <summary>A date in a history, with the stretch of tokens that it dates.</summary>
    private readonly record struct PastDate(IntervalConcept Date, int First, int Start, int End);
}
