using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Xunit;

namespace CaseExtract.Cli.Tests.Documentation;

/// <summary>What the documents name exists.</summary>
public sealed partial class DocumentsTests
{
    private static readonly string[] Rooms = ["Text", "Annotation", "Course", "Fields", "Explanation", "Schema", "Models"];

    public static TheoryData<string> Documents => new(Repository.Documents);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_lead_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        foreach (var target in Link.Matches(File.ReadAllText(Path.Combine(Repository.Root, document))).Select(link => link.Groups["target"].Value))
        {
            Assert.True(Path.Exists(Path.Combine(folder, target)), $"{document}: nothing at {target}");
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Files_and_folders_named_exist(string document)
    {
        var library = Path.Combine(Repository.Root, "src/CaseExtract");
        foreach (var path in CodeSpan.Matches(File.ReadAllText(Path.Combine(Repository.Root, document))).Select(span => span.Groups["path"].Value))
        {
            // Rooms of the library are named without their project, and files of code without their ending.
            var isRoom = Rooms.Contains(path.Split('/')[0], StringComparer.Ordinal);
            var place = Path.Combine(isRoom ? library : Repository.Root, path);
            Assert.True(Path.Exists(place) || (isRoom && File.Exists(place + ".cs")), $"{document}: nothing at {path}");
        }
    }

    [Fact]
    public void The_README_lists_every_word_of_every_vocabulary()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var words = JObject.Parse(Cli.Run("schema").Text).Descendants().OfType<JProperty>()
            .Where(property => property is { Name: "enum", Value: JArray })
            .SelectMany(property => property.Value.Values<string?>()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();

        Assert.True(words.Count > 50, "the schema lists its vocabularies");
        Assert.All(words, word => Assert.Matches($@"[` ]{Regex.Escape(word)}[`, ]", readme));
    }

    [Fact]
    public void The_README_lists_every_command_and_option()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        foreach (var command in new[] { "extract", "show", "text", "schema", "verify", "evaluate", "load", "cohort", "correct", "diff", "view", "report" })
        {
            Assert.Contains($"| `{command}", readme, StringComparison.Ordinal);
            Assert.All(
                Option.Matches(Cli.Run(command, "--help").Text).Select(option => option.Value).Where(option => option is not "--help"),
                option => Assert.Contains($"`{option}", readme, StringComparison.Ordinal));
        }
    }

    [GeneratedRegex(@"\]\((?!https?:|#)(?<target>[^)#\s]+)(?:#[^)]*)?\)")] // [rules](docs/decisions.md#who)
    private static partial Regex Link { get; }

    [GeneratedRegex(@"`(?<path>(?:src|tests|models|samples|docs|benchmarks|Text|Annotation|Course|Fields|Explanation|Schema|Models)/[\w./-]*)`")] // `models/lexicons/site.tsv`
    private static partial Regex CodeSpan { get; }

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option { get; }
}
