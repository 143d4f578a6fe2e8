using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace CaseExtract.Fields;

/// <summary>The fingerprint of a text that came without one: SHA-256 of its UTF-8 bytes, which pass through a pooled array.</summary>
internal static class TextHash
{
    private const int Short = 1 << 16;

    public static string Of(string text)
    {
        // of a short text the room is estimated, which saves reading it twice
        var bytes = ArrayPool<byte>.Shared.Rent(text.Length <= Short ? Encoding.UTF8.GetMaxByteCount(text.Length) : Encoding.UTF8.GetByteCount(text));
        var written = bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(written, hash);
        written.Clear(); // nothing of a narrative stays behind in the pool
        ArrayPool<byte>.Shared.Return(bytes);
        return Convert.ToHexStringLower(hash);
    }
}
