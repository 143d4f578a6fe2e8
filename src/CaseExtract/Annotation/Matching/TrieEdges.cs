namespace CaseExtract.Annotation.Matching;

/// <summary>The edges of a trie in the making: a node and a word lead to a node. Open addressing, at most half full; what an edge is and where it leads lie together.</summary>
internal sealed class TrieEdges
{
    /// <summary>Room for the terms of the project's own lexicons.</summary>
    private const int UsualSize = 1 << 17;

    private Edge[] _edges = new Edge[UsualSize];
    private int _count;

    /// <summary>The node behind an edge, or 0.</summary>
    public int Find(int node, int word) => _edges[SlotOf(_edges, node, word)].Child;

    /// <summary>Adds an edge that is not there yet.</summary>
    public void Add(int node, int word, int child)
    {
        if (++_count * 2 > _edges.Length)
        {
            var larger = new Edge[_edges.Length * 2];
            foreach (var edge in _edges)
            {
                if (edge.Child != 0)
                {
                    larger[SlotOf(larger, edge.Node, edge.Word)] = edge;
                }
            }

            _edges = larger;
        }

        _edges[SlotOf(_edges, node, word)] = new Edge { Node = node, Word = word, Child = child };
    }

    /// <summary>All edges by node, those of a node in the order of their words.</summary>
    /// <param name="words">One more than the highest word number.</param>
    /// <param name="nodes">How many nodes there are.</param>
    /// <param name="starts">Where the edges of each node start, and at the end how many edges there are.</param>
    public (int Word, int Child)[] ByNode(int words, int nodes, out int[] starts)
    {
        starts = new int[nodes + 1];
        var byWord = ByWord(words);
        foreach (var edge in byWord)
        {
            starts[edge.Node + 1]++;
        }

        for (var node = 1; node < starts.Length; node++)
        {
            starts[node] += starts[node - 1];
        }

        // taken in the order of their words, they come to stand in it at each node
        var next = starts.AsSpan(..nodes).ToArray();
        var sorted = new (int, int)[byWord.Length];
        foreach (var (node, word, child) in byWord)
        {
            sorted[next[node]++] = (word, child);
        }

        return sorted;
    }

    private (int Node, int Word, int Child)[] ByWord(int words)
    {
        var next = new int[words + 1];
        foreach (var edge in _edges)
        {
            next[edge.Word + 1] += edge.Child == 0 ? 0 : 1;
        }

        for (var word = 1; word < next.Length; word++)
        {
            next[word] += next[word - 1];
        }

        var sorted = new (int, int, int)[_count];
        foreach (var edge in _edges)
        {
            if (edge.Child != 0)
            {
                sorted[next[edge.Word]++] = (edge.Node, edge.Word, edge.Child);
            }
        }

        return sorted;
    }

    /// <summary>Where an edge stands, or the empty slot where it would.</summary>
    private static int SlotOf(Edge[] edges, int node, int word)
    {
        var key = ((ulong)node << 32) | (uint)word;
        var slot = (int)((key * 0x9E3779B97F4A7C15UL) >> 33) & (edges.Length - 1);
        while (edges[slot].Child != 0 && (edges[slot].Node != node || edges[slot].Word != word))
        {
            slot = (slot + 1) & (edges.Length - 1);
        }

        return slot;
    }

    private struct Edge
    {
        public int Node;

        public int Word;

        /// <summary>0 in an empty slot: no edge leads to the root.</summary>
        public int Child;
    }
}
