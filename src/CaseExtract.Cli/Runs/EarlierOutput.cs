namespace CaseExtract.Cli.Runs;

/// <summary>Recognizes what an earlier run wrote, by its first bytes: it may be replaced, and is no report.</summary>
internal static class EarlierOutput
{
    private static readonly byte[][] Beginnings =
    [
        "{\"schemaVersion\":"u8.ToArray(),
        "[\n{\"schemaVersion\":"u8.ToArray(),
        "case_id,document_id,"u8.ToArray(),
        "{\"path\":"u8.ToArray(),
    ];

    public static bool IsAt(string path)
    {
        try
        {
            Span<byte> bytes = stackalloc byte[64];
            using var stream = File.OpenRead(path);
            var beginning = bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
            foreach (var known in Beginnings)
            {
                if (beginning.StartsWith(known))
                {
                    return true;
                }
            }

            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
