using CaseExtract.Text;

namespace CaseExtract.Benchmarks.Negation;

/// <summary>A folder of texts, each with its brat annotation beside it: <c>NAME.txt</c> and <c>NAME.ann</c>.</summary>
internal static class BratFolder
{
    /// <summary>Reads the texts with their events, ordered by name.</summary>
    /// <param name="folder">The folder.</param>
    public static IEnumerable<(Narrative Narrative, IReadOnlyList<BratEvent> Events)> Read(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.ann").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(Path.ChangeExtension(path, ".txt"));
            yield return (new Narrative(Path.GetFileNameWithoutExtension(path), text), BratReader.Read(text, File.ReadAllText(path)));
        }
    }
}
