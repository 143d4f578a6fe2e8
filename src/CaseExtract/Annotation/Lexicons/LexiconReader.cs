using CaseExtract.Annotation.Matching;
using CaseExtract.Models;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Lexicons;

/// <summary>Reads tables of terms, one after another, into the terms of one trie.</summary>
internal sealed class LexiconReader(ModelSource models, Vocabulary.Builder vocabulary)
{
    private readonly TermReader _terms = new(vocabulary);
    private readonly TermTrieBuilder _trie = new();
    private readonly CombiningForms _forms = new(models);
    private readonly List<(string Term, MentionKind Kind, Concept Concept)> _parted = [];

    /// <summary>Reads a lexicon of one value for each term, with the columns <c>term</c> and <c>concept</c>.</summary>
    /// <param name="lexicon">Its name without folder and ending, such as <c>person</c>.</param>
    /// <param name="kind">What its terms are mentions of.</param>
    public void ReadValues(string lexicon, MentionKind kind) =>
        Read($"lexicons/{lexicon}.tsv", kind, "term", ["concept"], cells => new ValueConcept(cells[0]));

    /// <summary>Reads a lexicon whose rows each say all of their term.</summary>
    /// <param name="file">Its name in the folder of the models.</param>
    /// <param name="kind">What its terms are mentions of.</param>
    /// <param name="term">The column of the terms.</param>
    /// <param name="columns">The columns that <paramref name="make"/> gets, in its order.</param>
    /// <param name="make">Makes the concept of a row of these cells, which it may not keep.</param>
    public void Read(string file, MentionKind kind, string term, string[] columns, Func<string[], Concept> make)
    {
        var table = models.Read(file);
        var termColumn = table.Column(term);
        int[] indexes = [.. columns.Select(table.Column)];
        var cells = new string[indexes.Length];
        foreach (var row in table.Rows)
        {
            for (var index = 0; index < indexes.Length; index++)
            {
                cells[index] = row[indexes[index]];
            }

            Add(row.Cell(termColumn), kind, make(cells));
        }
    }

    /// <summary>Adds a term; of a tumour, a place or an operation its other ways of writing later, when every word is known.</summary>
    public void Add(ReadOnlySpan<char> term, MentionKind kind, Concept concept)
    {
        _trie.Add(_terms.Read(term), kind, concept);
        if (kind is MentionKind.Tumour or MentionKind.Site or MentionKind.Region or MentionKind.HistologyModifier or MentionKind.Procedure && _forms.MayPart(term))
        {
            _parted.Add((term.ToString(), kind, concept));
        }
    }

    /// <summary>Adds another way to write a term, unless a table lists it as well: then it is what the table says.</summary>
    public void AddVariant(ReadOnlySpan<char> term, MentionKind kind, Concept concept) => _trie.AddVariant(_terms.Read(term), kind, concept);

    /// <summary>"intra-cortical" for "intracortical".</summary>
    public void AddParted()
    {
        foreach (var (term, kind, concept) in _parted)
        {
            foreach (var parted in _forms.Part(term, vocabulary))
            {
                AddVariant(parted, kind, concept);
            }
        }
    }

    /// <summary>The number of a word that decides between readings of a term and is none itself.</summary>
    public int NumberOf(string word) => vocabulary.Add(word);

    /// <summary>The trie of all terms read.</summary>
    /// <param name="words">One more than the highest number of a word.</param>
    public TermTrie Build(int words) => _trie.Build(words);
}
