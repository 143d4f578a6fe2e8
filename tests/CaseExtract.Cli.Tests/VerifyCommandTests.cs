using CaseExtract.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _records;
    private readonly string _source;

    public VerifyCommandTests()
    {
        _source = _folder.Write("source/rep-1.txt", SampleCase.Text);
        _records = Path.Combine(_folder.Path, "records.jsonl");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sound_record_has_no_fault()
    {
        var result = Verify(_ => { });

        Assert.Equal("1 record, 16 quotations, 0 faults\n", result.Text);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void What_extract_writes_is_sound()
    {
        _folder.Write("source/a/x.txt", "A 63-year-old man presented with back pain. 😀 It was severe.");
        _folder.Write("source/b/x.txt", "A 55-year-old woman presented. MRI of T5-T6 showed a mass.");
        var source = Path.GetDirectoryName(_source)!;
        Cli.Run("extract", source, "-o", _records);

        var result = Cli.Run("verify", _records, "--source", source);

        Assert.Matches("^3 records, [0-9]+ quotations, 0 faults\n$", result.Text);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("age.unit", "\"fortnight\"", "age.unit: is none of the words of the vocabulary")]
    [InlineData("age.value", "\"55\"", "age.value: is not a number")]
    [InlineData("age.confidence", "1.5", "age.confidence: is out of range")]
    [InlineData("age.approximate", "null", "age.approximate: is not true or false")]
    [InlineData("age", "[]", "age: is not an object")]
    [InlineData("sex.evidence", "[]", "sex.evidence: is empty")]
    [InlineData("spinalLevels[0].level", "\"T13\"", "spinalLevels[0].level: has not the form it must have")]
    [InlineData("spinalRegions", "[\"neck\"]", "spinalRegions[0]: is none of the words of the vocabulary")]
    [InlineData("spinalRegions", "null", "spinalRegions: is not a list")]
    [InlineData("primaryTumour.site.code", "\"C55\"", "primaryTumour.site.code: has not the form it must have")]
    [InlineData("histology.behaviour", "\"9\"", "histology.behaviour: is none of the words of the vocabulary")]
    [InlineData("imagingSignals[0].sequence", "\"T3\"", "imagingSignals[0].sequence: is none of the words of the vocabulary")]
    [InlineData("imagingSignals[0].value", "\"present\"", "imagingSignals[0]: its value is none of those that its kind allows")]
    [InlineData("scales[0].value", "\"F\"", "scales[0]: its value is none of those that its kind allows")]
    [InlineData("sins.upper", "19", "sins.upper: is out of range")]
    [InlineData("sins.components[0].component", "\"height\"", "sins.components[0].component: is none of the words of the vocabulary")]
    [InlineData("procedures[0].levels[0]", "\"t5\"", "procedures[0].levels[0]: has not the form it must have")]
    [InlineData("lesion.origin.value", "\"secondary\"", "lesion.origin.value: is none of the words of the vocabulary")]
    [InlineData("schemaVersion", "\"2.0\"", "schemaVersion: is none of the words of the vocabulary")]
    public void What_breaks_the_schema_is_told_with_its_place(string path, string value, string expected)
    {
        var result = Verify(record => record.SelectToken(path)!.Replace(JToken.Parse(value)));

        Assert.Contains($"{_records}(1): rep-1 {expected}\n", result.Text, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Theory]
    [InlineData("age")]
    [InlineData("lesion.compartment")]
    [InlineData("document.path")]
    [InlineData("procedures[0].intent")]
    public void A_key_that_is_missing_is_told_although_it_may_be_null(string path)
    {
        var result = Verify(record => record.SelectToken(path)!.Parent!.Remove());

        Assert.Contains($"rep-1 {path}: the key is missing\n", result.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extent")]
    [InlineData("lesion.origin")]
    [InlineData("histology.code")]
    [InlineData("imagingSignals[0].sequence")]
    [InlineData("document.path")]
    public void What_may_be_null_is_no_fault(string path)
    {
        var result = Verify(record => record.SelectToken(path)!.Replace(JValue.CreateNull()));

        Assert.EndsWith(", 0 faults\n", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_a_later_version_is_no_fault_but_its_evidence_is_checked()
    {
        var sound = Verify(record => record["later"] = new JObject { ["evidence"] = new JArray(record["sex"]!["evidence"]![0]!.DeepClone()) });
        var faulty = Verify(record => record["later"] = new JObject
        {
            ["evidence"] = new JArray(JObject.Parse("""{"start":0,"end":2,"text":"xx","section":"case"}""")),
        });

        Assert.Equal("1 record, 17 quotations, 0 faults\n", sound.Text);
        Assert.Contains("rep-1 later.evidence[0]: the quotation is not what the source says from 0 to 2\n", faulty.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "\"55-year-olD\"", "the quotation is not what the source says from 4 to 15")]
    [InlineData("start", "5", "the quotation is not what the source says from 5 to 15")]
    [InlineData("end", "100000", "4 to 100000 is no stretch of the source, which has 247 code points")]
    [InlineData("end", "4", "4 to 4 is no stretch of the source, which has 247 code points")]
    [InlineData("start", "-1", "-1 to 15 is no stretch of the source, which has 247 code points")]
    [InlineData("start", "\"4\"", "start, end or text is missing or of the wrong type")]
    public void A_quotation_that_is_not_in_its_source_is_told(string key, string value, string expected)
    {
        var result = Verify(record => record["age"]!["evidence"]![0]![key]!.Replace(JToken.Parse(value)));

        Assert.Contains($"{_records}(1): rep-1 age.evidence[0]: {expected}\n", result.Text, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public void Offsets_in_utf_16_are_found_out()
    {
        // The smiling face before the quotation is one code point and two UTF-16 units.
        var result = Verify(record =>
        {
            var quotation = record["age"]!["evidence"]![0]!;
            quotation["start"] = (int)quotation["start"]! + 1;
            quotation["end"] = (int)quotation["end"]! + 1;
        });

        Assert.Contains("rep-1 age.evidence[0]: the quotation is not what the source says from 5 to 16\n", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_has_changed_is_told()
    {
        File.AppendAllText(_source, " ");

        var result = Verify(_ => { });

        Assert.Contains($"document.sha256: the source {_source} has other bytes than the record was made from\n", result.Text, StringComparison.Ordinal);
        Assert.Contains("document.length: is 247, but the source has 248 code points\n", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_without_its_source_is_told()
    {
        var result = Verify(record => record["document"]!["id"] = "rep-2");

        Assert.Contains($"{_records}(1): rep-1 document: its source was not found\n", result.Text, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public void A_source_is_also_found_by_its_path()
    {
        var result = Verify(record =>
        {
            record["document"]!["id"] = "ward/rep-1";
            record["document"]!["path"] = _source;
        });

        Assert.EndsWith(" 16 quotations, 0 faults\n", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_records_with_one_id_are_told()
    {
        var line = CaseRecordWriter.ToJson(SampleCase.Record);
        File.WriteAllText(_records, $"{line}\n{line}\n");

        var result = Cli.Run("verify", _records, "--source", _source);

        Assert.Contains($"{_records}(2): rep-1 caseId: another record before this one has the same id\n", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_no_record_is_told_and_the_rest_is_checked()
    {
        File.WriteAllText(_records, $"{{\"secret\"\n[]\n\n{CaseRecordWriter.ToJson(SampleCase.Record)}\n{{}} {{}}\n");

        var result = Cli.Run("verify", _records, "--source", _source);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"{_records}(1): not valid JSON at column ", result.Text, StringComparison.Ordinal);
        Assert.Contains($"{_records}(2): not a JSON object\n", result.Text, StringComparison.Ordinal);
        Assert.Contains($"{_records}(5): not valid JSON at column ", result.Text, StringComparison.Ordinal);
        Assert.EndsWith("4 records, 16 quotations, 3 faults\n", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_is_checked_like_lines()
    {
        File.WriteAllText(_records, $"[\n{CaseRecordWriter.ToJson(SampleCase.Record)},\n{CaseRecordWriter.ToJson(SampleCase.Record with { CaseId = "rep-1#2" })}\n]\n");
        var sound = Cli.Run("verify", _records, "--source", _source);
        File.WriteAllText(_records, $"[\n{CaseRecordWriter.ToJson(SampleCase.Record)},\nsecret\n]\n");
        var broken = Cli.Run("verify", _records, "--source", _source);

        Assert.Equal("2 records, 32 quotations, 0 faults\n", sound.Text);
        Assert.Matches("\\(3\\): not valid JSON at column [0-9]+\n2 records, 16 quotations, 1 fault\n$", broken.Text);
    }

    [Fact]
    public void A_missing_file_is_an_error_and_a_missing_option_wrong_use()
    {
        var missing = Cli.Run("verify", "no-such-file", "--source", _source);

        Assert.Equal(1, missing.ExitCode);
        Assert.Equal("caseextract: no-such-file: no such file\n", missing.Error);
        Assert.Equal(2, Cli.Run("verify", _source).ExitCode);
    }

    [Fact]
    public void A_missing_source_is_a_fault()
    {
        File.WriteAllText(_records, CaseRecordWriter.ToJson(SampleCase.Record));

        var result = Cli.Run("verify", _records, "--source", "no-such-folder");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("no-such-folder: no such file or folder\n", result.Text, StringComparison.Ordinal);
    }

    private CliResult Verify(Action<JObject> change)
    {
        var record = JObject.Parse(CaseRecordWriter.ToJson(SampleCase.Record));
        change(record);
        File.WriteAllText(_records, record.ToString(Formatting.None) + "\n");
        return Cli.Run("verify", _records, "--source", Path.GetDirectoryName(_source)!);
    }
}
