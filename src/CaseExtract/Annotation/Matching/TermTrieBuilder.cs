using CaseExtract.Annotation.Lexicons;

namespace CaseExtract.Annotation.Matching;

/// <summary>What a term of a lexicon names.</summary>
internal readonly record struct Term(MentionKind Kind, Concept Concept);

/// <summary>Collects the terms of all lexicons while models are loaded, and builds the trie of them.</summary>
internal sealed class TermTrieBuilder
{
    private const int None = -1;

    private readonly TrieEdges _edges = new();
    private readonly List<int> _lastEntries = [None]; // by node, the last of its terms
    private Entry[] _entries = new Entry[1024];
    private int _entryCount;

    /// <summary>Adds a term given by the numbers of its words. Two spellings of one word are one path: a lexicon that lists both names one thing.</summary>
    public void Add(ReadOnlySpan<int> words, MentionKind kind, Concept concept)
    {
        var node = NodeOf(words);
        var term = new Term(kind, concept);
        if (!Holds(node, term))
        {
            Append(node, term);
        }
    }

    /// <summary>Adds another way to write a term, where no lexicon lists a term of its kind that is written so.</summary>
    public void AddVariant(ReadOnlySpan<int> words, MentionKind kind, Concept concept)
    {
        var node = NodeOf(words);
        if (!HoldsKind(node, kind))
        {
            Append(node, new Term(kind, concept));
        }
    }

    /// <param name="words">One more than the highest word number.</param>
    public TermTrie Build(int words)
    {
        var edges = _edges.ByNode(words, _lastEntries.Count, out var starts);
        var places = new int[words + edges.Length - starts[TermTrie.Root + 1]]; // the node that comes to stand at each place
        Array.Fill(places, None, 0, words);
        foreach (var (word, child) in edges.AsSpan(0, starts[TermTrie.Root + 1]))
        {
            places[word] = child;
        }

        var nodes = new TermTrie.Node[places.Length + 1];
        var ahead = new int[places.Length - words];
        var kinds = new MentionKind[_entryCount];
        var concepts = new Concept[_entryCount];
        int edge = 0, term = 0;
        for (var place = 0; place < places.Length; place++)
        {
            nodes[place] = new TermTrie.Node { FirstEdge = edge, FirstTerm = term };
            if (places[place] is var node && node == None)
            {
                continue;
            }

            foreach (var (word, child) in edges.AsSpan(starts[node]..starts[node + 1]))
            {
                nodes[place].Words |= TermTrie.Bit(word);
                places[words + edge] = child;
                ahead[edge++] = word;
            }

            term = Place(node, kinds, concepts, term);
        }

        nodes[^1] = new TermTrie.Node { FirstEdge = edge, FirstTerm = term };
        return new TermTrie(words, nodes, ahead, kinds, concepts);
    }

    private int NodeOf(ReadOnlySpan<int> words)
    {
        var node = TermTrie.Root;
        foreach (var word in words)
        {
            var child = _edges.Find(node, word);
            if (child == TermTrie.Root)
            {
                child = _lastEntries.Count;
                _lastEntries.Add(None);
                _edges.Add(node, word, child);
            }

            node = child;
        }

        return node;
    }

    private bool Holds(int node, Term term)
    {
        for (var entry = _lastEntries[node]; entry != None; entry = _entries[entry].Previous)
        {
            if (_entries[entry].Term == term)
            {
                return true;
            }
        }

        return false;
    }

    private bool HoldsKind(int node, MentionKind kind)
    {
        for (var entry = _lastEntries[node]; entry != None; entry = _entries[entry].Previous)
        {
            if (_entries[entry].Term.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    private void Append(int node, Term term)
    {
        if (_entryCount == _entries.Length)
        {
            Array.Resize(ref _entries, _entryCount * 2);
        }

        _entries[_entryCount] = new Entry { Term = term, Previous = _lastEntries[node] };
        _lastEntries[node] = _entryCount++;
    }

    /// <summary>Puts the terms of a node at their places, in the order in which they were added.</summary>
    /// <returns>One past the last.</returns>
    private int Place(int node, MentionKind[] kinds, Concept[] concepts, int first)
    {
        var end = first;
        for (var entry = _lastEntries[node]; entry != None; entry = _entries[entry].Previous)
        {
            end++;
        }

        var next = end;
        for (var entry = _lastEntries[node]; entry != None; entry = _entries[entry].Previous)
        {
            (kinds[--next], concepts[next]) = _entries[entry].Term;
        }

        return end;
    }

    private struct Entry
    {
        public Term Term;

        /// <summary>The term that was added to the node before this one.</summary>
        public int Previous;
    }
}
