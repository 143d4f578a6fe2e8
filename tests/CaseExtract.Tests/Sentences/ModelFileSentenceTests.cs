using Xunit;

namespace CaseExtract.Tests.Sentences;

/// <summary>
/// Every model file earns its place: <c>model-files.tsv</c> names a sentence of the suite that is answered right with the file and wrong
/// once the file says nothing.
/// </summary>
public sealed class ModelFileSentenceTests : IDisposable
{
    private const string List = "model-files.tsv";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("models-");

    public ModelFileSentenceTests()
    {
        foreach (var file in Models.ModelFileTests.Names)
        {
            var copy = Path.Combine(_folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Repository.Models, file), copy);
        }
    }

    public static TheoryData<string> Files => [.. SentenceTable.Rows(List).Select(row => row[0])];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_model_file_has_a_sentence() =>
        Assert.Equal(Models.ModelFileTests.Names.Order(StringComparer.Ordinal), SentenceTable.Rows(List).Select(row => row[0]));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_sentence_fails_without_the_file(string file)
    {
        var (suite, sentence) = SentenceTable.Rows(List).Where(row => row[0] == file).Select(row => (row[1], row[2])).Single();
        var row = Assert.Single(SentenceTable.Rows(suite), row => row[0] == sentence);
        Assert.All(Checks(suite, row, Shared.Extractor), check => Assert.Null(check.Found));

        var path = Path.Combine(_folder.FullName, file);
        File.WriteAllLines(path, Silenced(file, File.ReadAllLines(path)));
        if (file == "lexicons/tumour.tsv")
        {
            var abbreviations = Path.Combine(_folder.FullName, "lexicons", "tumour-abbreviation.tsv");
            File.WriteAllLines(abbreviations, Silenced("lexicons/tumour-abbreviation.tsv", File.ReadAllLines(abbreviations)));
        }

        Assert.Contains(Checks(suite, row, CaseExtractor.Load(_folder.FullName)), check => check.Found is not null);
    }

    private static IEnumerable<(string Check, string? Found)> Checks(string suite, string[] row, CaseExtractor extractor) =>
        suite.StartsWith("context-", StringComparison.Ordinal) ? ContextSentenceTests.Checks(row, extractor) : FieldSentenceTests.Checks(row, extractor);

    /// <summary>
    /// The file without its rows. Where other files refer to the rows, they stay and say nothing: weights are 0, tissues are not named, scales all have the form that only one has, places and tumours
    /// keep their codes and lose their words (and the abbreviations of tumours go with these).
    /// </summary>
    private static IEnumerable<string> Silenced(string file, string[] lines)
    {
        var number = 0;
        foreach (var line in lines)
        {
            if (line.StartsWith('#'))
            {
                yield return line;
            }
            else if (file.StartsWith("weights/", StringComparison.Ordinal))
            {
                yield return $"{line[..line.IndexOf('\t', StringComparison.Ordinal)]}\t0";
            }
            else if (file is "lexicons/site.tsv" or "lexicons/tumour.tsv")
            {
                yield return $"nothing{number++}{line[line.IndexOf('\t', StringComparison.Ordinal)..]}";
            }
            else if (file == "rules/scale-form.tsv")
            {
                yield return $"{line[..line.IndexOf('\t', StringComparison.Ordinal)]}\tenneking\t\t\t";
            }
            else if (file == "lexicons/tissue.tsv")
            {
                var cells = line.Split('\t');
                yield return string.Join('\t', [cells[0], cells[1], "other", cells[3]]);
            }
        }
    }
}
