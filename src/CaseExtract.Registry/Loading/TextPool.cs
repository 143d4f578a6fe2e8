using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CaseExtract.Registry.Loading;

/// <summary>Texts that come again and again, such as keys and words of a vocabulary, made once. Used by one thread.</summary>
internal sealed class TextPool
{
    private const int SizeBits = 12;
    private const int LongestKept = 48;

    private readonly string?[] _kept = new string?[1 << SizeBits];

    /// <summary>The text at which the reader stands. What UTF-8 cannot hold (half a surrogate pair) and NUL, which PostgreSQL cannot hold, are replaced by U+FFFD.</summary>
    public string Text(ref Utf8JsonReader json)
    {
        // only an escape can stand for NUL
        var text = AsIs(ref json);
        return json.ValueIsEscaped ? text.Replace('\0', '\uFFFD') : text;
    }

    /// <summary>The text at which the reader stands, NUL included.</summary>
    public string AsIs(ref Utf8JsonReader json)
    {
        if (json.ValueIsEscaped || json.ValueSpan.Length > LongestKept)
        {
            return Unescaped(ref json);
        }

        var bytes = json.ValueSpan;
        ref var kept = ref _kept[Place(bytes)];
        if (kept is null || !Ascii.Equals(bytes, kept))
        {
            kept = Encoding.UTF8.GetString(bytes);
        }

        return kept;
    }

    /// <summary>A place among those kept, from the length, the first and the last eight bytes: what differs in the middle alone takes turns.</summary>
    private static int Place(ReadOnlySpan<byte> bytes)
    {
        ulong first = 0, last = 0;
        if (bytes.Length >= sizeof(ulong))
        {
            first = MemoryMarshal.Read<ulong>(bytes);
            last = MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..]);
        }
        else
        {
            foreach (var unit in bytes)
            {
                first = (first << 8) | unit;
            }
        }

        var hash = ((first + (ulong)bytes.Length) * 0x9E3779B97F4A7C15) ^ (last * 0xC2B2AE3D27D4EB4F);
        return (int)((hash * 0x9E3779B97F4A7C15) >> (64 - SizeBits));
    }

    private static string Unescaped(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return LoneSurrogates.Replace(Encoding.UTF8.GetString(json.ValueSpan));
        }
    }
}

/// <summary>Reads JSON strings that name half of a surrogate pair, which the reader of .NET refuses.</summary>
internal static class LoneSurrogates
{
    /// <summary>Takes the escapes out of the inside of a JSON string; a half without its other half becomes U+FFFD.</summary>
    public static string Replace(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }

            i++;
            if (escaped[i] == 'u')
            {
                text.Append((char)Convert.ToUInt16(escaped.Substring(i + 1, 4), 16));
                i += 4;
            }
            else
            {
                text.Append(escaped[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other });
            }
        }

        // encoding and decoding puts U+FFFD in the place of what stands alone
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
