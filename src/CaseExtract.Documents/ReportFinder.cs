namespace CaseExtract.Documents;

/// <summary>
/// Finds the reports under files and folders. Folders are searched to their depths in ordinal order of paths; hidden files and folders
/// and files of formats that are not read are passed over. Links to folders, which may lead in circles, pipes and devices, and names that are not UTF-8 are
/// errors. A file that is met twice is taken once, at its first place.
/// </summary>
public static class ReportFinder
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Finds reports. Never throws for what the paths hold: what is wrong becomes an entry with an error.</summary>
    /// <param name="paths">Files, folders and <c>-</c>.</param>
    public static FoundReports Find(IEnumerable<string> paths)
    {
        var found = new List<(string Path, ReportError? Error)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var skipped = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (path == StandardInput)
            {
                if (seen.Add(StandardInput))
                {
                    found.Add((path, null));
                }
            }
            else if (Directory.Exists(path))
            {
                FindInFolder(path, found, seen, skipped);
            }
            else if (File.Exists(path) && FolderSearch.LinkFault(new FileInfo(path)) is null)
            {
                if (seen.Add(Path.GetFullPath(path)))
                {
                    found.Add((Slashed(path), null));
                }
            }
            else
            {
                var reason = FolderSearch.LinkFault(new FileInfo(path)) ?? "no such file or folder";
                found.Add((Slashed(path), new ReportError(Slashed(path), ReportErrorKind.Missing, reason)));
            }
        }

        var files = new List<string>(found.Count);
        foreach (var (path, error) in found)
        {
            if (error is null)
            {
                files.Add(path);
            }
        }

        var ids = ReportIds.Choose(files);
        var reports = new List<FoundReport>(found.Count);
        foreach (var (path, error) in found)
        {
            reports.Add(new FoundReport(error is null ? ids[path] : path, path, error));
        }

        return new FoundReports(reports, skipped);
    }

    private static void FindInFolder(
        string folder,
        List<(string Path, ReportError? Error)> found,
        HashSet<string> seen,
        SortedDictionary<string, int> skipped)
    {
        var before = skipped.Values.Sum();
        var entries = FolderSearch.Find(Slashed(folder).TrimEnd('/'), skipped);
        if (entries.Count == 0)
        {
            var passedOver = skipped.Values.Sum() - before;
            var reason = passedOver == 0
                ? "the folder holds no report"
                : $"the folder holds no report (files of other formats: {passedOver})";
            found.Add((Slashed(folder), new ReportError(Slashed(folder), ReportErrorKind.NoReports, reason)));
            return;
        }

        found.AddRange(entries.Where(entry => entry.Error is not null || seen.Add(Path.GetFullPath(entry.Path))));
    }

    private static string Slashed(string path) =>
        Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
}
