namespace CaseExtract.Text.Normalization;

/// <summary>A set of words by their numbers, asked for every token of a text: one array read, where a hash set does a calculation and two.</summary>
internal sealed class WordSet
{
    private readonly bool[] _contains;

    public WordSet(IReadOnlyCollection<int> words)
    {
        var highest = -1;
        foreach (var word in words)
        {
            highest = Math.Max(highest, word);
        }

        _contains = new bool[highest + 1];
        foreach (var word in words)
        {
            _contains[word] = true;
        }
    }

    public bool Contains(int word) => (uint)word < (uint)_contains.Length && _contains[word];
}
