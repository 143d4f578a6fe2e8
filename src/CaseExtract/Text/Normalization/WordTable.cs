using System.Numerics;
using System.Runtime.CompilerServices;
using CaseExtract.Models;

namespace CaseExtract.Text.Normalization;

/// <summary>
/// Words in lower case, each with a number other than 0. All letters stand in one array, so that tens of thousands of words are two objects;
/// a look-up touches one place, the slot, and the letters only of words that are not their own key.
/// </summary>
internal sealed class WordTable
{
    private const int LettersOfAWord = 10;

    /// <summary>Open addressing, at most two thirds full.</summary>
    private Slot[] _slots;

    /// <summary>The words one behind the other, each behind its length; nothing stands at 0.</summary>
    private char[] _letters;

    private int _end;

    private int _shift;

    /// <param name="capacity">About how many words it will hold; it grows when they are more.</param>
    public WordTable(int capacity = 32)
    {
        _slots = new Slot[BitOperations.RoundUpToPowerOf2(((uint)capacity * 3 / 2) + 2)];
        _letters = new char[(capacity * LettersOfAWord) + 1];
        _end = 1;
        _shift = ShiftOf(_slots.Length);
    }

    public WordTable(ImageReader image)
    {
        Count = image.Number();
        _slots = image.Array<Slot>();
        _letters = image.Array<char>();
        _end = _letters.Length;
        _shift = ShiftOf(_slots.Length);
    }

    /// <summary>Writes what the constructor reads.</summary>
    public void Write(ImageWriter image)
    {
        image.Number(Count);
        image.Array<Slot>(_slots);
        image.Array<char>(_letters.AsSpan(0, _end));
    }

    /// <summary>How many words it holds.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a word, ignoring the case of ASCII letters; 0 if it is none of the table's.</summary>
    /// <param name="word">A word as written, or folded if it holds other than ASCII.</param>
    /// <param name="key">Its key.</param>
    public int Find(ReadOnlySpan<char> word, in WordKey key)
    {
        var slots = _slots;
        for (var index = key.SlotIn(_shift); ; index = (index + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[index];
            if (slot.Number == 0 || (slot.Key == key && (key.IsExact || StandsAt(slot.Letters, word))))
            {
                return slot.Number;
            }
        }
    }

    /// <summary>
    /// The numbers of many words whose keys are exact, as <see cref="Find"/> gives them. A table of all forms is larger than the caches next to the
    /// processor, and most of a look-up is waiting for its slot: where no look-up decides what the next one does, they wait together.
    /// </summary>
    /// <param name="keys">Exact keys.</param>
    /// <param name="numbers">Where the numbers go, as many.</param>
    public void FindExact(ReadOnlySpan<WordKey> keys, Span<int> numbers)
    {
        const int Elsewhere = -1;
        var slots = _slots;
        numbers = numbers[..keys.Length];
        for (var index = 0; index < keys.Length; index++)
        {
            ref readonly var slot = ref slots[keys[index].SlotIn(_shift)];
            var difference = (slot.Key.Low ^ keys[index].Low) | (slot.Key.High ^ keys[index].High);

            // a slot without a number is empty; one of another word says nothing yet. Bits instead of a branch: it would be guessed wrong, and wait
            var isSettled = (difference == 0) | (slot.Number == 0);
            var ones = -Unsafe.BitCast<bool, byte>(isSettled);
            numbers[index] = (slot.Number & ones) | (Elsewhere & ~ones);
        }

        for (var index = 0; index < keys.Length; index++)
        {
            if (numbers[index] == Elsewhere)
            {
                numbers[index] = Find([], keys[index]);
            }
        }
    }

    /// <summary>Asks for the memory that a look-up will need.</summary>
    public void Announce(in WordKey key) => Prefetch.Of(in _slots[key.SlotIn(_shift)]);

    /// <summary>Adds a word unless it is there.</summary>
    public bool TryAdd(ReadOnlySpan<char> word, int number)
    {
        var key = WordKey.Of(word);
        if (Find(word, key) != 0)
        {
            return false;
        }

        if (++Count * 3 > _slots.Length * 2)
        {
            Grow();
        }

        Place(new Slot { Key = key, Letters = Append(word), Number = number });
        return true;
    }

    /// <summary>The words and their numbers in the order in which they were added.</summary>
    public IEnumerable<(string Word, int Number)> InOrder()
    {
        for (var at = 1; at < _end; at += _letters[at] + 1)
        {
            var word = new string(_letters, at + 1, _letters[at]);
            yield return (word, Find(word, WordKey.Of(word)));
        }
    }

    private static int ShiftOf(int slots) => BitOperations.LeadingZeroCount((ulong)slots - 1);

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
            if (letters[index] != WordKey.Lower(word[index]))
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
            _letters[at + 1 + index] = WordKey.Lower(word[index]);
        }

        return at;
    }

    private void Grow()
    {
        var smaller = _slots;
        _slots = new Slot[smaller.Length * 2];
        _shift--;
        foreach (var slot in smaller)
        {
            if (slot.Number != 0)
            {
                Place(slot);
            }
        }
    }

    private void Place(in Slot slot)
    {
        var index = slot.Key.SlotIn(_shift);
        while (_slots[index].Number != 0)
        {
            index = (index + 1) & (_slots.Length - 1);
        }

        _slots[index] = slot;
    }

    private struct Slot
    {
        public WordKey Key;

        /// <summary>0 in an empty slot.</summary>
        public int Number;

        /// <summary>Where the word's letters stand.</summary>
        public int Letters;
    }
}
