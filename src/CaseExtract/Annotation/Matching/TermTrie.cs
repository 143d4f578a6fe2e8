using CaseExtract.Annotation.Lexicons;

namespace CaseExtract.Annotation.Matching;

/// <summary>What a term of a lexicon names.</summary>
internal readonly record struct Term(MentionKind Kind, Concept Concept);

/// <summary>
/// All terms of all lexicons in one trie over word numbers. The first word of a term leads to its node by one array read, every further
/// one by a probe of a table.
/// </summary>
internal sealed class TermTrie
{
    private const int Root = 0;

    private readonly TrieEdges _edges;
    private readonly int[] _starts;
    private readonly uint[] _childWords; // by node, a bit for each word it goes on with, by the word's last five bits: most words end a walk
    private readonly Term[] _terms;     // those of a node stand together
    private readonly int[] _firstTerms; // by node, and one more that closes the last

    private TermTrie(TrieEdges edges, int[] starts, uint[] childWords, Term[] terms, int[] firstTerms)
    {
        _edges = edges;
        _starts = starts;
        _childWords = childWords;
        _terms = terms;
        _firstTerms = firstTerms;
    }

    /// <summary>The node behind the first word of terms, or 0 when no term starts with the word.</summary>
    public int Start(int word) => _starts[word];

    /// <summary>The node behind a further word, or 0.</summary>
    public int Child(int node, int word) => (_childWords[node] & 1u << word) == 0 ? Root : _edges.Find(node, word);

    /// <summary>The terms that end at a node.</summary>
    public ReadOnlySpan<Term> Terms(int node) => _terms.AsSpan(_firstTerms[node].._firstTerms[node + 1]);

    /// <summary>Collects terms while models are loaded.</summary>
    public sealed class Builder
    {
        private const int None = -1;

        private readonly TrieEdges _edges = new();
        private readonly List<uint> _childWords = [0];    // by node
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
            for (var word = 0; word < words; word++)
            {
                starts[word] = _edges.Find(Root, word);
            }

            var firstTerms = new int[_childWords.Count + 1];
            var terms = SortByNode(firstTerms);
            return new TermTrie(_edges, starts, [.. _childWords], terms, firstTerms);
        }

        private int NodeOf(ReadOnlySpan<int> words)
        {
            var node = Root;
            foreach (var word in words)
            {
                var child = _edges.Find(node, word);
                if (child == Root)
                {
                    child = _childWords.Count;
                    _childWords.Add(0);
                    _childWords[node] |= 1u << word;
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
        private Term[] SortByNode(int[] firstTerms)
        {
            var entries = _entries.AsSpan(0, _entryCount);
            foreach (var entry in entries)
            {
                firstTerms[entry.Node + 1]++;
            }

            for (var node = 1; node < firstTerms.Length; node++)
            {
                firstTerms[node] += firstTerms[node - 1];
            }

            var next = firstTerms.ToArray();
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
