namespace CaseExtract.Tests;

/// <summary>Where the files of the repository lie, found upward from the test assembly.</summary>
internal static class Repository
{
    public static string Root { get; } = FindUpward("CaseExtract.sln");

    public static string Models => Path.Combine(Root, "models");

    public static string Samples => Path.Combine(Root, "samples");

    public static string Sentences => Path.Combine(Root, "tests", "CaseExtract.Tests", "Sentences");

    public static string Narratives => Path.Combine(Root, "tests", "CaseExtract.Tests", "Narratives");

    /// <summary>Names of the files of a folder, sorted ordinally.</summary>
    public static IEnumerable<string> FilesOf(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    private static string FindUpward(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, file)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"{file} is in no folder above {AppContext.BaseDirectory}");
    }
}
