using CaseExtract.Annotation.Lexicons;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Matching;

/// <summary>
/// All terms of all lexicons in one trie over word numbers. The node behind the first word of a term has the word's own number, and most walks end
/// there: its mask says that no term goes on with the word at hand. The nodes behind it stand in the order in which they are met from there, each with
/// its siblings in the order of their words, so that an edge is a word and the size of the lexicons costs no more than a step or two of a search.
/// </summary>
internal sealed class TermTrie
{
    public const int Root = 0;

    /// <summary>Up to so many edges are looked through one by one.</summary>
    private const int FewEdges = 8;

    private readonly Node[] _nodes;        // those of first words, then those of edges, and one more that closes the last
    private readonly int[] _edges;         // the word of each; those of a node stand together
    private readonly MentionKind[] _kinds; // of the terms; those of a node stand together
    private readonly Concept?[] _concepts; // of the terms; those of an image as far as they have been asked for
    private readonly int _words;
    private readonly TermConcepts? _image;

    /// <param name="words">One more than the highest word number.</param>
    /// <param name="nodes">The nodes of first words, then those of edges, and one more that closes the last.</param>
    /// <param name="edges">The word of each edge.</param>
    /// <param name="kinds">What each term is of.</param>
    /// <param name="concepts">What each term names.</param>
    public TermTrie(int words, Node[] nodes, int[] edges, MentionKind[] kinds, Concept[] concepts)
    {
        _words = words;
        _nodes = nodes;
        _edges = edges;
        _kinds = kinds;
        _concepts = concepts;
    }

    public TermTrie(ImageReader image)
    {
        _words = image.Number();
        _nodes = image.Array<Node>();
        _edges = image.Array<int>();
        _kinds = image.Array<MentionKind>();
        _image = new TermConcepts(image);
        _concepts = new Concept?[_kinds.Length];
    }

    /// <summary>Writes what the constructor reads.</summary>
    public void Write(ImageWriter image)
    {
        image.Number(_words);
        image.Array<Node>(_nodes);
        image.Array<int>(_edges);
        image.Array<MentionKind>(_kinds);
        TermConcepts.Write(image, Enumerable.Range(0, _concepts.Length).Select(ConceptOf));
    }

    /// <summary>The node behind a first word; a word that no term starts with has one too, without terms and without edges.</summary>
    public static int Start(int word) => word;

    /// <summary>Asks for the memory of the node behind a first word.</summary>
    public void AnnounceStart(int word) => Prefetch.Of(in _nodes[word]);

    /// <summary>Asks for the memory that a walk from a node will need.</summary>
    public void AnnounceWalk(int node)
    {
        ref readonly var found = ref _nodes[node];
        if (found.FirstTerm < _kinds.Length)
        {
            Prefetch.Of(in _kinds[found.FirstTerm]);
            Prefetch.Of(in _concepts[found.FirstTerm]);
        }

        if (found.FirstEdge < _edges.Length)
        {
            Prefetch.Of(in _edges[found.FirstEdge]);
        }
    }

    /// <summary>The node behind a further word, or 0.</summary>
    public int Child(int node, int word) => (_nodes[node].Words & Bit(word)) == 0 ? Root : Find(_nodes[node].FirstEdge, _nodes[node + 1].FirstEdge, word);

    /// <summary>Whether a term ends at a node, or one may go on from it with a word: nearly always no, and told by one look.</summary>
    public bool MayMatch(int node, int nextWord)
    {
        ref readonly var found = ref _nodes[node];
        return (found.FirstTerm != _nodes[node + 1].FirstTerm) | ((found.Words & Bit(nextWord)) != 0);
    }

    /// <summary>The terms that end at a node: their places, from the first to one past the last.</summary>
    public (int First, int End) Terms(int node) => (_nodes[node].FirstTerm, _nodes[node + 1].FirstTerm);

    public MentionKind KindOf(int term) => _kinds[term];

    public Concept ConceptOf(int term) => _concepts[term] ?? (_concepts[term] = _image!.Of(term));

    /// <summary>One bit of 64 for a word.</summary>
    public static ulong Bit(int word) => 1UL << word;

    private int Find(int first, int end, int word)
    {
        while (end - first > FewEdges)
        {
            var middle = (first + end) / 2;
            (first, end) = _edges[middle] <= word ? (middle, end) : (first, middle);
        }

        for (var edge = first; edge < end; edge++)
        {
            if (_edges[edge] == word)
            {
                return _words + edge;
            }
        }

        return Root;
    }

    public struct Node
    {
        /// <summary>The bits of the words that terms go on with.</summary>
        public ulong Words;

        public int FirstEdge;
        public int FirstTerm;
    }
}
