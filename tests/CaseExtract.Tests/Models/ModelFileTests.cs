using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using CaseExtract.Models;
using Xunit;

namespace CaseExtract.Tests.Models;

/// <summary>The model files of the repository: each can be read, compared and corrected by a person.</summary>
public sealed partial class ModelFileTests
{
    public static IReadOnlyList<string> Names { get; } =
    [
        .. new[] { "lexicons", "rules", "weights" }.SelectMany(folder => Repository.FilesOf(Path.Combine(Repository.Models, folder), "*.tsv").Select(file => $"{folder}/{file}")),
    ];

    private static readonly ConcurrentDictionary<string, ModelTable> Tables = new(StringComparer.Ordinal);

    public static TheoryData<string> Files => [.. Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_head_says_what_it_is_where_it_comes_from_and_how_it_may_be_used(string file)
    {
        var lines = Lines(file);
        var folder = file[..file.IndexOf('/', StringComparison.Ordinal)];
        var kind = folder == "lexicons" ? "lexicon" : folder;
        Assert.Matches($@"^# {kind}\s+{Regex.Escape(Path.GetFileNameWithoutExtension(file))}$", lines[0]);
        var head = lines.TakeWhile(line => line.StartsWith('#')).ToList();
        Assert.All(new[] { "source", "licence", "columns" }, key => Assert.Single(head, line => Regex.IsMatch(line, $@"^# {key}\s+\S", RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Rows_are_sorted_ordinally_and_none_stands_twice(string file)
    {
        var rows = RowsOf(file);
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Select(FirstCell).Order(StringComparer.Ordinal), rows.Select(FirstCell));
        Assert.Empty(rows.GroupBy(row => row, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_file_is_plain_UTF8_with_line_feeds_and_clean_cells(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Models, file));
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.False(text.StartsWith('\uFEFF'), "a byte order mark");
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.All(RowsOf(file).SelectMany(row => row.Split('\t')), cell => Assert.Equal(cell.Trim(), cell));
        Assert.All(Rows(file), row => Assert.NotEqual("", row[0]));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_file_is_embedded_in_the_library(string file)
    {
        using var stream = typeof(CaseExtractor).Assembly.GetManifestResourceStream("models/" + file);
        Assert.NotNull(stream);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Models, file)), copy.ToArray());
    }

    [Fact]
    public void Nothing_else_is_embedded() =>
        Assert.Equal(["models.image", .. Names.Select(file => "models/" + file)], typeof(CaseExtractor).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal));

    [Fact]
    public void Morphologies_are_codes_of_ICD_O_3() => Assert.All(Rows("lexicons/tumour.tsv"), row =>
    {
        var (term, morphology, behaviour) = (Cell("lexicons/tumour.tsv", row, "term"), Cell("lexicons/tumour.tsv", row, "morphology"), Cell("lexicons/tumour.tsv", row, "behaviour"));
        Assert.True(morphology.Length == 0 || MorphologyCode().IsMatch(morphology), $"{term}: {morphology}");
        Assert.True(behaviour is "" or "0" or "1" or "2" or "3" or "6", $"{term}: {behaviour}");
    });

    private static string Cell(string file, ModelRow row, string column) => row[Table(file).Column(column)];

    /// <summary>The rows of a file as they are written.</summary>
    private static List<string> RowsOf(string file) => [.. Lines(file).Where(line => line.Length > 0 && line[0] != '#')];

    internal static IReadOnlyList<ModelRow> Rows(string file) => Table(file).Rows;

    private static ModelTable Table(string file) => Tables.GetOrAdd(file, ModelSource.Folder(Repository.Models).Read);

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Repository.Models, file));

    private static string FirstCell(string row) => row[..(row + "\t").IndexOf('\t', StringComparison.Ordinal)];

    [GeneratedRegex("^(8[0-9]{3}|9[0-9]{3})$")]
    private static partial Regex MorphologyCode();
}
