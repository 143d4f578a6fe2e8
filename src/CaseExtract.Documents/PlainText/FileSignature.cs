namespace CaseExtract.Documents;

/// <summary>Recognizes, by their first bytes, formats that people put among reports and that are not plain text.</summary>
internal static class FileSignature
{
    /// <summary>What the bytes are, such as <c>PDF document</c>; <see langword="null"/> when they begin like none of these formats.</summary>
    public static string? Recognize(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when bytes.StartsWith("%PDF-"u8) => "PDF document",
        _ when bytes.StartsWith("{\\rtf"u8) => "RTF document",
        _ when bytes.StartsWith("PK\u0003\u0004"u8) => "ZIP archive or Office document",
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => "old Office document",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "PNG picture",
        [0xFF, 0xD8, 0xFF, ..] => "JPEG picture",
        _ when bytes.StartsWith("GIF8"u8) => "GIF picture",
        [(byte)'I', (byte)'I', 0x2A, 0x00, ..] or [(byte)'M', (byte)'M', 0x00, 0x2A, ..] => "TIFF picture",
        [0x1F, 0x8B, 0x08, ..] => "gzip archive",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "program",
        _ when bytes.Length > 132 && bytes[128..].StartsWith("DICM"u8) => "DICOM file",
        _ => null,
    };
}
