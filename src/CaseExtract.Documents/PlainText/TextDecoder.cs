using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace CaseExtract.Documents;

/// <summary>
/// Decodes the bytes of a report. In this order: a byte order mark is believed; NUL bytes on one side of every pair mean UTF-16, any
/// others a binary file; valid UTF-8 is UTF-8, and so is UTF-8 with damage; the rest is Windows-1252, unless the bytes cannot be that or
/// do not look like English, when a statistical detector is asked.
/// </summary>
internal static class TextDecoder
{
    private const int SampleLength = 1 << 16;

    // Code-page encodings are taken from their provider: registering it would change every Encoding.GetEncoding of the process.
    private static EncodingProvider CodePages => CodePagesEncodingProvider.Instance;

    /// <summary>The bytes to which Windows-1252 gives no character.</summary>
    private static readonly SearchValues<byte> NotWindows1252 = SearchValues.Create(0x81, 0x8D, 0x8F, 0x90, 0x9D);

    /// <summary>Control characters that text does not hold: all of C0 but tab, line feed, vertical tab, form feed, carriage return.</summary>
    private static readonly SearchValues<char> Controls =
        SearchValues.Create("\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F");

    /// <summary>Decodes.</summary>
    /// <param name="bytes">At least one byte.</param>
    /// <param name="text">The text without its byte order mark; what cannot be decoded is U+FFFD.</param>
    /// <param name="encoding">The registered name of the encoding.</param>
    /// <param name="reason">Why the bytes are not text.</param>
    public static bool TryDecode(
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out string? text,
        [NotNullWhen(true)] out string? encoding,
        [NotNullWhen(false)] out string? reason)
    {
        (text, encoding, reason) = (null, null, null);
        if (FileSignature.Recognize(bytes) is { } format)
        {
            reason = $"not a plain-text file ({format})";
            return false;
        }

        var (chosen, markLength) = Choose(bytes);
        if (chosen is null)
        {
            reason = "not a text file (binary: it holds NUL bytes)";
            return false;
        }

        var decoded = chosen.GetString(bytes[markLength..]);
        if (IsControlHeavy(decoded))
        {
            reason = "not a text file (binary: it holds many control characters)";
            return false;
        }

        (text, encoding) = (decoded, chosen.WebName);
        return true;
    }

    /// <summary>The encoding of bytes, of which these may be only the first.</summary>
    /// <returns>The encoding, <see langword="null"/> for binary data, and the length of the byte order mark.</returns>
    public static (Encoding? Encoding, int MarkLength) Choose(ReadOnlySpan<byte> bytes)
    {
        var (marked, markLength) = Mark(bytes);
        return (marked ?? (bytes.Contains((byte)0) ? Utf16WithoutMark(bytes)
            : Utf8.IsValid(bytes) || IsDamagedUtf8(bytes) ? Encoding.UTF8
            : SingleByte(bytes)), markLength);
    }

    private static (Encoding? Encoding, int Length) Mark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        // Before UTF-16, whose mark is the beginning of this one. The four bytes could be UTF-16 that begins with a NUL, which no report does.
        [0xFF, 0xFE, 0x00, 0x00, ..] when bytes.Length % 4 == 0 => (Encoding.UTF32, 4),
        [0x00, 0x00, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    /// <summary>
    /// In UTF-16 of a Western language nearly every character has one NUL byte, always on the same side. Dashes and quotation marks have
    /// none, so half is enough; on the other side a NUL is rare (half of an emoji may have one).
    /// </summary>
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleLength)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        var pairs = sample.Length / 2;
        var (many, few, encoding) = odd > even ? (odd, even, Encoding.Unicode) : (even, odd, Encoding.BigEndianUnicode);
        return many * 2 >= pairs && few * 10 <= many ? encoding : null;
    }

    /// <summary>Whether there are more well-formed sequences of several bytes than ill-formed ones: UTF-8 that was cut or mixed.</summary>
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        var (wellFormed, illFormed) = (0, 0);
        while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and var i)
        {
            bytes = bytes[i..];
            _ = Rune.DecodeFromUtf8(bytes, out _, out var length) == OperationStatus.Done ? wellFormed++ : illFormed++;
            bytes = bytes[length..];
        }

        return wellFormed > illFormed;
    }

    private static Encoding SingleByte(ReadOnlySpan<byte> bytes)
    {
        var windows1252 = CodePages.GetEncoding(1252)!;
        var sample = bytes[..Math.Min(bytes.Length, SampleLength)];
        var high = 0;
        foreach (var value in sample)
        {
            high += value >> 7;
        }

        if (!bytes.ContainsAny(NotWindows1252) && high * 4 <= sample.Length)
        {
            return windows1252;
        }

        var detected = CharsetDetector.DetectFromBytes(sample.ToArray()).Detected;
        return detected is { Confidence: > 0.5f, Encoding: var known, EncodingName: var name }
            ? known ?? CodePages.GetEncoding(name) ?? windows1252
            : windows1252;
    }

    private static bool IsControlHeavy(ReadOnlySpan<char> text)
    {
        // A stray control character or two is a scar of printing or copying; one in twenty is data.
        var controls = 0;
        var allowed = 1 + (text.Length / 20);
        while (text.IndexOfAny(Controls) is >= 0 and var i)
        {
            if (++controls > allowed)
            {
                return true;
            }

            text = text[(i + 1)..];
        }

        return false;
    }
}
