using CaseExtract.Models;

namespace CaseExtract.Text.Normalization;

/// <summary>
/// The words that the models know, each with a number. A word of a text is looked up once, when it is tokenized; everything after
/// compares numbers. Spelling variants and plurals of one word share its number. Number 0 is a word that no model knows.
/// </summary>
internal sealed class Vocabulary
{
    public const int Unknown = 0;

    private readonly WordTable _forms;

    private Vocabulary(WordTable forms, int count)
    {
        _forms = forms;
        Count = count;
    }

    public Vocabulary(ImageReader image)
    {
        Count = image.Number();
        _forms = new WordTable(image);
    }

    /// <summary>One more than the highest word number.</summary>
    public int Count { get; }

    /// <summary>Writes what the constructor reads.</summary>
    public void Write(ImageWriter image)
    {
        image.Number(Count);
        _forms.Write(image);
    }

    /// <summary>The number of a word, ignoring the case of ASCII letters.</summary>
    /// <param name="word">A word as written, or folded if it holds other than ASCII.</param>
    /// <param name="key">Its key.</param>
    public int Find(ReadOnlySpan<char> word, in WordKey key) => _forms.Find(word, key);

    /// <inheritdoc cref="WordTable.Announce"/>
    public void Announce(in WordKey key) => _forms.Announce(key);

    /// <inheritdoc cref="WordTable.FindExact"/>
    public void FindExact(ReadOnlySpan<WordKey> keys, Span<int> numbers) => _forms.FindExact(keys, numbers);

    /// <summary>Collects words while models are loaded.</summary>
    public sealed class Builder
    {
        private readonly WordTable _listed;
        private readonly HashSet<string> _keptApart;
        private readonly Vocabulary? _made;
        private int _count = 1;

        /// <summary>Begins with no word.</summary>
        /// <param name="keptApart">Plurals that mean something of their own ("patients" speaks of people at large).</param>
        public Builder(IEnumerable<string> keptApart)
        {
            _listed = new WordTable();
            _keptApart = new HashSet<string>(keptApart, StringComparer.Ordinal);
        }

        public Builder() : this([]) { }

        /// <summary>Tells the numbers of a vocabulary that was built before. It has the words of all who ask; one that it does not have cannot be added.</summary>
        public Builder(Vocabulary made)
        {
            _made = made;
            _listed = made._forms;
            _keptApart = [];
        }

        /// <summary>The number of a listed word, folded; a plural has its singular's, and the American and the British spelling share one.</summary>
        public int Add(string word) => Add(word.AsSpan());

        /// <inheritdoc cref="Add(string)"/>
        public int Add(ReadOnlySpan<char> word) => TryFind(word, out var number) ? number : List(word.ToString());

        /// <summary>The numbers of several listed words.</summary>
        public WordSet AddAll(params string[] words)
        {
            var numbers = new WordSet();
            foreach (var word in words)
            {
                numbers.Add(Add(word));
            }

            return numbers;
        }

        /// <summary>The number of a form if it is listed as such so far.</summary>
        public bool TryFind(ReadOnlySpan<char> form, out int number) => (number = _listed.Find(form, WordKey.Of(form))) != Unknown;

        /// <summary>Whether a form is a plural that means something of its own.</summary>
        public bool IsKeptApart(string form) => _keptApart.Contains(form);

        /// <summary>Derives the variants of all listed words; a form that is itself listed keeps its own number.</summary>
        public Vocabulary Build()
        {
            if (_made is not null)
            {
                return _made;
            }

            var forms = new WordTable(_listed.Count * 3);
            foreach (var (word, number) in _listed.InOrder())
            {
                forms.TryAdd(word, number);
            }

            foreach (var (word, number) in _listed.InOrder())
            {
                foreach (var form in SpellingVariants.Of(word))
                {
                    forms.TryAdd(form, number);
                }
            }

            return new Vocabulary(forms, _count);
        }

        private int List(string word)
        {
            if (_made is not null)
            {
                throw new InvalidOperationException("the image of the models was made by another build");
            }

            var american = SpellingVariants.American(_keptApart.Contains(word) ? word : SpellingVariants.SingularOf(word));
            if (!TryFind(american, out var number))
            {
                number = _count++;
                _listed.TryAdd(american, number);
            }

            // Also where the word is some other word's plural or variant: what is listed keeps its number.
            _listed.TryAdd(word, number);
            return number;
        }
    }
}
