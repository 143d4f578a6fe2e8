using System.Numerics;

namespace CaseExtract.Text.Normalization;

/// <summary>
/// Words in lower case, each with a number other than 0. All letters stand in one array, so that tens of thousands of words are two objects
/// and a look-up touches two places: its slot, and the letters when the hash is right.
/// </summary>
/// <param name="capacity">About how many words it will hold; it grows when they are more.</param>
internal sealed class WordTable(int capacity = 32)
{
    private const int LettersOfAWord = 10;

    /// <summary>Open addressing, at most half full.</summary>
    private Slot[] _slots = new Slot[BitOperations.RoundUpToPowerOf2(((uint)capacity + 1) * 2)];

    /// <summary>The words one behind the other, each behind its length; nothing stands at 0.</summary>
    private char[] _letters = new char[(capacity * LettersOfAWord) + 1];

    private int _end = 1;

    /// <summary>How many words it holds.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a word, ignoring the case of ASCII letters; 0 if it is none of the table's.</summary>
    /// <param name="word">A word as written, or folded if it holds other than ASCII.</param>
    /// <param name="hash">Its <see cref="WordHash"/>.</param>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        var slots = _slots;
        for (var index = (int)hash & (slots.Length - 1); slots[index].Letters != 0; index = (index + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[index];
            if (slot.Hash == hash && StandsAt(slot.Letters, word))
            {
                return slot.Number;
            }
        }

        return 0;
    }

    /// <summary>Adds a word unless it is there.</summary>
    public bool TryAdd(ReadOnlySpan<char> word, int number)
    {
        var hash = WordHash.Of(word);
        if (Find(word, hash) != 0)
        {
            return false;
        }

        if (++Count * 2 > _slots.Length)
        {
            Grow();
        }

        Place(_slots, new Slot { Hash = hash, Letters = Append(word), Number = number });
        return true;
    }

    /// <summary>The words and their numbers in the order in which they were added.</summary>
    public IEnumerable<(string Word, int Number)> InOrder()
    {
        for (var at = 1; at < _end; at += _letters[at] + 1)
        {
            var word = new string(_letters, at + 1, _letters[at]);
            yield return (word, Find(word, WordHash.Of(word)));
        }
    }

    private bool StandsAt(int at, ReadOnlySpan<char> word)
    {
        if (_letters[at] != word.Length)
        {
            return false;
        }

        // most words are written small: then it is one comparison of memory
        var letters = _letters.AsSpan(at + 1, word.Length);
        if (letters.SequenceEqual(word))
        {
            return true;
        }

        for (var index = 0; index < word.Length; index++)
        {
            if (letters[index] != WordHash.Lower(word[index]))
            {
                return false;
            }
        }

        return true;
    }

    private int Append(ReadOnlySpan<char> word)
    {
        var at = _end;
        _end += word.Length + 1;
        if (_end > _letters.Length)
        {
            Array.Resize(ref _letters, Math.Max(_end, _letters.Length * 2));
        }

        _letters[at] = checked((char)word.Length);
        for (var index = 0; index < word.Length; index++)
        {
            _letters[at + 1 + index] = WordHash.Lower(word[index]);
        }

        return at;
    }

    private void Grow()
    {
        var larger = new Slot[_slots.Length * 2];
        foreach (var slot in _slots)
        {
            if (slot.Letters != 0)
            {
                Place(larger, slot);
            }
        }

        _slots = larger;
    }

    private static void Place(Slot[] slots, Slot slot)
    {
        var index = (int)slot.Hash & (slots.Length - 1);
        while (slots[index].Letters != 0)
        {
            index = (index + 1) & (slots.Length - 1);
        }

        slots[index] = slot;
    }

    private struct Slot
    {
        public uint Hash;

        /// <summary>Where the word's letters stand; 0 in an empty slot.</summary>
        public int Letters;

        public int Number;
    }
}
