using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class EvaluateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    // Single values: right, wrong, not given, given where there is none, not asked for.
    [InlineData("""{"sex":"female"}""", """{"sex":{"value":"female"}}""", "sex 1 0 0")]
    [InlineData("""{"sex":"female"}""", """{"sex":{"value":"male"}}""", "sex 0 1 1")]
    [InlineData("""{"sex":"female"}""", """{"sex":null}""", "sex 0 0 1")]
    [InlineData("""{"sex":null}""", """{"sex":{"value":"male"}}""", "sex 0 1 0")]
    [InlineData("""{"sex":null}""", "{}", "sex 0 0 0")]
    [InlineData("{}", """{"sex":{"value":"male"}}""", "sex 0 0 0")]
    // Ages: half a year, or a tenth under two years.
    [InlineData("""{"age_years":55}""", """{"age":{"years":55.5}}""", "age_years 1 0 0")]
    [InlineData("""{"age_years":55}""", """{"age":{"years":55.6}}""", "age_years 0 1 1")]
    [InlineData("""{"age_years":2}""", """{"age":{"years":1.5}}""", "age_years 1 0 0")]
    [InlineData("""{"age_years":1.5}""", """{"age":{"years":1.64}}""", "age_years 1 0 0")]
    [InlineData("""{"age_years":1.5}""", """{"age":{"years":1.7}}""", "age_years 0 1 1")]
    // Codes: the first three or four characters, a shorter one is none.
    [InlineData("""{"primary_site":"C55"}""", """{"primaryTumour":{"site":{"code":"C55.9"}}}""", "primary_site 1 0 0")]
    [InlineData("""{"primary_site":"C55"}""", """{"primaryTumour":{"site":{"code":"C5"}}}""", "primary_site 0 0 1")]
    [InlineData("""{"primary_site":"C55"}""", """{"primaryTumour":{"site":null}}""", "primary_site 0 0 1")]
    [InlineData("""{"histology":"8890"}""", """{"histology":{"code":"8890"}}""", "histology 1 0 0")]
    [InlineData("""{"behaviour":"6"}""", """{"histology":{"behaviour":"3"}}""", "behaviour 0 1 1")]
    // Sets: by their members, each once.
    [InlineData("""{"levels":["T5","T6","T7"]}""", """{"spinalLevels":[{"level":"T6"},{"level":"T6"},{"level":"T8"}]}""", "levels 1 1 2")]
    [InlineData("""{"levels":null}""", """{"spinalLevels":[{"level":"T6"}]}""", "levels 0 1 0")]
    [InlineData("""{"region":["thoracic"]}""", """{"spinalRegions":["thoracic","lumbar"]}""", "region 1 1 0")]
    [InlineData("""{"prior_surgeries":["hysterectomy"]}""", """{"priorSurgeries":[{"term":"hysterectomy"}]}""", "prior_surgeries 1 0 0")]
    [InlineData("""{"procedures":["laminectomy","fusion"]}""", """{"procedures":[{"term":"fusion"}]}""", "procedures 1 0 1")]
    [InlineData("""{"adjuvant":["radiotherapy"]}""", """{"adjuvants":[{"kind":"radiotherapy"},{"kind":""}]}""", "adjuvant 1 0 0")]
    // Signals: one of a sequence, two different ones are mixed, other kinds do not count.
    [InlineData("""{"t1":"hypo"}""", """{"imagingSignals":[{"kind":"signal","sequence":"T1","value":"hypo"},{"kind":"signal","sequence":"T1","value":"hypo"}]}""", "t1 1 0 0")]
    [InlineData("""{"t1":"mixed"}""", """{"imagingSignals":[{"kind":"signal","sequence":"T1","value":"hypo"},{"kind":"signal","sequence":"T1","value":"iso"}]}""", "t1 1 0 0")]
    [InlineData("""{"t2":"hyper"}""", """{"imagingSignals":[{"kind":"signal","sequence":"T1","value":"hyper"},{"kind":"density","sequence":"T2","value":"hyper"}]}""", "t2 0 0 1")]
    [InlineData("""{"enhancement":"yes"}""", """{"imagingSignals":[{"kind":"enhancement","value":"absent"},{"kind":"enhancement","value":"present"}]}""", "enhancement 1 0 0")]
    [InlineData("""{"enhancement":"no"}""", """{"imagingSignals":[{"kind":"enhancement","value":"absent"}]}""", "enhancement 1 0 0")]
    [InlineData("""{"cord_compression":"no"}""", """{"lesion":{"cordCompression":{"value":"absent"}}}""", "cord_compression 1 0 0")]
    [InlineData("""{"origin":"primary"}""", """{"lesion":{"origin":{"value":"metastatic"}}}""", "origin 0 1 1")]
    [InlineData("""{"compartment":"extradural"}""", """{"lesion":{"compartment":{"value":"extradural"}}}""", "compartment 1 0 0")]
    [InlineData("""{"extent":"biopsy"}""", """{"extent":{"value":"subtotal"}}""", "extent 0 1 1")]
    public void Each_key_is_counted_as_the_guidelines_say(string gold, string record, string expected)
    {
        var result = Evaluate(gold.Insert(1, "\"id\":\"a\","), record.Insert(1, "\"caseId\":\"a\","));

        Assert.Equal(0, result.ExitCode);
        var parts = expected.Split(' ');
        Assert.Equal($"{parts[0]} {parts[1]} {parts[2]} {parts[3]}", Row(result, parts[0])[..expected.Length]);
    }

    [Fact]
    public void Values_of_a_confidence_are_told_with_the_share_of_them_that_is_right()
    {
        var result = Evaluate(
            """
            {"id":"a","sex":"female","levels":["T5","T6"],"extent":null}
            {"id":"b","sex":"male","levels":[]}
            """,
            """
            {"caseId":"a","sex":{"value":"female","confidence":0.96},"spinalLevels":[{"level":"T5","confidence":0.9},{"level":"T7","confidence":0.94}],"extent":{"value":"subtotal","confidence":0.6}}
            {"caseId":"b","sex":{"value":"male","confidence":1},"histology":{"code":"8000","confidence":0.2}}
            """);

        Assert.Equal(
            [
                "confidence          values   right    mean",
                "0.6 to 0.7               1   0.000   0.600",
                "0.9 to 1.0               4   0.750   0.950",
                "confidence and share of right values lie 0.280 apart in the mean, over 5 values",
            ],
            result.Lines.TakeLast(4));
    }

    [Fact]
    public void Records_without_confidence_have_no_table_of_it()
    {
        var result = Evaluate("""{"id":"a","sex":"female"}""", """{"caseId":"a","sex":{"value":"female"}}""");

        Assert.DoesNotContain(result.Lines, line => line.StartsWith("confidence", StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_has_precision_recall_and_f1_of_keys_core_and_all()
    {
        var result = Evaluate(
            """
            {"id":"a","sex":"female","levels":["T5","T6"],"region":["thoracic"]}
            {"id":"b","sex":"male","levels":["L1"],"region":["lumbar"]}
            {"id":"c","sex":null,"levels":[],"region":[]}
            """,
            """
            {"caseId":"a","sex":{"value":"female"},"spinalLevels":[{"level":"T5"},{"level":"T6"}],"spinalRegions":[]}
            {"caseId":"b#1","document":{"id":"b"},"sex":{"value":"female"},"spinalLevels":[{"level":"L2"}],"spinalRegions":["lumbar"]}
            """);

        Assert.Equal("3 cases, 1 without a record, 2 with every core key right", result.Lines[0]);
        Assert.Equal("key                  tp   fp   fn       P       R      F1  95 % interval of F1", result.Lines[1]);
        Assert.Equal("sex                   1    1    1   0.500   0.500   0.500  0.000 to 1.000", result.Lines.Single(line => line.StartsWith("sex ", StringComparison.Ordinal)));
        Assert.Equal("levels 2 1 1 0.667 0.667 0.667", Row(result, "levels"));
        Assert.Equal("region 1 0 1 1.000 0.500 0.667", Row(result, "region"));
        Assert.Equal("t1 0 0 0 0.000 0.000 0.000", Row(result, "t1"));
        Assert.Equal("core 3 2 2 0.600 0.600 0.600", Row(result, "core"));
        Assert.Equal("all 4 2 3 0.667 0.571 0.615", Row(result, "all"));
    }

    [Fact]
    public void An_exact_tie_is_rounded_to_the_even_digit()
    {
        var levels = string.Join(',', Enumerable.Range(0, 16).Select(i => $"{{\"level\":\"{i}\"}}"));

        var result = Evaluate("""{"id":"a","levels":["1"]}""", $"{{\"caseId\":\"a\",\"spinalLevels\":[{levels}]}}");

        Assert.StartsWith("levels 1 15 0 0.062 1.000 ", Row(result, "levels"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_record_of_a_case_counts()
    {
        var result = Evaluate("""{"id":"a","sex":"male"}""", "{\"caseId\":\"a\",\"sex\":{\"value\":\"male\"}}\n{\"caseId\":\"a\",\"sex\":{\"value\":\"female\"}}");

        Assert.Equal("sex 1 0 0 1.000 1.000 1.000", Row(result, "sex"));
    }

    [Fact]
    public void Mistakes_of_a_key_are_listed()
    {
        var gold = """{"id":"a","sex":"male","levels":["T5"],"t1":"iso"}""";
        var record = """{"caseId":"a","sex":null,"spinalLevels":[{"level":"T7"},{"level":"T6"}]}""";

        var levels = Evaluate(gold, record, "--errors", "levels");
        var all = Evaluate(gold, record, "--errors", "all");

        Assert.Equal(
            ["a\tlevels\tgold=[\"T5\"]\tgot=[\"T6\",\"T7\"]", "    T6: wrong", "    T7: wrong", "    T5: missed"],
            levels.Lines.TakeWhile(line => !line.StartsWith("1 case,", StringComparison.Ordinal)));
        Assert.Equal(
            ["a\tsex\tgold=\"male\"\tgot=null", levels.Lines[0], "a\tt1\tgold=\"iso\"\tgot=null"],
            all.Lines.Where(line => line.Contains('\t', StringComparison.Ordinal)));
        Assert.Equal(all.Text, Evaluate(gold, record, "--errors").Text);
    }

    [Fact]
    public void A_wrong_value_is_shown_with_the_words_it_rests_on()
    {
        const string Gold = """{"id":"a","levels":["T5"],"sex":"male"}""";
        const string Report = "A 55-year-old woman presented with back pain. MRI showed a mass at T7. There was no lesion at T5.";
        _folder.Write("reports/a.txt", Report);
        var records = Cli.Run("extract", Path.Combine(_folder.Path, "reports")).Text;

        var quoted = Evaluate(Gold, records, "--errors", "all");
        var inSentences = Evaluate(Gold, records, "--errors", "all", "--source", Path.Combine(_folder.Path, "reports"));

        Assert.Contains("    T7: wrong\n        body: «T7»\n", quoted.Text, StringComparison.Ordinal);
        Assert.Contains("    T7: wrong\n        body: MRI showed a mass at «T7».\n", inSentences.Text, StringComparison.Ordinal);
        Assert.Contains("    T5: missed\n        set aside, denied: body: There was no lesion at «T5».\n", inSentences.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("set aside", quoted.Text, StringComparison.Ordinal);
        Assert.Contains("    female: wrong\n        body: A 55-year-old «woman» presented with back pain.\n    male: missed\n", inSentences.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_without_a_record_is_told_among_the_mistakes() =>
        Assert.Contains("a\tsex\tgold=\"male\"\tgot=null\n    there is no record of this case\n", Evaluate("""{"id":"a","sex":"male"}""", "", "--errors", "sex").Text, StringComparison.Ordinal);

    [Fact]
    public void Markdown_leaves_out_keys_that_nothing_asks_for()
    {
        var result = Evaluate("""{"id":"a","sex":"male"}""", """{"caseId":"a","sex":{"value":"male"}}""", "--format", "markdown");

        Assert.Equal(
            [
                "1 case, 0 without a record, 1 with every core key right",
                "| key | values | precision | recall | F1 | 95 % interval |",
                "| --- | ---: | ---: | ---: | ---: | --- |",
                "| sex | 1 | 1.000 | 1.000 | 1.000 | 1.000 to 1.000 |",
                "| core | 1 | 1.000 | 1.000 | 1.000 | 1.000 to 1.000 |",
                "| all | 1 | 1.000 | 1.000 | 1.000 | 1.000 to 1.000 |",
            ],
            result.Lines);
    }

    [Fact]
    public void Faulty_files_are_errors_with_their_line()
    {
        var noId = Evaluate("""{"sex":"male"}""", "");
        var noJson = Evaluate("""{"id":"a"}""", "\n{secret");

        Assert.Equal(1, noId.ExitCode);
        Assert.Contains("gold.jsonl(1): the key id is missing\n", noId.Error, StringComparison.Ordinal);
        Assert.Equal(1, noJson.ExitCode);
        Assert.Contains("records.jsonl(2): not valid JSON at column", noJson.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", noJson.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_does_not_exist_is_wrong_use() => Assert.Equal(2, Evaluate("", "", "--errors", "nonsense").ExitCode);

    /// <summary>The counts and shares of a key, without the interval.</summary>
    private static string Row(CliResult result, string key) => string.Join(
        ' ',
        result.Lines.Single(line => line.StartsWith(key + " ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(7));

    private CliResult Evaluate(string gold, string records, params string[] options) =>
        Cli.Run(["evaluate", _folder.Write("gold.jsonl", gold), _folder.Write("records.jsonl", records), .. options]);
}
