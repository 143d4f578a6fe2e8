using System.Text;

namespace CaseExtract.Documents;

/// <summary>Finds out the encoding of a stream of text from its beginning.</summary>
internal static class EncodedStream
{
    private const int SampleLength = 1 << 16;

    /// <summary>Reads the beginning.</summary>
    /// <returns>The stream with its beginning put back, and its encoding.</returns>
    /// <exception cref="DocumentException">It is no text.</exception>
    public static (Stream Stream, Encoding Encoding) Detect(Stream stream)
    {
        var sample = new byte[SampleLength];
        var length = stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        var bytes = sample.AsSpan(0, length);
        if (FileSignature.Recognize(bytes) is { } format)
        {
            throw new DocumentException(ReportErrorKind.Malformed, $"not the text that its name promises ({format})");
        }

        // a character that the sample cuts in two is no damage
        var whole = length == SampleLength ? bytes[..^4] : bytes;
        var (encoding, _) = TextDecoder.Choose(whole);
        return encoding is null
            ? throw new DocumentException(ReportErrorKind.Binary, "not a text file (binary: it holds NUL bytes)")
            : (new ResumedStream(sample.AsMemory(0, length), stream), encoding);
    }
}
