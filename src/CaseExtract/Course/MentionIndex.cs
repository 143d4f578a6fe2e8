using System.Runtime.InteropServices;
using CaseExtract.Annotation.Matching;

namespace CaseExtract.Course;

/// <summary>
/// Where the mentions of a course stand: by sentence, by kind and by place. A sentence of a few mentions is looked through; of a long one, whoever looks around a word is
/// given what stands there without a search, since a dozen questions are asked of each mention.
/// </summary>
internal sealed class MentionIndex
{
    /// <summary>So few mentions are looked through sooner than searched.</summary>
    private const int Few = 8;

    /// <summary>So many tokens share an entry of the index by place.</summary>
    private const uint Stretch = 8;

    /// <summary>Of so many values of a kind the ends are kept.</summary>
    private const int Values = 8;

    private static readonly int Kinds = Enum.GetValues<MentionKind>().Length;

    private readonly List<PlacedMention> _mentions = new(256);
    private readonly List<int> _starts = [];                 // by sentence
    private readonly List<PlacedMention> _byKind = new(256); // those of a kind together, in text order
    private readonly int[] _kindStarts = new int[Kinds + 1];
    private readonly (int Sentence, int First, int End)[] _asked = new (int, int, int)[Kinds]; // by kind: the sentence that was asked for last, counted from 1, and which of the kind are its
    private readonly (int Sentence, string? Value, int First, int Last)[] _ends = new (int, string?, int, int)[Kinds * Values]; // by kind and length of the value: what was asked for last, sentences counted from 1
    private readonly List<int> _firstAt = [];                // by stretch of tokens, from the first mention on: the first that starts in it or behind it; made for the first long sentence
    private readonly List<int> _rank = [];                   // by mention: its place in the order by kind; made with it
    private int _longest; // tokens of the longest mention

    /// <summary>All mentions, in text order.</summary>
    public ReadOnlySpan<PlacedMention> All => CollectionsMarshal.AsSpan(_mentions);

    /// <summary>The mentions of one kind, in text order.</summary>
    public ReadOnlySpan<PlacedMention> Of(MentionKind kind) => CollectionsMarshal.AsSpan(_byKind)[_kindStarts[(int)kind].._kindStarts[(int)kind + 1]];

    /// <summary>The mentions of one sentence, in text order.</summary>
    public ReadOnlySpan<PlacedMention> Of(int sentence) => All[_starts[sentence].._starts[sentence + 1]];

    /// <summary>The mentions of one kind in a sentence, in text order.</summary>
    public ReadOnlySpan<PlacedMention> Of(int sentence, MentionKind kind)
    {
        // it is asked for each mention of the sentence
        var mentions = Of(kind);
        ref var asked = ref _asked[(int)kind];
        if (asked.Sentence != sentence + 1)
        {
            var first = FirstOf(mentions, sentence);
            var end = first;
            while (end < mentions.Length && mentions[end].Sentence == sentence)
            {
                end++;
            }

            asked = (sentence + 1, first, end);
        }

        return mentions[asked.First..asked.End];
    }

    /// <summary>The first tokens of the first and the last mention of a kind and value in a sentence; -1 where there is none.</summary>
    public (int First, int Last) EndsOf(int sentence, MentionKind kind, string value)
    {
        ref var known = ref _ends[((int)kind * Values) + (value.Length % Values)];
        if (known.Sentence != sentence + 1 || known.Value != value)
        {
            known = (sentence + 1, value, -1, -1);
            foreach (ref readonly var mention in Of(sentence, kind))
            {
                if (mention.Value == value)
                {
                    known = (sentence + 1, value, known.First < 0 ? mention.FirstToken : known.First, mention.FirstToken);
                }
            }
        }

        return (known.First, known.Last);
    }

    /// <summary>The mentions of a sentence that end at a token or behind it and start at another or before it, and maybe others of it.</summary>
    public ReadOnlySpan<PlacedMention> Near(int sentence, int from, int to)
    {
        var mentions = Of(sentence);
        if (mentions.Length <= Few)
        {
            return mentions;
        }

        var (first, end) = (FirstFrom(sentence, from - _longest), FirstFrom(sentence, to + 1));
        return first < end ? All[first..end] : [];
    }

    /// <summary>As <see cref="Near(int, int, int)"/>, those of one kind alone.</summary>
    public ReadOnlySpan<PlacedMention> Near(int sentence, MentionKind kind, int from, int to)
    {
        var mentions = Of(sentence, kind);
        var first = mentions.Length <= Few ? 0 : FirstNear(sentence, kind, from - _longest, to);
        while (first < mentions.Length && mentions[first].FirstToken < from - _longest)
        {
            first++;
        }

        var end = first;
        while (end < mentions.Length && mentions[end].FirstToken <= to)
        {
            end++;
        }

        return mentions[first..end];
    }

    /// <summary>The mentions of a sentence that start in a range of tokens, and maybe others of it.</summary>
    public ReadOnlySpan<PlacedMention> Within(int sentence, int from, int to)
    {
        var mentions = Of(sentence);
        return mentions.Length <= Few ? mentions : All[FirstFrom(sentence, from)..FirstFrom(sentence, Math.Max(from, to))];
    }

    /// <summary>Room for so many mentions, to be filled in text order before <see cref="Close"/>.</summary>
    public Span<PlacedMention> Open(int count)
    {
        CollectionsMarshal.SetCount(_mentions, count);
        return CollectionsMarshal.AsSpan(_mentions);
    }

    /// <summary>Sorts the mentions.</summary>
    /// <param name="sentences">How many sentences the document has.</param>
    public void Close(int sentences)
    {
        var mentions = All;
        CollectionsMarshal.SetCount(_starts, sentences + 1);
        var starts = CollectionsMarshal.AsSpan(_starts);
        var next = 0;
        for (var sentence = 0; sentence < starts.Length; sentence++)
        {
            while (next < mentions.Length && mentions[next].Sentence < sentence)
            {
                next++;
            }

            starts[sentence] = next;
        }

        SortByKind();
        _firstAt.Clear();
        _rank.Clear();
        Array.Clear(_asked);
        Array.Clear(_ends);
    }

    /// <summary>Index of the first of some mentions that stands in a sentence or behind it.</summary>
    private static int FirstOf(ReadOnlySpan<PlacedMention> mentions, int sentence)
    {
        int low = 0, high = mentions.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = mentions[middle].Sentence < sentence ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Index of the first mention of a sentence that starts at a token or behind it.</summary>
    private int FirstFrom(int sentence, int token)
    {
        if (_firstAt.Count == 0)
        {
            FindPlaces();
        }

        var mentions = All;
        var (index, end) = (_starts[sentence], _starts[sentence + 1]);
        if (token <= mentions[index].FirstToken)
        {
            return index;
        }

        var stretch = (uint)(token - mentions[0].FirstToken) / Stretch;
        index = stretch < _firstAt.Count ? Math.Max(index, _firstAt[(int)stretch]) : end;
        while (index < end && mentions[index].FirstToken < token)
        {
            index++;
        }

        return Math.Min(index, end);
    }

    /// <summary>Among the mentions of a kind in a sentence, the index of the first that starts in a range of tokens; how many they are, where none does.</summary>
    private int FirstNear(int sentence, MentionKind kind, int from, int to)
    {
        var mentions = All;
        var asked = _asked[(int)kind];
        for (var index = FirstFrom(sentence, from); index < _starts[sentence + 1] && mentions[index].FirstToken <= to; index++)
        {
            if (mentions[index].Kind == kind)
            {
                return _rank[index] - _kindStarts[(int)kind] - asked.First;
            }
        }

        return asked.End - asked.First;
    }

    private void FindPlaces()
    {
        var mentions = All;
        Span<int> next = stackalloc int[Kinds];
        _kindStarts.AsSpan(0, Kinds).CopyTo(next);
        for (var index = 0; index < mentions.Length; index++)
        {
            _rank.Add(next[(int)mentions[index].Kind]++);
            while (_firstAt.Count <= (uint)(mentions[index].FirstToken - mentions[0].FirstToken) / Stretch)
            {
                _firstAt.Add(index);
            }
        }
    }

    private void SortByKind()
    {
        var mentions = All;
        Array.Clear(_kindStarts);
        _longest = 0;
        foreach (ref readonly var mention in mentions)
        {
            _kindStarts[(int)mention.Kind + 1]++;
            _longest = Math.Max(_longest, mention.EndToken - mention.FirstToken);
        }

        Span<int> next = stackalloc int[Kinds];
        for (var kind = 0; kind < Kinds; kind++)
        {
            next[kind] = _kindStarts[kind];
            _kindStarts[kind + 1] += _kindStarts[kind];
        }

        CollectionsMarshal.SetCount(_byKind, mentions.Length);
        var sorted = CollectionsMarshal.AsSpan(_byKind);
        foreach (ref readonly var mention in mentions)
        {
            sorted[next[(int)mention.Kind]++] = mention;
        }
    }
}
