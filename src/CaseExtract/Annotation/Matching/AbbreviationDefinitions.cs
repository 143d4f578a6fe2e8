using System.Runtime.InteropServices;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Matching;

/// <summary>What one document says of its abbreviations, and what is asked of its words for their sake. Its memory serves document after document.</summary>
internal sealed class AbbreviationDefinitions
{
    /// <summary>An abbreviation has at most so many letters: as many as a key of 128 bits holds.</summary>
    public const int Longest = 8;

    private readonly KeyTable _defined = new();
    private readonly List<Mention> _definitions = new(16); // by the number of the key
    private readonly KeyTable _spelled = new();
    private readonly WordSet _words = [];
    private bool _isSpelledKnown;
    private bool _areWordsKnown;
    private ulong _initials; // a bit of 64 for the first letter of each

    public bool IsEmpty => _defined.Count == 0;

    public void Clear()
    {
        _defined.Clear();
        _definitions.Clear();
        _spelled.Clear();
        if (_areWordsKnown)
        {
            _words.Clear();
        }

        (_isSpelledKnown, _areWordsKnown, _initials) = (false, false, 0);
    }

    /// <summary>Takes a definition, unless there is one of the same letters.</summary>
    public void Define(ReadOnlySpan<char> surface, Mention mention)
    {
        var (first, second) = KeyOf(surface);
        if (_defined.TryAdd(first, second))
        {
            _definitions.Add(mention);
        }

        _initials |= 1UL << surface[0];
    }

    /// <summary>Whether an abbreviation that is defined may start with a letter: nearly always no, and told without a look-up.</summary>
    public bool MayStartWith(char initial) => (_initials >> initial & 1) != 0; // a shift counts modulo 64

    public bool Defines(ReadOnlySpan<char> surface) => TryFind(surface, out _);

    public bool TryFind(ReadOnlySpan<char> surface, out Mention mention)
    {
        var number = NumberOf(surface, _defined);
        mention = number == KeyTable.None ? default : _definitions[number];
        return number != KeyTable.None;
    }

    /// <summary>Whether what is spelled out as something else still has to be added: once for a document, and only where it is asked for.</summary>
    public bool AsksForSpelled() => !_isSpelledKnown && (_isSpelledKnown = true);

    public void AddSpelled(ReadOnlySpan<char> surface)
    {
        var (first, second) = KeyOf(surface);
        _spelled.TryAdd(first, second);
    }

    public bool IsSpelled(ReadOnlySpan<char> surface) => NumberOf(surface, _spelled) != KeyTable.None;

    /// <summary>Whether the words of the document still have to be added.</summary>
    public bool AsksForWords() => !_areWordsKnown && (_areWordsKnown = true);

    public void AddWord(int word) => _words.Add(word);

    /// <summary>How many of some words the document has.</summary>
    public int CountOf(IReadOnlyList<int> words)
    {
        var count = 0;
        for (var index = 0; index < words.Count; index++)
        {
            count += _words.Contains(words[index]) ? 1 : 0;
        }

        return count;
    }

    private static int NumberOf(ReadOnlySpan<char> surface, KeyTable table)
    {
        if (surface.Length > Longest)
        {
            return KeyTable.None;
        }

        var (first, second) = KeyOf(surface);
        return table.Find(first, second);
    }

    /// <summary>The letters themselves, one behind the other: no string has to be made of them.</summary>
    private static (ulong First, ulong Second) KeyOf(ReadOnlySpan<char> surface)
    {
        Span<char> letters = stackalloc char[Longest];
        letters.Clear();
        surface.CopyTo(letters);
        var halves = MemoryMarshal.Cast<char, ulong>(letters);
        return (halves[0], halves[1]);
    }
}
