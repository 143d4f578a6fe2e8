using System.Runtime.InteropServices;
using CaseExtract.Annotation.Lexicons;
using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Sentences;

namespace CaseExtract.Course;

/// <summary>The line that a timeline is laid out on, while it is read: the mentions so far, the clock, and the points where the story may start anew.</summary>
/// <param name="document">What is told.</param>
/// <param name="mentions">Room for the mentions.</param>
/// <param name="restarts">Room for the points.</param>
/// <param name="tellingSentences">Room for the sentences.</param>
internal sealed class StoryLine(Document document, List<TimedMention> mentions, List<Restart> restarts, List<int> tellingSentences)
{
    /// <summary>What has said all it has to say about the mentions beside it: every fourth mention, and no part of what happened.</summary>
    internal static readonly MentionKinds Silent = MentionKinds.Of(MentionKind.Cue) | MentionKind.ScaleName;

    private HashSet<string>? _toldOperations; // few stories ask
    private int _told;
    private (int First, double Months, int Start, int End) _dated = (-1, 0, 0, 0); // the stretch that was dated last

    public Document Document { get; } = document;

    public Clauses Clauses { get; } = new(document);

    public List<TimedMention> Mentions { get; } = mentions;

    public List<Restart> Restarts { get; } = restarts;

    /// <summary>The sentences that name anything, be it only a cue.</summary>
    public List<int> TellingSentences { get; } = tellingSentences;

    /// <summary>Months since the story began.</summary>
    public double Clock { get; private set; }

    /// <summary>Adds the mentions of a sentence.</summary>
    public void Add(int sentence, ReadOnlySpan<Mention> mentions)
    {
        if (mentions.IsEmpty)
        {
            return;
        }

        TellingSentences.Add(sentence);
        var count = Mentions.Count;
        CollectionsMarshal.SetCount(Mentions, count + mentions.Length);
        var line = CollectionsMarshal.AsSpan(Mentions);
        foreach (ref readonly var mention in mentions)
        {
            if (!Silent.Has(mention.Kind))
            {
                line[count++] = new TimedMention(mention, Clock);
            }
        }

        CollectionsMarshal.SetCount(Mentions, count);
    }

    /// <summary>Dates the mentions of a stretch of tokens back; who the patient is has no date.</summary>
    public void Date(int first, double months, int startToken, int endToken)
    {
        // words of time one after the other date the same words again and again
        var stretch = (first, months, startToken, endToken);
        if (stretch == _dated)
        {
            return;
        }

        _dated = stretch;
        var line = CollectionsMarshal.AsSpan(Mentions);
        for (var index = FirstFrom(line, first, startToken); index < line.Length; index++)
        {
            ref var placed = ref line[index];
            if (placed.FirstToken >= endToken)
            {
                return;
            }

            if (placed.Kind is not (MentionKind.Age or MentionKind.Person))
            {
                placed.Before = months;
            }
        }
    }

    /// <summary>"two years ago": dates back the clause it stands in, or the one behind it when it opens the sentence.</summary>
    public void DateClause(int first, Sentence sentence, Mention interval, double months)
    {
        var (start, end) = Clauses.DatedBy(sentence, interval);
        Date(first, months, Clauses.StartOfSubject(sentence, start), end);
    }

    /// <summary>Moves the clock on from an interval; where the interval closes its clause, or belongs to it, the clause before it too.</summary>
    public void MoveOn(int first, Sentence sentence, Mention interval, double months, bool isClauseMoved = false)
    {
        if (!(months > 0))
        {
            return;
        }

        var from = Clock;
        Clock += months;
        var scopeStart = isClauseMoved || Clauses.IsClosedBy(Document, sentence, interval) ? Clauses.StartOf(sentence, interval.FirstToken) : interval.FirstToken;
        Restarts.Add(new Restart(interval.Sentence, scopeStart, from, Clock));
        var line = CollectionsMarshal.AsSpan(Mentions);
        foreach (ref var placed in line[FirstFrom(line, first, scopeStart)..])
        {
            placed.Clock = Clock;
        }
    }

    /// <summary>Sets the clock to a time, from a token on.</summary>
    public void MoveTo(double months, int token)
    {
        Clock = months;
        var line = CollectionsMarshal.AsSpan(Mentions);
        foreach (ref var placed in line[FirstFrom(line, 0, token)..])
        {
            placed.Clock = Clock;
        }
    }

    /// <summary>Index of the first mention, from one on, that starts at a token or behind it.</summary>
    private static int FirstFrom(ReadOnlySpan<TimedMention> line, int first, int token)
    {
        int low = first, high = line.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = line[middle].FirstToken < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    public void MarkFollowUp(int first, int fromToken)
    {
        var line = CollectionsMarshal.AsSpan(Mentions);
        foreach (ref var placed in line[FirstFrom(line, first, fromToken)..])
        {
            placed.IsFollowUp = true;
        }
    }

    /// <summary>Whether an operation was told before a token.</summary>
    public bool IsTold(int token, ProcedureConcept operation)
    {
        _toldOperations ??= new HashSet<string>(StringComparer.Ordinal);
        for (; _told < Mentions.Count && Mentions[_told].FirstToken < token; _told++)
        {
            if (Mentions[_told].Mention.Concept is ProcedureConcept told)
            {
                _toldOperations.Add(told.Term);
            }
        }

        return _toldOperations.Contains(operation.Term);
    }
}
