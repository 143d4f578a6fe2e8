using System.Text;
using System.Text.RegularExpressions;

namespace CaseExtract.Documents;

/// <summary>The text of a page of markup, whose first bytes may name its encoding.</summary>
internal static partial class HtmlEncoding
{
    private const int DeclarationLength = 1024;

    /// <exception cref="DocumentException">The bytes are no text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, out string encoding)
    {
        var (chosen, markLength) = TextDecoder.Choose(bytes);
        if (chosen is null)
        {
            throw new DocumentException(ReportErrorKind.Binary, "not a text file (binary: it holds NUL bytes)");
        }

        // what the bytes show is believed; only between encodings of one byte a character does the page decide
        if (chosen.IsSingleByte && Declared(bytes) is { } declared)
        {
            chosen = declared;
        }

        encoding = chosen.WebName;
        return chosen.GetString(bytes[markLength..]);
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var beginning = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationLength)]);
        if (Charset().Match(beginning) is not { Success: true } match)
        {
            return null;
        }

        try
        {
            var name = match.Groups["name"].Value;
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // <meta charset="windows-1252">, <meta http-equiv=… content="text/html; charset=iso-8859-1">, <?xml version="1.0" encoding="utf-8"?>
    [GeneratedRegex("""(?:charset|encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Charset();
}
