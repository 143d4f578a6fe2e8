using System.Collections;
using System.Numerics;

namespace CaseExtract.Text.Normalization;

/// <summary>
/// A set of words by their numbers, a bit for each. Sets are asked for every token of a text, and there are dozens of them: all words of the models take a
/// kilobyte or two, so that the sets stay in the caches next to the processor where hash tables would not.
/// </summary>
internal sealed class WordSet : IEnumerable<int>
{
    private const int BitsOfPart = 64;

    private ulong[] _parts = [];

    public bool Contains(int word)
    {
        var parts = _parts;
        var part = (uint)word / BitsOfPart;
        return part < (uint)parts.Length && (parts[part] >> word & 1) != 0; // a shift counts modulo 64
    }

    public void Add(int word)
    {
        var part = (uint)word / BitsOfPart;
        if (part >= (uint)_parts.Length)
        {
            Array.Resize(ref _parts, (int)BitOperations.RoundUpToPowerOf2(part + 1));
        }

        _parts[part] |= 1UL << word;
    }

    /// <summary>Removes all words; the memory stays for others.</summary>
    public void Clear() => Array.Clear(_parts);

    /// <summary>The words by rising number.</summary>
    public IEnumerator<int> GetEnumerator()
    {
        for (var word = 0; word < _parts.Length * BitsOfPart; word++)
        {
            if (Contains(word))
            {
                yield return word;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
