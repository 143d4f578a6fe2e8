namespace CaseExtract.Text;

/// <summary>A text addressed by Unicode code points, as evidence is. Half of a surrogate pair without the other half counts as one.</summary>
public sealed class CodePointText
{
    private readonly string _text;

    /// <summary>Where surrogate pairs begin, in UTF-16 units, ascending.</summary>
    private readonly List<int> _pairs = [];

    /// <param name="text">The text, as it stands.</param>
    public CodePointText(string text)
    {
        _text = text;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && char.IsLowSurrogate(text[i + 1]))
            {
                _pairs.Add(i++);
            }
        }
    }

    /// <summary>Length in code points.</summary>
    public int Length => _text.Length - _pairs.Count;

    /// <summary>The UTF-16 index at which a code point begins; the end of the text for <see cref="Length"/>.</summary>
    /// <param name="codePoint">From 0 to <see cref="Length"/>.</param>
    public int ToUtf16(int codePoint)
    {
        // Pair k is the code point _pairs[k] - k: the number of pairs before this code point is where that first reaches it.
        var (low, high) = (0, _pairs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_pairs[middle] - middle < codePoint)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return codePoint + low;
    }

    /// <summary>The text from one code point to another, end exclusive.</summary>
    public ReadOnlySpan<char> Slice(int start, int end)
    {
        var from = ToUtf16(start);
        return _text.AsSpan(from, ToUtf16(end) - from);
    }
    /// <summary>Whether these words stand from one code point to another; any numbers may be asked for.</summary>
    public bool Says(int start, int end, ReadOnlySpan<char> words) =>
        start >= 0 && start < end && end <= Length && Slice(start, end).SequenceEqual(words);
    /// <summary>The whole text.</summary>
    public override string ToString() => _text;
}
