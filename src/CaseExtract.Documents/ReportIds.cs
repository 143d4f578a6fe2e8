namespace CaseExtract.Documents;

/// <summary>
/// Gives every report an id: its file name without the extension. Where two would clash they keep their extensions (same folder) or take
/// as many of their folders as tell them apart. Only clashing reports are touched, and the order of the input does not matter.
/// </summary>
internal static class ReportIds
{
    /// <param name="paths">Distinct paths as given, with forward slashes; <c>-</c> gets the id <c>stdin</c>.</param>
    /// <returns>The id of each path.</returns>
    public static Dictionary<string, string> Choose(IReadOnlyCollection<string> paths)
    {
        var candidates = paths.Distinct(StringComparer.Ordinal).Select(path => new Candidate(path)).ToList();
        if (candidates is [var only])
        {
            return new Dictionary<string, string>(StringComparer.Ordinal) { [only.Path] = only.Id };
        }

        // x.txt and x.md in one folder: no folder can tell them apart, so they keep their extensions. That may meet an x.md.txt, hence
        // the loop; each turn gives at least one report its whole name, of which a folder has only one.
        while (Clashes(candidates, candidate => $"{candidate.Folder}/{candidate.Name}")
            .SelectMany(clash => clash).Where(candidate => !candidate.HasWholeName).ToList() is { Count: > 0 } sameFolder)
        {
            sameFolder.ForEach(candidate => candidate.TakeWholeName());
        }

        while (Clashes(candidates, candidate => candidate.Id).SelectMany(clash => clash)
            .Where(candidate => candidate.CanTakeFolder).ToList() is { Count: > 0 } sameName)
        {
            sameName.ForEach(candidate => candidate.TakeFolder());
        }

        // Left are oddities such as "x.txt" beside "/x.txt", or a file named "stdin" beside standard input: the whole path tells all apart.
        foreach (var candidate in Clashes(candidates, candidate => candidate.Id).SelectMany(clash => clash).ToList())
        {
            candidate.TakeWholePath();
        }

        return candidates.ToDictionary(candidate => candidate.Path, candidate => candidate.Id, StringComparer.Ordinal);
    }

    private static IEnumerable<IGrouping<string, Candidate>> Clashes(List<Candidate> candidates, Func<Candidate, string> key) =>
        candidates.GroupBy(key, StringComparer.Ordinal).Where(group => group.Skip(1).Any());

    private sealed class Candidate
    {
        private readonly string[] _folders;
        private int _taken;
        private string? _wholePath;

        public Candidate(string path)
        {
            Path = path;
            if (path == ReportFinder.StandardInput)
            {
                (_folders, Folder, Name, HasWholeName) = ([], "", "stdin", true);
                return;
            }

            // With "..", the names of the folders above are only known from the whole path.
            var resolved = path.Split('/').Contains("..") ? System.IO.Path.GetFullPath(path).Replace('\\', '/') : path;
            var parts = resolved.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").ToArray();
            _folders = parts[..^1];
            Folder = (resolved.StartsWith('/') ? "/" : "") + string.Join('/', _folders);
            Name = System.IO.Path.GetFileNameWithoutExtension(FormatNames.WithoutGzip(path));
            if (Name.Length == 0)
            {
                TakeWholeName();
            }
        }

        public string Path { get; }

        public string Folder { get; }

        public string Name { get; private set; }

        public bool HasWholeName { get; private set; }

        public bool CanTakeFolder => _taken < _folders.Length;

        public string Id => _wholePath ?? string.Join('/', _folders[^_taken..].Append(Name));

        public void TakeWholeName() => (Name, HasWholeName) = (System.IO.Path.GetFileName(Path), true);

        public void TakeFolder() => _taken++;

        public void TakeWholePath() =>
            _wholePath = Path == ReportFinder.StandardInput ? null : System.IO.Path.GetFullPath(Path).Replace('\\', '/');
    }
}
