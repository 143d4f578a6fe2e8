namespace CaseExtract.Documents;

/// <summary>
/// Plain text in any of the encodings that reports come in. It is decoded and otherwise left as it is: line ends are kept, only a byte
/// order mark is not part of it.
/// </summary>
internal static class PlainText
{
    /// <exception cref="DocumentException">The bytes are not text.</exception>
    public static DocumentText Read(ReadOnlySpan<byte> bytes) =>
        TextDecoder.TryDecode(bytes, out var text, out var encoding, out var reason)
            ? new DocumentText(text, "text/plain", encoding)
            : throw new DocumentException(ReportErrorKind.Binary, reason);
}
