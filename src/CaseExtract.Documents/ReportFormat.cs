using System.Collections.Frozen;

namespace CaseExtract.Documents;

/// <summary>The formats that are picked up from folders. A file that is named itself is read whatever its name.</summary>
internal static class ReportFormat
{
    private static readonly FrozenSet<string> Extensions =
        new[] { "", ".txt", ".text", ".md" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether files of this name are read; a name without extension is.</summary>
    public static bool IsReadable(string fileName) => Extensions.Contains(Path.GetExtension(fileName));
}
