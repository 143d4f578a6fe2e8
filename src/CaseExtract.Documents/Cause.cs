namespace CaseExtract.Documents;

/// <summary>Says in a few plain words why the file system refused.</summary>
internal static class Cause
{
    // Windows packs the error number into an HRESULT, Unix gives the plain number.
    private const int SharingViolation = unchecked((int)0x80070020);

    public static string Of(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        PathTooLongException => "the path is too long",
        IOException { HResult: SharingViolation } => "another program holds it open",
        _ => $"input error ({exception.GetType().Name}, 0x{exception.HResult:x8})",
    };
}
