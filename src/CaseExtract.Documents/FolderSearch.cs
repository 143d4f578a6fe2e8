using System.Security;

namespace CaseExtract.Documents;

/// <summary>
/// Searches a folder to its depths. What looks like a report and cannot be read is an entry with its reason; nothing is left out in silence but hidden
/// files and, counted, files of formats that are not read.
/// </summary>
internal sealed class FolderSearch
{
    private readonly SortedDictionary<string, int> _skipped;
    private readonly List<(string Path, ReportError? Error)> _entries = [];
    private readonly Stack<string> _folders = new();

    private FolderSearch(SortedDictionary<string, int> skipped) => _skipped = skipped;

    /// <summary>Finds the reports of a folder.</summary>
    /// <param name="root">The folder, with forward slashes and without one at its end.</param>
    /// <param name="skipped">Where files of other formats are counted by extension.</param>
    /// <returns>Reports and errors in the ordinal order of paths.</returns>
    public static List<(string Path, ReportError? Error)> Find(string root, SortedDictionary<string, int> skipped)
    {
        var search = new FolderSearch(skipped);
        search._folders.Push(root);
        while (search._folders.TryPop(out var folder))
        {
            search.List(folder);
        }

        // a path can stand twice, once for a name that cannot be read: the stable order keeps runs alike
        return [.. search._entries.OrderBy(entry => entry.Path, StringComparer.Ordinal).ThenBy(entry => entry.Error is not null)];
    }

    private void List(string folder)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var info in new DirectoryInfo(folder.Length == 0 ? "/" : folder).EnumerateFileSystemInfos())
            {
                if (!info.Name.StartsWith('.'))
                {
                    Add(info, $"{folder}/{info.Name}", isFirst: names.Add(info.Name));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException)
        {
            Refuse(folder, ReportErrorKind.Unreadable, $"the folder cannot be read: {Cause.Of(exception)}");
        }
    }

    private void Add(FileSystemInfo info, string path, bool isFirst)
    {
        // Names that are not UTF-8 come with U+FFFD in them, several perhaps with the same: by that name there is no file, or another.
        var isLost = info.Name.Contains('\uFFFD', StringComparison.Ordinal) && (!isFirst || info.Attributes == (FileAttributes)(-1));
        if (isLost)
        {
            Refuse(path, ReportErrorKind.Unreadable, "its name is not valid UTF-8, so that it cannot be opened: rename it");
        }
        else if (info.Attributes != (FileAttributes)(-1) && info.Attributes.HasFlag(FileAttributes.Hidden))
        {
            // left out like names with a leading dot
        }
        else if (info.Attributes != (FileAttributes)(-1) && info.Attributes.HasFlag(FileAttributes.Directory))
        {
            if (info.LinkTarget is null)
            {
                _folders.Push(path);
            }
            else
            {
                Refuse(path, ReportErrorKind.Refused, "a link to a folder is not followed, since it may lead in circles: name the folder itself");
            }
        }
        else if (!FormatNames.AreRead(info.Name))
        {
            var extension = Path.GetExtension(info.Name).ToLowerInvariant();
            _skipped[extension] = _skipped.GetValueOrDefault(extension) + 1;
        }
        else if (LinkFault(info) is { } fault)
        {
            Refuse(path, ReportErrorKind.Missing, fault);
        }
        else if (FileKind.IsSpecial(path))
        {
            Refuse(path, ReportErrorKind.Refused, "is a pipe, a socket or a device, and no file");
        }
        else
        {
            _entries.Add((path, null));
        }
    }

    /// <summary>Why a link leads to no file; <see langword="null"/> for one that does, and for files.</summary>
    public static string? LinkFault(FileSystemInfo info)
    {
        try
        {
            return info.LinkTarget is not null && info.ResolveLinkTarget(returnFinalTarget: true) is { Exists: false } ? "a link to a file that does not exist" : null;
        }
        catch (IOException)
        {
            return "a link that leads in a circle";
        }
    }

    private void Refuse(string path, ReportErrorKind kind, string reason) => _entries.Add((path, new ReportError(path, kind, reason)));
}
