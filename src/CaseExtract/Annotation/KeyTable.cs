using System.Numerics;

namespace CaseExtract.Annotation;

/// <summary>
/// Keys of 128 bits, each with the number of keys that came before it. The dictionaries of the framework would do, but their code for a key of ours is made whenever
/// a process starts, by a compiler that takes longer for it than to read a report.
/// </summary>
internal sealed class KeyTable
{
    public const int None = -1;

    private Slot[] _slots = new Slot[32]; // open addressing, at most half full

    public int Count { get; private set; }

    public void Clear()
    {
        if (Count > 0)
        {
            Array.Clear(_slots);
            Count = 0;
        }
    }

    /// <summary>The number of a key, or <see cref="None"/>.</summary>
    public int Find(ulong first, ulong second) => _slots[PlaceOf(first, second)].Number - 1;

    /// <summary>Adds a key unless it is there.</summary>
    public bool TryAdd(ulong first, ulong second)
    {
        var place = PlaceOf(first, second);
        if (_slots[place].Number != 0)
        {
            return false;
        }

        _slots[place] = new Slot { First = first, Second = second, Number = ++Count };
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return true;
    }

    private int PlaceOf(ulong first, ulong second)
    {
        var hash = ((first * 0x9E3779B97F4A7C15) ^ BitOperations.RotateLeft(second * 0xC2B2AE3D27D4EB4F, 32)) * 0xD6E8FEB86659FD93;
        var place = (int)(hash >> 32) & (_slots.Length - 1);
        while (_slots[place].Number != 0 && (_slots[place].First != first || _slots[place].Second != second))
        {
            place = (place + 1) & (_slots.Length - 1);
        }

        return place;
    }

    private void Grow()
    {
        var smaller = _slots;
        _slots = new Slot[smaller.Length * 2];
        foreach (ref readonly var slot in smaller.AsSpan())
        {
            if (slot.Number != 0)
            {
                _slots[PlaceOf(slot.First, slot.Second)] = slot;
            }
        }
    }

    private struct Slot
    {
        public ulong First;
        public ulong Second;

        /// <summary>One more than the key's number; 0 in an empty slot.</summary>
        public int Number;
    }
}
