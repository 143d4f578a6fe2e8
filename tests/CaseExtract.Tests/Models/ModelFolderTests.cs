using Xunit;

namespace CaseExtract.Tests.Models;

/// <summary>A folder of models that a user gives, whole and broken.</summary>
public sealed class ModelFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("models-");

    public ModelFolderTests()
    {
        foreach (var file in ModelFileTests.Names)
        {
            var copy = Path.Combine(_folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Repository.Models, file), copy);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_copy_of_the_models_reads_as_the_embedded_ones()
    {
        var loaded = CaseExtractor.Load(_folder.FullName);
        Assert.All(SampleTexts.All, narrative => Assert.Equal(Records.ToText(Shared.Extractor.Extract(narrative)), Records.ToText(loaded.Extract(narrative))));
    }

    [Fact]
    public void Line_ends_of_a_checkout_on_Windows_change_nothing()
    {
        foreach (var file in ModelFileTests.Names)
        {
            Edit(file, text => text.ReplaceLineEndings("\r\n"));
        }

        var loaded = CaseExtractor.Load(_folder.FullName);
        Assert.All(SampleTexts.All, narrative => Assert.Equal(Records.ToText(Shared.Extractor.Extract(narrative)), Records.ToText(loaded.Extract(narrative))));
    }

    [Fact]
    public void A_term_that_a_user_adds_is_read()
    {
        Edit("lexicons/tumour.tsv", text => text + "zebroma\t8890\t0\t\tZebroma\ttumour\n");
        var narrative = new CaseExtract.Text.Narrative("z", "A 40-year-old man had a mass at T5. Histology showed a zebroma.");
        Assert.Null(Assert.Single(Shared.Extractor.Extract(narrative)).Histology?.Code);
        Assert.Equal("8890", Assert.Single(CaseExtractor.Load(_folder.FullName).Extract(narrative)).Histology?.Code);
    }

    [Fact]
    public void A_missing_file_stops_the_load_and_is_named()
    {
        // So every file is read: one that is not could go unnoticed.
        foreach (var file in ModelFileTests.Names)
        {
            var path = Path.Combine(_folder.FullName, file);
            File.Move(path, path + ".away");
            Assert.StartsWith($"{file}: cannot be read", Assert.Throws<ModelException>(() => CaseExtractor.Load(_folder.FullName)).Message, StringComparison.Ordinal);
            File.Move(path + ".away", path);
        }
    }

    [Theory]
    [InlineData("lexicons/site.tsv")]
    [InlineData("rules/context.tsv")]
    public void A_row_with_a_cell_too_many_stops_the_load_and_is_named(string file)
    {
        var line = 0;
        Edit(file, text =>
        {
            line = text.Count(character => character == '\n') + 1;
            return text + string.Join('\t', Enumerable.Repeat("x", 30)) + "\n";
        });
        Assert.StartsWith($"{file}({line}): expected ", Assert.Throws<ModelException>(() => CaseExtractor.Load(_folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        Assert.Contains("no-such-folder", Assert.Throws<ModelException>(() => CaseExtractor.Load(Path.Combine(_folder.FullName, "no-such-folder"))).Message, StringComparison.Ordinal);

    private void Edit(string file, Func<string, string> edit)
    {
        var path = Path.Combine(_folder.FullName, file);
        File.WriteAllText(path, edit(File.ReadAllText(path)));
    }
}
