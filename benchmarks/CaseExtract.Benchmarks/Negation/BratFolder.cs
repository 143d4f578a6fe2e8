using CaseExtract.Text;

namespace CaseExtract.Benchmarks.Negation;

/// <summary>A folder of texts, each with its brat annotation beside it: <c>NAME.txt</c> and <c>NAME.ann</c>.</summary>
internal static class BratFolder
{
    /// <summary>Reads the texts with their events, ordered by name.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="half">
    /// Which of the ordered texts: the 1st, 3rd, 5th … are for reading what goes wrong, the 2nd, 4th, 6th … for nothing but the score, so that
    /// a rule written for the texts shows as a gap between the two.
    /// </param>
    public static IEnumerable<(Narrative Narrative, IReadOnlyList<BratEvent> Events)> Read(string folder, CorpusHalf half)
    {
        var paths = Directory.EnumerateFiles(folder, "*.ann").Order(StringComparer.Ordinal).Where((_, index) => half switch
        {
            CorpusHalf.Read => index % 2 == 0,
            CorpusHalf.Held => index % 2 == 1,
            _ => true,
        });
        foreach (var path in paths)
        {
            var text = File.ReadAllText(Path.ChangeExtension(path, ".txt"));
            yield return (new Narrative(Path.GetFileNameWithoutExtension(path), text), BratReader.Read(text, File.ReadAllText(path)));
        }
    }
}

/// <summary>A half of the texts of a corpus, or all of them.</summary>
internal enum CorpusHalf
{
    All,

    /// <summary>Texts whose mistakes are looked at.</summary>
    Read,

    /// <summary>Texts of which the score alone is looked at.</summary>
    Held,
}
