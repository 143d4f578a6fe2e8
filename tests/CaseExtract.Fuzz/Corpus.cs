using CaseExtract.Documents.Tests.Formats;
using CaseExtract.Tests;

namespace CaseExtract.Fuzz;

/// <summary>What targets are fed at first: a report of our own in each format, and the samples as texts.</summary>
internal static class Corpus
{
    /// <summary>The seeds of a target.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Of(string target) =>
    [
        .. ReportWriters.All(WrittenReport.Spinal).Where(file => Feeds(file.Name, target)),
        .. target is "extract" or "text" ? SampleTexts.All.Select(sample => (sample.Id + ".txt", System.Text.Encoding.UTF8.GetBytes(sample.Text))) : [],
    ];

    /// <summary>Writes the seeds of all targets, a folder each.</summary>
    public static void Write(string folder)
    {
        foreach (var target in Targets.Names)
        {
            var place = Directory.CreateDirectory(Path.Combine(folder, target)).FullName;
            foreach (var (name, bytes) in Of(target))
            {
                File.WriteAllBytes(Path.Combine(place, name), bytes);
            }
        }
    }

    private static bool Feeds(string name, string target) => Path.GetExtension(name) switch
    {
        ".txt" or ".md" => target is "extract" or "text",
        ".xml" => target == "jats",
        ".docx" => target == "word",
        ".rtf" => target == "richtext",
        var extension => extension == "." + target || extension == ".jsonl" && target == "jsonlines",
    };
}
