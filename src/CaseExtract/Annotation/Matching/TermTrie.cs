using CaseExtract.Annotation.Lexicons;

namespace CaseExtract.Annotation.Matching;

/// <summary>
/// All terms of all lexicons in one trie over word numbers. An edge is found by one probe of an open-addressing table keyed by node and word.
/// </summary>
internal sealed class TermTrie
{
    private readonly int _mask;
    private readonly long[] _keys;
    private readonly int[] _children;
    private readonly (MentionKind Kind, Concept Concept)[][] _terms;
    private readonly bool[] _starts;

    private TermTrie(Dictionary<long, int> edges, List<List<(MentionKind, Concept)>?> terms, int words)
    {
        var size = 16;
        while (size < edges.Count * 2)
        {
            size *= 2;
        }

        _mask = size - 1;
        _keys = new long[size];
        _children = new int[size];
        _starts = new bool[words];
        foreach (var (key, child) in edges)
        {
            var slot = Hash(key) & _mask;
            while (_keys[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _keys[slot] = key;
            _children[slot] = child;
            if (key >> 32 == 0)
            {
                _starts[(int)(uint)key] = true;
            }
        }

        _terms = [.. terms.Select(term => term?.ToArray() ?? [])];
    }

    /// <summary>Whether any term starts with the word.</summary>
    public bool MayStart(int word) => _starts[word];

    /// <summary>The node behind an edge, or 0.</summary>
    public int Child(int node, int word)
    {
        var key = Key(node, word);
        var slot = Hash(key) & _mask;
        while (_keys[slot] is var found and not 0)
        {
            if (found == key)
            {
                return _children[slot];
            }

            slot = (slot + 1) & _mask;
        }

        return 0;
    }

    /// <summary>The terms that end at a node.</summary>
    public (MentionKind Kind, Concept Concept)[] Terms(int node) => _terms[node];

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;

    private static int Hash(long key) => (int)(((ulong)key * 0x9E3779B97F4A7C15UL) >> 33);

    public sealed class Builder
    {
        private readonly Dictionary<long, int> _edges = [];
        private readonly List<List<(MentionKind, Concept)>?> _terms = [null];

        /// <summary>Adds a term given by the numbers of its words.</summary>
        public void Add(ReadOnlySpan<int> words, MentionKind kind, Concept concept)
        {
            var node = 0;
            foreach (var word in words)
            {
                var key = Key(node, word);
                if (!_edges.TryGetValue(key, out var child))
                {
                    child = _terms.Count;
                    _terms.Add(null);
                    _edges.Add(key, child);
                }

                node = child;
            }

            // Two spellings of one word are one path: a lexicon that lists both names one thing.
            var named = _terms[node] ??= [];
            if (!named.Contains((kind, concept)))
            {
                named.Add((kind, concept));
            }
        }

        public TermTrie Build(int words) => new(_edges, _terms, words);
    }
}
