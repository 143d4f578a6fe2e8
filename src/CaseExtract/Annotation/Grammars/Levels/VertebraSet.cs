using System.Collections;
using System.Numerics;

namespace CaseExtract.Annotation.Grammars;

/// <summary>A set of vertebrae, a bit each: what a report writes as <c>T5-T7</c> is three bits and no list.</summary>
internal readonly record struct VertebraSet : IReadOnlyCollection<VertebralLevel>
{
    private readonly uint _bits;

    private VertebraSet(uint bits) => _bits = bits;

    public static VertebraSet Empty => default;

    /// <summary>A bit for each vertebra.</summary>
    public uint Bits => _bits;

    public int Count => BitOperations.PopCount(_bits);

    public bool IsEmpty => _bits == 0;

    /// <summary>The uppermost vertebra of a set that is not empty.</summary>
    public VertebralLevel Highest => new(BitOperations.TrailingZeroCount(_bits));

    /// <summary>The lowermost vertebra of a set that is not empty.</summary>
    public VertebralLevel Lowest => new(31 - BitOperations.LeadingZeroCount(_bits));

    public static VertebraSet Of(VertebralLevel level) => new(1u << level.Order);

    /// <summary>All vertebrae from one to another, in either order; the sixth lumbar only where it is named.</summary>
    public static VertebraSet Range(VertebralLevel from, VertebralLevel to)
    {
        var high = Math.Min(from.Order, to.Order);
        var low = Math.Max(from.Order, to.Order);
        var bits = (uint)((1UL << (low + 1)) - (1UL << high));
        return new VertebraSet(high < VertebralLevel.L6.Order && low > VertebralLevel.L6.Order ? bits & ~(1u << VertebralLevel.L6.Order) : bits);
    }

    public bool Equals(VertebraSet other) => _bits == other._bits;

    public override int GetHashCode() => (int)(_bits * 0x9E3779B1);

    public bool Contains(VertebralLevel level) => (_bits & (1u << level.Order)) != 0;

    public VertebraSet Intersect(VertebraSet other) => new(_bits & other._bits);

    public VertebraSet Union(VertebraSet other) => new(_bits | other._bits);

    /// <summary>Whether every vertebra of the set lies between two, both included.</summary>
    public bool IsWithin(VertebralLevel high, VertebralLevel low) => (_bits & ~Range(high, low)._bits) == 0;

    public Enumerator GetEnumerator() => new(_bits);

    IEnumerator<VertebralLevel> IEnumerable<VertebralLevel>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names of the vertebrae, down the spine.</summary>
    public string[] Names()
    {
        var names = new string[Count];
        var count = 0;
        foreach (var level in this)
        {
            names[count++] = level.Name;
        }

        return names;
    }

    public override string ToString() => string.Join(", ", Names());

    /// <summary>Goes down the spine.</summary>
    public struct Enumerator(uint bits) : IEnumerator<VertebralLevel>
    {
        private uint _left = bits;

        public VertebralLevel Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_left == 0)
            {
                return false;
            }

            Current = new VertebralLevel(BitOperations.TrailingZeroCount(_left));
            _left &= _left - 1;
            return true;
        }

        public readonly void Reset() => throw new NotSupportedException();

        public readonly void Dispose()
        {
        }
    }
}
