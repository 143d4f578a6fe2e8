using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace CaseExtract.Fields;

/// <summary>The fingerprint of a text that came without one: SHA-256 of its UTF-8 bytes, which pass through a pooled array.</summary>
internal static class TextHash
{
    public static string Of(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(text));
        var count = Encoding.UTF8.GetBytes(text, bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, count), hash);
        ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        return Convert.ToHexStringLower(hash);
    }
}
