using CaseExtract.Text;

namespace CaseExtract.Tests;

/// <summary>The narratives of <c>samples/</c> and of the golden cases.</summary>
internal static class SampleTexts
{
    public static IReadOnlyList<Narrative> All { get; } =
    [
        .. new[] { Repository.Samples, Repository.Narratives }
            .SelectMany(folder => Repository.FilesOf(folder, "*.txt").Select(file => Path.Combine(folder, file)))
            .Select(path => new Narrative(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];
}
