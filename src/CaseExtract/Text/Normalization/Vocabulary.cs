namespace CaseExtract.Text.Normalization;

/// <summary>
/// The words that the models know, each with a number. A word of a text is looked up once, when it is tokenized; everything after
/// compares numbers. Spelling variants and plurals of one word share its number. Number 0 is a word that no model knows.
/// </summary>
internal sealed class Vocabulary
{
    public const int Unknown = 0;

    private readonly int _mask;
    private readonly int[] _slots;       // index into _forms plus one, open addressing
    private readonly string[] _forms;
    private readonly uint[] _hashes;
    private readonly int[] _words;

    private Vocabulary(Dictionary<string, int> wordOfForm, int count)
    {
        Count = count;
        _forms = new string[wordOfForm.Count];
        _hashes = new uint[wordOfForm.Count];
        _words = new int[wordOfForm.Count];
        var size = 16;
        while (size < wordOfForm.Count * 2)
        {
            size *= 2;
        }

        _mask = size - 1;
        _slots = new int[size];
        var next = 0;
        foreach (var (form, word) in wordOfForm)
        {
            var hash = WordHash.Of(form);
            _forms[next] = form;
            _hashes[next] = hash;
            _words[next] = word;
            var slot = (int)hash & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = ++next;
        }
    }

    /// <summary>One more than the highest word number.</summary>
    public int Count { get; }

    /// <summary>The number of a word, ignoring the case of ASCII letters.</summary>
    /// <param name="word">A word as written, or folded if it holds other than ASCII.</param>
    /// <param name="hash">Its <see cref="WordHash"/>.</param>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        var slot = (int)hash & _mask;
        while (_slots[slot] is var entry and not 0)
        {
            if (_hashes[entry - 1] == hash && word.Equals(_forms[entry - 1], StringComparison.OrdinalIgnoreCase))
            {
                return _words[entry - 1];
            }

            slot = (slot + 1) & _mask;
        }

        return Unknown;
    }

    public int Find(string word) => Find(word, WordHash.Of(word));

    /// <summary>Collects words while models are loaded.</summary>
    /// <param name="keptApart">Plurals that mean something of their own ("patients" speaks of people at large).</param>
    public sealed class Builder(IEnumerable<string> keptApart)
    {
        private readonly Dictionary<string, int> _listed = new(StringComparer.Ordinal);
        private readonly HashSet<string> _keptApart = new(keptApart, StringComparer.Ordinal);
        private int _count = 1;

        public Builder() : this([]) { }

        /// <summary>The number of a listed word, folded; a plural has its singular's, and the American and the British spelling share one.</summary>
        public int Add(string word)
        {
            if (_listed.TryGetValue(word, out var number))
            {
                return number;
            }

            var american = SpellingVariants.American(_keptApart.Contains(word) ? word : SpellingVariants.SingularOf(word));
            if (!_listed.TryGetValue(american, out number))
            {
                number = _count++;
                _listed.Add(american, number);
            }

            // Also where the word is some other word's plural or variant: what is listed keeps its number.
            _listed.TryAdd(word, number);
            return number;
        }

        /// <summary>The number of a form if it is listed as such so far.</summary>
        public bool TryFind(string form, out int number) => _listed.TryGetValue(form, out number);

        /// <summary>Derives the variants of all listed words; a form that is itself listed keeps its own number.</summary>
        public Vocabulary Build()
        {
            var forms = new Dictionary<string, int>(_listed, StringComparer.Ordinal);
            foreach (var (word, number) in _listed)
            {
                foreach (var form in SpellingVariants.Of(word))
                {
                    forms.TryAdd(form, number);
                }
            }

            return new Vocabulary(forms, _count);
        }
    }
}
