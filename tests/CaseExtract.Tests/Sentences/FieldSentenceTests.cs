using CaseExtract.Cli.Evaluation;
using CaseExtract.Text;
using Newtonsoft.Json.Linq;
using Xunit;

namespace CaseExtract.Tests.Sentences;

/// <summary>The rows of <c>field-*.tsv</c>: what the whole extractor fills in for a short narrative.</summary>
public sealed class FieldSentenceTests
{
    /// <summary>Keys of the suite that the gold writes otherwise.</summary>
    private static readonly Dictionary<string, string> GoldNames = new(StringComparer.Ordinal)
    {
        ["age"] = "age_years",
        ["site"] = "primary_site",
        ["prior"] = "prior_surgeries",
        ["compression"] = "cord_compression",
    };

    /// <summary>Keys of the suite that the gold does not have, all of them lists.</summary>
    private static readonly Dictionary<string, Func<JObject, IEnumerable<JToken?>>> OwnKeys = new(StringComparer.Ordinal)
    {
        ["grade"] = record => [record.SelectToken("histology.grade")],
        ["laterality"] = record => [record.SelectToken("primaryTumour.laterality")],
        ["density"] = record => record.SelectTokens("imagingSignals[?(@.kind == 'density')].value"),
        ["uptake"] = record => record.SelectTokens("imagingSignals[?(@.kind == 'uptake')].value"),
        ["presentation"] = record => record.SelectTokens("presentation[*].term"),
    };

    public static TheoryData<string> Files => [.. SentenceTable.Files("field")];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_narrative_gives_the_values_that_its_row_expects(string file) => KnownFailures.Read(Repository.Sentences).Compare([.. Checks(file)]);

    [Fact]
    public void The_list_of_known_failures_names_only_rows_of_the_suite()
    {
        var checks = SentenceTable.Files("field").SelectMany(Checks).Concat(SentenceTable.Files("context").SelectMany(ContextSentenceTests.Checks));
        KnownFailures.Read(Repository.Sentences).AssertAllBelongTo([.. checks.Select(check => (check.Case, check.Check))]);
    }

    internal static IEnumerable<(string Case, string Check, string? Found)> Checks(string file) =>
        SentenceTable.Rows(file).SelectMany(row => Checks(row, Shared.Extractor).Select(check => ($"{Path.GetFileNameWithoutExtension(file)}: {row[0]}", check.Check, check.Found)));

    /// <summary>The checks of one row, and what an extractor finds instead where they fail.</summary>
    internal static IEnumerable<(string Check, string? Found)> Checks(string[] row, CaseExtractor extractor)
    {
        var record = Records.ToJson(extractor.Extract(new Narrative("sentence", row[0].Replace('¶', '\n')))[0]);
        return row[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(check => (check, Find(record, check)));
    }

    /// <summary>What a record holds instead of what is expected, or <see langword="null"/> when it holds that.</summary>
    private static string? Find(JObject record, string check)
    {
        var equals = check.IndexOf('=', StringComparison.Ordinal);
        var operation = check[equals - 1] is '+' or '-' ? check[equals - 1] : '=';
        var name = check[..(operation == '=' ? equals : equals - 1)];
        var expected = check[(equals + 1)..] is "none" ? [] : check[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries);
        if (OwnKeys.TryGetValue(name, out var values))
        {
            return FindMembers([.. values(record).OfType<JValue>().Where(value => value.Value is not null).Select(value => (string)value!)], operation, expected);
        }

        var key = GoldKeys.All.Concat(DerivedKeys.All).Single(key => key.Name == GoldNames.GetValueOrDefault(name, name));
        if (key.Members is { } members)
        {
            return FindMembers(members(record), operation, expected);
        }

        Assert.True(operation == '=' && expected.Length <= 1, $"'{check}' asks one value for a set");
        // One key of one case: the scorer decides what is the same.
        var mistakes = new Scorer().Add(new JObject { [key.Name] = Gold(key, expected) }, record);
        return mistakes.Count == 0 ? null : NameOf(mistakes[0].Given.Type == JTokenType.Null ? [] : [(string)mistakes[0].Given!]);
    }

    private static string? FindMembers(HashSet<string> found, char operation, string[] expected)
    {
        var holds = operation switch
        {
            '+' => found.IsSupersetOf(expected),
            '-' => !found.Overlaps(expected),
            _ => found.SetEquals(expected),
        };
        return holds ? null : NameOf(found);
    }

    private static JToken Gold(GoldKey key, string[] expected) =>
        expected.Length == 0 ? JValue.CreateNull() : key.IsAge ? double.Parse(expected[0]) : expected[0];

    private static string NameOf(IReadOnlyCollection<string> values) => values.Count == 0 ? "none" : string.Join(',', values.Order(StringComparer.Ordinal));
}
