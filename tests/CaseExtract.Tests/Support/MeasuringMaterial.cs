using CaseExtract.Text;
using Newtonsoft.Json.Linq;
using Xunit;

namespace CaseExtract.Tests;

/// <summary>
/// Gold cases and corpora that are no part of the repository, for their licences or their size: a folder beside it holds them where the
/// project is measured. A test that needs them is skipped where they are not.
/// </summary>
internal static class MeasuringMaterial
{
    private const string FolderName = "shared";

    private static readonly string? Folder = FindUpward();

    /// <summary>The path of a file or a folder of the material; skips the test when there is none.</summary>
    public static string Find(params ReadOnlySpan<string> parts)
    {
        var path = Folder is null ? null : Path.Combine([Folder, .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"{string.Join('/', parts)} is not beside the repository: nothing was measured");
        return path!;
    }

    public static IEnumerable<Narrative> Narratives(string folder) =>
        Repository.FilesOf(folder, "*.txt").Select(file => new Narrative(Path.GetFileNameWithoutExtension(file), File.ReadAllText(Path.Combine(folder, file))));

    public static IEnumerable<JObject> Lines(string path) => File.ReadLines(path).Where(line => line.Length > 0).Select(JObject.Parse);

    private static string? FindUpward()
    {
        for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, FolderName);
            if (Directory.Exists(Path.Combine(candidate, "gold")))
            {
                return candidate;
            }
        }

        return null;
    }
}
