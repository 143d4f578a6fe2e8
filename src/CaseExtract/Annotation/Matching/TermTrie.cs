using CaseExtract.Annotation.Lexicons;

namespace CaseExtract.Annotation.Matching;

/// <summary>What a term of a lexicon names.</summary>
internal readonly record struct Term(MentionKind Kind, Concept Concept);

/// <summary>
/// All terms of all lexicons in one trie over word numbers. The first word of a term leads to its node by one array read. What is asked of a
/// node lies in sixteen bytes, and most walks end there: its mask says that no term goes on with the word at hand. Its edges stand together,
/// in the order of their words, so that the size of the lexicons costs no more than a step or two of a search.
/// </summary>
internal sealed class TermTrie
{
    private const int Root = 0;

    /// <summary>Up to so many edges are looked through one by one.</summary>
    private const int FewEdges = 8;

    private readonly int[] _starts;
    private readonly Node[] _nodes; // and one more that closes the last
    private readonly Edge[] _edges;
    private readonly Term[] _terms; // those of a node stand together

    private TermTrie(int[] starts, Node[] nodes, Edge[] edges, Term[] terms)
    {
        _starts = starts;
        _nodes = nodes;
        _edges = edges;
        _terms = terms;
    }

    /// <summary>The node behind the first word of terms, or 0 when no term starts with the word.</summary>
    public int Start(int word) => _starts[word];

    /// <summary>The node behind a further word, or 0.</summary>
    public int Child(int node, int word) => (_nodes[node].Words & Bit(word)) == 0 ? Root : Find(_edges.AsSpan(_nodes[node].FirstEdge.._nodes[node + 1].FirstEdge), word);

    /// <summary>The terms that end at a node.</summary>
    public ReadOnlySpan<Term> Terms(int node) => _terms.AsSpan(_nodes[node].FirstTerm.._nodes[node + 1].FirstTerm);

    /// <summary>One bit of 64 for a word.</summary>
    private static ulong Bit(int word) => 1UL << word;

    private static int Find(ReadOnlySpan<Edge> edges, int word)
    {
        while (edges.Length > FewEdges)
        {
            var middle = edges.Length / 2;
            edges = edges[middle].Word <= word ? edges[middle..] : edges[..middle];
        }

        foreach (var edge in edges)
        {
            if (edge.Word == word)
            {
                return edge.Child;
            }
        }

        return Root;
    }

    private struct Node
    {
        /// <summary>The bits of the words that terms go on with.</summary>
        public ulong Words;

        public int FirstEdge;
        public int FirstTerm;
    }

    private readonly record struct Edge(int Word, int Child);

    /// <summary>Collects terms while models are loaded.</summary>
    public sealed class Builder
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

        /// <param name="words">One more than the highest word number.</param>
        public TermTrie Build(int words)
        {
            var starts = new int[words];
            var nodes = new Node[_lastEntries.Count + 1];
            var byWord = _edges.ByWord(words);
            foreach (var (node, word, child) in byWord)
            {
                nodes[node].Words |= Bit(word);
                nodes[node + 1].FirstEdge++;
                starts[word] = node == Root ? child : starts[word];
            }

            for (var node = 1; node < nodes.Length; node++)
            {
                nodes[node].FirstEdge += nodes[node - 1].FirstEdge;
            }

            // taken in the order of their words, they come to stand in it at each node
            var next = Array.ConvertAll(nodes, static node => node.FirstEdge);
            var edges = new Edge[byWord.Length];
            foreach (var (node, word, child) in byWord)
            {
                edges[next[node]++] = new Edge(word, child);
            }

            return new TermTrie(starts, nodes, edges, SortByNode(nodes));
        }

        private int NodeOf(ReadOnlySpan<int> words)
        {
            var node = Root;
            foreach (var word in words)
            {
                var child = _edges.Find(node, word);
                if (child == Root)
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

        private void Append(int node, Term term)
        {
            if (_entryCount == _entries.Length)
            {
                Array.Resize(ref _entries, _entryCount * 2);
            }

            _entries[_entryCount] = new Entry { Term = term, Node = node, Previous = _lastEntries[node] };
            _lastEntries[node] = _entryCount++;
        }

        /// <summary>The terms by node, those of one node in the order in which they were added.</summary>
        private Term[] SortByNode(Node[] nodes)
        {
            var entries = _entries.AsSpan(0, _entryCount);
            foreach (var entry in entries)
            {
                nodes[entry.Node + 1].FirstTerm++;
            }

            for (var node = 1; node < nodes.Length; node++)
            {
                nodes[node].FirstTerm += nodes[node - 1].FirstTerm;
            }

            var next = Array.ConvertAll(nodes, static node => node.FirstTerm);
            var terms = new Term[entries.Length];
            foreach (var entry in entries)
            {
                terms[next[entry.Node]++] = entry.Term;
            }

            return terms;
        }

        private struct Entry
        {
            public Term Term;
            public int Node;

            /// <summary>The term that was added to the node before this one.</summary>
            public int Previous;
        }
    }
}
