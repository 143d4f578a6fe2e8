using System.Buffers;
using System.Globalization;
using System.Text;

namespace CaseExtract.Schema;

/// <summary>Text in the making, in a pooled array: a batch writes the JSON of millions of records through the same few arrays.</summary>
internal sealed class CharBuffer() : TextWriter(CultureInfo.InvariantCulture)
{
    private const int UsualLength = 4096;

    private char[] _characters = ArrayPool<char>.Shared.Rent(UsualLength);
    private int _count;

    public override Encoding Encoding => Encoding.Unicode;

    public ReadOnlySpan<char> Written => _characters.AsSpan(0, _count);

    public override void Write(char value)
    {
        Reserve(1);
        _characters[_count++] = value;
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Reserve(buffer.Length);
        buffer.CopyTo(_characters.AsSpan(_count));
        _count += buffer.Length;
    }

    public override string ToString() => new(Written);

    protected override void Dispose(bool disposing)
    {
        ArrayPool<char>.Shared.Return(_characters);
        _characters = [];
        _count = 0;
        base.Dispose(disposing);
    }

    private void Reserve(int more)
    {
        if (_count + more <= _characters.Length)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_count + more, _characters.Length * 2));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_characters);
        _characters = larger;
    }
}
