using CaseExtract.Course;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Fields;

/// <summary>A signal with the sequence that shows it.</summary>
/// <param name="Signal">The mention of the signal.</param>
/// <param name="Sequence">The mention of the sequence.</param>
/// <param name="Value"><c>hypo</c>, <c>iso</c>, <c>hyper</c> or <c>mixed</c>.</param>
internal readonly record struct SignalPair(PlacedMention Signal, PlacedMention Sequence, string Value);

/// <summary>
/// Gives each signal of a sentence its sequence. Signals, and sequences, that are told together make a group. A signal that holds
/// the name of a sequence ("high T2 signal") is its own; a group belongs to the sequences that follow behind "on" ("hypointense on T1"); else to those before it in its clause ("T1 showed low
/// signal"); else to the next. Two groups of one size go in turn ("hypo- and hyperintense on T1 and T2").
/// </summary>
internal sealed class SignalPairing(WordRoles<ImagingWord> words)
{
    private readonly MentionGrouping _grouping = new(words);

    /// <summary>Farthest that "on T1" may stand behind its signal: "hyperintense compared with the cord on".</summary>
    private const int Reach = 10;

    public List<SignalPair> Pair(Document document, List<PlacedMention> sequences, List<PlacedMention> signals)
    {
        var pairs = new List<SignalPair>(8);
        signals = PairInside(sequences, signals, pairs);
        var sequenceGroups = _grouping.GroupOf(document, sequences);
        MentionGroup? taken = null;
        var used = 0;
        foreach (var group in _grouping.GroupOf(document, signals))
        {
            if (Target(document, sequences, sequenceGroups, signals, group, ref taken) is not { } target)
            {
                continue;
            }

            // "on T1 the mass was isointense and hyperintense on T2": the first belongs to a sequence before that no signal has as yet
            if (group is { Count: 2, IsSpan: false } && target == taken && target is { Count: 1, First: > 0 } && sequenceGroups.Find(other => other.End == target.First) is { Count: 1 } before
                && before.First >= used && !IsBroken(document, sequences[before.First].EndToken, signals[group.First].FirstToken))
            {
                pairs.Add(new SignalPair(signals[group.First], sequences[before.First], signals[group.First].Value));
                pairs.Add(new SignalPair(signals[group.First + 1], sequences[target.First], signals[group.First + 1].Value));
                used = target.End;
                continue;
            }

            used = target.End;
            PairGroups(sequences, target, signals, group, pairs);
        }

        return pairs;
    }

    /// <summary>One span for all sequences ("hypo- to isointense on T1 and T2"), in turn where there are as many of both, else each signal with each sequence.</summary>
    private static void PairGroups(List<PlacedMention> sequences, MentionGroup target, List<PlacedMention> signals, MentionGroup group, List<SignalPair> pairs)
    {
        for (var sequence = target.First; sequence < target.End; sequence++)
        {
            if (group.IsSpan)
            {
                pairs.Add(new SignalPair(signals[group.First], sequences[sequence], ValueOfSpan(signals, group)));
                continue;
            }

            var inTurn = group.First + sequence - target.First;
            var (first, end) = group.Count == target.Count ? (inTurn, inTurn + 1) : (group.First, group.End);
            for (var signal = first; signal < end; signal++)
            {
                pairs.Add(new SignalPair(signals[signal], sequences[sequence], signals[signal].Value));
            }
        }
    }

    /// <summary>Pairs signals that hold their sequence, "high T2 signal" and "long T1", and returns the others.</summary>
    private static List<PlacedMention> PairInside(List<PlacedMention> sequences, List<PlacedMention> signals, List<SignalPair> pairs)
    {
        var others = new List<PlacedMention>(signals.Count);
        foreach (var signal in signals)
        {
            var sequence = FirstEndingBehind(sequences, signal.FirstToken);
            if (sequence < sequences.Count && sequences[sequence].FirstToken < signal.EndToken)
            {
                pairs.Add(new SignalPair(signal, sequences[sequence], signal.Value));
            }
            else
            {
                others.Add(signal);
            }
        }

        return others;
    }

    private static string ValueOfSpan(List<PlacedMention> signals, MentionGroup group)
    {
        for (var index = group.First + 1; index < group.End; index++)
        {
            if (signals[index].Value != signals[group.First].Value)
            {
                return "mixed";
            }
        }

        return signals[group.First].Value;
    }

    private MentionGroup? Target(Document document, List<PlacedMention> sequences, List<MentionGroup> groups, List<PlacedMention> signals, MentionGroup signal, ref MentionGroup? taken)
    {
        MentionGroup? before = null, behind = null;
        int start = signals[signal.First].FirstToken, end = signals[signal.End - 1].EndToken;
        // neither the groups nor the sequences in them overlap: the last that ends before the signal, and the first that starts behind it
        var next = 0;
        for (var count = groups.Count; count > 0;)
        {
            var half = count / 2;
            (next, count) = sequences[groups[next + half].End - 1].EndToken <= start ? (next + half + 1, count - half - 1) : (next, half);
        }

        before = next > 0 ? groups[next - 1] : null;
        for (; next < groups.Count && behind is null; next++)
        {
            behind = sequences[groups[next].First].FirstToken >= end ? groups[next] : null;
        }

        if (behind is { } leading && IsLedTo(document, signals, end, sequences[leading.First].FirstToken)
            && !(before is { } beside && (IsListed(sequences, beside, leading, start, end) || IsParallel(document, sequences, beside, leading, start, end))))
        {
            taken = leading;
            return leading;
        }

        // a sequence that a signal before was led to is not told again: "hypointense on T1 and, with fat saturation, hyperintense on T2"
        if (before is { } last && !(last == taken && behind is not null) && !IsBroken(document, sequences[last.End - 1].EndToken, start))
        {
            return last;
        }

        return behind is { } following && !IsBroken(document, end, sequences[following.First].FirstToken) ? following : before ?? behind;
    }

    /// <summary>"T1 hypointense T2 hyperintense": nothing stands between a signal and the sequences on either side, so that it is of the one before.</summary>
    private static bool IsListed(List<PlacedMention> sequences, MentionGroup before, MentionGroup behind, int start, int end) =>
        sequences[before.End - 1].EndToken == start && sequences[behind.First].FirstToken == end;

    /// <summary>"On T1 it was isointense to the cord, on T2 hyperintense": both sequences lead, and a comma parts them.</summary>
    private bool IsParallel(Document document, List<PlacedMention> sequences, MentionGroup before, MentionGroup behind, int start, int end)
    {
        var tokens = document.TokenArray;
        int first = sequences[before.First].FirstToken - 1, second = sequences[behind.First].FirstToken - 1;
        return first >= 0 && words.Is(tokens[first].Word, ImagingWord.On) && words.Is(tokens[second].Word, ImagingWord.On) && second - 1 >= end
            && document.Text[tokens[second - 1].Start] is ',' or ';' && !IsBroken(document, sequences[before.End - 1].EndToken, start);
    }

    /// <summary>Whether "on" leads from a signal to a sequence, with no other signal and no other clause between.</summary>
    private bool IsLedTo(Document document, List<PlacedMention> signals, int from, int to)
    {
        if (to == from)
        {
            return true;
        }

        var tokens = document.TokenArray;
        var on = to - 1;
        while (on > from && words.Is(tokens[on].Word, ImagingWord.Plane) && !words.Is(tokens[on].Word, ImagingWord.On))
        {
            on--;
        }

        if (to - from > Reach || on < from || !(words.Is(tokens[on].Word, ImagingWord.On) || document.Text[tokens[on].Start] == '('))
        {
            return false;
        }

        var between = FirstEndingBehind(signals, from);
        return (between == signals.Count || signals[between].FirstToken >= to) && !IsBroken(document, from, on) && !words.Stand(tokens, from, on, ImagingWord.Link);
    }

    /// <summary>Index of the first of some mentions, none of which overlap, that ends behind a token.</summary>
    private static int FirstEndingBehind(List<PlacedMention> mentions, int token)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = mentions[middle].EndToken <= token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether another clause starts between two tokens.</summary>
    private bool IsBroken(Document document, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            var token = document.TokenArray[index];
            if (words.Is(token.Word, ImagingWord.Break) || document.Text[token.Start] == ';')
            {
                return true;
            }
        }

        return false;
    }
}
