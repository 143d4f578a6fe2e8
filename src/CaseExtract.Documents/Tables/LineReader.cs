namespace CaseExtract.Documents;

/// <summary>A line of bytes.</summary>
/// <param name="Position">Where it begins, in bytes from where the stream began.</param>
/// <param name="Bytes">Its bytes without the line feed: a copy that may be kept. Empty when it is too long.</param>
/// <param name="IsTooLong">Whether it is longer than the limit; it was passed over.</param>
internal readonly record struct ByteLine(long Position, ReadOnlyMemory<byte> Bytes, bool IsTooLong);

/// <summary>Reads a stream line by line, whatever its size. A line ends at a line feed; a byte order mark before the first is left out.</summary>
internal sealed class LineReader(Stream stream, long limit)
{
    private const int BlockLength = 1 << 18;

    private byte[] _block = new byte[BlockLength];
    private int _start;
    private int _end;
    private long _position;
    private bool _isAtEnd;

    /// <summary>The number of the line read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Passes over, counting them, the lines that begin before a byte.</summary>
    public void SkipTo(long position)
    {
        while (_position < position && TryPass(out var hasMore) && hasMore)
        {
            Number++;
        }
    }

    /// <summary>Reads the next line.</summary>
    public bool TryRead(out ByteLine line)
    {
        line = default;
        var searched = 0;
        while (true)
        {
            var rest = _block.AsSpan(_start, _end - _start);
            var length = rest[searched..].IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = Take(searched + length, terminator: 1);
                return true;
            }

            searched = rest.Length;
            if (_isAtEnd)
            {
                if (searched == 0)
                {
                    return false;
                }

                line = Take(searched, terminator: 0);
                return true;
            }

            if (searched > limit)
            {
                var begins = _position;
                Number++;
                _ = TryPass(out _);
                line = new ByteLine(begins, default, IsTooLong: true);
                return true;
            }

            Fill();
        }
    }

    private ByteLine Take(int length, int terminator)
    {
        Number++;
        var bytes = _block.AsSpan(_start, length);
        var line = new ByteLine(_position, length > limit ? default : bytes[MarkLength(bytes)..].ToArray(), length > limit);
        Advance(length + terminator);
        return line;
    }

    private int MarkLength(ReadOnlySpan<byte> bytes) => _position == 0 && bytes.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>Goes behind the next line feed without keeping what stands before it.</summary>
    /// <returns>Whether there was anything.</returns>
    private bool TryPass(out bool foundEnd)
    {
        var any = false;
        while (true)
        {
            var rest = _block.AsSpan(_start, _end - _start);
            any |= rest.Length > 0;
            var length = rest.IndexOf((byte)'\n');
            foundEnd = length >= 0;
            Advance(foundEnd ? length + 1 : rest.Length);
            if (foundEnd || _isAtEnd)
            {
                return any;
            }

            Fill();
        }
    }

    private void Advance(int count)
    {
        _start += count;
        _position += count;
    }

    /// <summary>Reads more behind what is there, which is moved to the front; the block grows when a line fills it.</summary>
    private void Fill()
    {
        var kept = _end - _start;
        if (kept == _block.Length)
        {
            Array.Resize(ref _block, (int)Math.Min(Array.MaxLength, _block.Length * 2L));
        }
        else
        {
            _block.AsSpan(_start, kept).CopyTo(_block);
        }

        (_start, _end) = (0, kept);
        var count = stream.Read(_block, _end, _block.Length - _end);
        _end += count;
        _isAtEnd = count == 0;
    }
}
