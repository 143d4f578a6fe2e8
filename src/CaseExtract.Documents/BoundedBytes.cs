namespace CaseExtract.Documents;

/// <summary>Reads a stream whole, but no more than a limit.</summary>
internal static class BoundedBytes
{
    /// <summary>Reads to the end.</summary>
    /// <param name="stream">Read from where it stands.</param>
    /// <param name="options">They hold the limit.</param>
    /// <exception cref="DocumentException">There is more than the limit.</exception>
    public static ReadOnlyMemory<byte> Read(Stream stream, ReadingOptions options)
    {
        var limit = options.SizeLimit;
        var expected = stream.CanSeek ? stream.Length - stream.Position : 0;
        if (expected > limit)
        {
            throw TooLarge(options);
        }

        // One more than expected, so that the end is seen without growing. A stream may hold more than its length says.
        var buffer = new byte[Math.Max(expected + 1, 4096)];
        var length = 0;
        while (stream.Read(buffer, length, buffer.Length - length) is > 0 and var count)
        {
            length += count;
            if (length > limit)
            {
                throw TooLarge(options);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, limit + 1));
            }
        }

        return buffer.AsMemory(0, length);
    }

    private static DocumentException TooLarge(ReadingOptions options) =>
        new(ReportErrorKind.TooLarge, $"the file is larger than the limit of {options.SizeLimitWords}");
}
