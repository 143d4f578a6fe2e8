using CaseExtract.Cli.Evaluation;
using CaseExtract.Text;
using Newtonsoft.Json.Linq;
using Xunit;

namespace CaseExtract.Tests.Narratives;

/// <summary>The golden cases of this folder, and those of <c>samples/</c>, against what is extracted, key by key.</summary>
public sealed class GoldenNarrativeTests
{
    public static TheoryData<string> Names => [.. Repository.FilesOf(Repository.Narratives, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_golden_case_is_read_right(string name) => KnownFailures.Read(Repository.Narratives).Compare([.. Checks(name)]);

    [Fact]
    public void Every_narrative_has_its_golden_case()
    {
        var narratives = Repository.FilesOf(Repository.Narratives, "*.txt").Concat(Repository.FilesOf(Repository.Samples, "*.txt")).Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(narratives.Order(StringComparer.Ordinal), Names.Select(row => row.Data).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_list_of_known_failures_names_only_golden_cases() =>
        KnownFailures.Read(Repository.Narratives).AssertAllBelongTo([.. Names.SelectMany(row => Checks(row.Data)).Select(check => (check.Case, check.Check))]);

    private static IEnumerable<(string Case, string Check, string? Found)> Checks(string name)
    {
        var folder = File.Exists(Path.Combine(Repository.Narratives, name + ".txt")) ? Repository.Narratives : Repository.Samples;
        var records = Shared.Extractor.Extract(new Narrative(name, File.ReadAllText(Path.Combine(folder, name + ".txt"))))
            .ToDictionary(record => record.CaseId, Records.ToJson, StringComparer.Ordinal);
        var cases = JArray.Parse(File.ReadAllText(Path.Combine(Repository.Narratives, name + ".json"))).Cast<JObject>().ToList();
        yield return (name, $"records={cases.Count}", records.Count == cases.Count ? null : $"{records.Count}");
        foreach (var gold in cases)
        {
            var id = (string)gold["id"]!;
            var mistakes = new Scorer().Add(gold, records.GetValueOrDefault(id)).ToDictionary(mistake => mistake.Key, mistake => NameOf(mistake.Given), StringComparer.Ordinal);
            foreach (var key in GoldKeys.All)
            {
                var right = gold[key.Name] ?? throw new FormatException($"{name}.json: {id} has no key '{key.Name}'");
                yield return (id, $"{key.Name}={NameOf(right)}", mistakes.GetValueOrDefault(key.Name));
            }
        }
    }

    private static string NameOf(JToken value) => value switch
    {
        JArray { Count: 0 } or { Type: JTokenType.Null } => "none",
        JArray array => string.Join(',', array.Select(item => (string)item!).Order(StringComparer.Ordinal)),
        _ => (string)value!,
    };
}
