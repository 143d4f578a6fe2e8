using CaseExtract.Schema;
using Xunit;

namespace CaseExtract.Tests.Schema;

public sealed class CaseRecordReaderTests
{
    [Fact]
    public void What_was_written_is_read_back()
    {
        foreach (var json in new[] { CaseRecordSamples.EmptyJson, CaseRecordSamples.FullJson })
        {
            Assert.Equal(json, CaseRecordWriter.ToJson(Assert.Single(Read(json))));
        }
    }

    [Fact]
    public void Lines_and_arrays_give_the_same_records()
    {
        var (first, second) = (CaseRecordSamples.EmptyJson, CaseRecordSamples.FullJson);

        foreach (var text in new[] { $"{first}\n{second}\n", $"{first}\r\n\r\n{second}", $"[{first},\n{second}]\n", $" [\n{first}\n,{second}\n]" })
        {
            Assert.Equal([first, second], Read(text).Select(CaseRecordWriter.ToJson));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n")]
    [InlineData("[]")]
    public void Nothing_gives_no_record(string text) => Assert.Empty(Read(text));

    [Fact]
    public void Keys_of_later_versions_are_skipped()
    {
        var json = CaseRecordSamples.FullJson
            .Replace("\"warnings\":", "\"later\":{\"a\":[1,{\"b\":null}]},\"warnings\":", StringComparison.Ordinal)
            .Replace("\"unit\":", "\"later\":[],\"unit\":", StringComparison.Ordinal);

        Assert.Equal(CaseRecordSamples.FullJson, CaseRecordWriter.ToJson(Assert.Single(Read(json))));
    }

    [Fact]
    public void Optional_keys_may_be_missing()
    {
        var json = """{"caseId":"rep-1","document":{"id":"rep-1","sha256":"00","mediaType":"text/plain","length":0,"columns":{}}}""";

        Assert.Equal(CaseRecordSamples.EmptyJson, CaseRecordWriter.ToJson(Assert.Single(Read(json))));
    }

    [Fact]
    public void Dates_stay_text()
    {
        var json = CaseRecordSamples.FullJson.Replace("\"title\":\"T\"", "\"title\":\"2009-06-15T13:45:30Z\"", StringComparison.Ordinal);

        Assert.Equal("2009-06-15T13:45:30Z", Assert.Single(Read(json)).Document.Title);
    }

    [Theory]
    [InlineData("{\"caseId\":\"secret\"}", "records.jsonl(1): the key document is missing")]
    [InlineData("\n{\"caseId\":55}", "records.jsonl(2): caseId: expected a string, found a number")]
    [InlineData("{\"age\":{\"value\":\"secret\"}}", "records.jsonl(1): age.value: expected a number, found a string")]
    [InlineData("{\"age\":{\"value\":1}}", "records.jsonl(1): age: the key confidence is missing")]
    [InlineData("{\"age\":[]}", "records.jsonl(1): age: expected an object, found a list")]
    [InlineData("{\"spinalRegions\":[\"thoracic\",null]}", "records.jsonl(1): spinalRegions[1]: expected a string, found null")]
    [InlineData("{\"priorSurgeries\":[{\"evidence\":[{\"start\":1.5}]}]}", "records.jsonl(1): priorSurgeries[0].evidence[0].start: expected a whole number, found a number")]
    [InlineData("{\"document\":{\"length\":3000000000}}", "records.jsonl(1): document.length: the number is too large")]
    [InlineData("{\"age\":{\"approximate\":\"yes\"}}", "records.jsonl(1): age.approximate: expected true or false, found a string")]
    [InlineData("[1]", "records.jsonl(1): expected an object, found a number")]
    [InlineData("\"secret\"", "records.jsonl(1): expected an object, found a string")]
    [InlineData("{\"caseId\":", "records.jsonl(1): the text ends inside a record")]
    [InlineData("secret", "records.jsonl(1): not valid JSON at column 0")]
    [InlineData("{\n\"caseId\": secret}", "records.jsonl(2): not valid JSON at column 10")]
    public void A_fault_is_named_with_its_line_and_without_its_content(string text, string expected)
    {
        var exception = Assert.Throws<CaseRecordFormatException>(() => Read(text));

        Assert.Equal(expected, exception.Message);
    }

    [Fact]
    public void An_array_must_be_closed_and_nothing_may_follow()
    {
        Assert.Contains("the array is not closed", Assert.Throws<CaseRecordFormatException>(() => Read($"[{CaseRecordSamples.EmptyJson}")).Message, StringComparison.Ordinal);
        Assert.Contains("expected nothing after the array", Assert.Throws<CaseRecordFormatException>(() => Read("[] {}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_before_a_fault_are_given()
    {
        using var reader = new CaseRecordReader(new StringReader($"{CaseRecordSamples.EmptyJson}\n{{}}"), "records.jsonl");

        Assert.Equal("rep-1", reader.Read()!.CaseId);
        Assert.Equal(2, Assert.Throws<CaseRecordFormatException>(reader.Read).Line);
    }

    [Fact]
    public void A_file_is_read_with_or_without_its_mark()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, CaseRecordSamples.FullJson + "\n", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

            Assert.Equal(CaseRecordSamples.FullJson, CaseRecordWriter.ToJson(Assert.Single(CaseRecordReader.ReadFile(path))));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static List<CaseRecord> Read(string text)
    {
        using var reader = new CaseRecordReader(new StringReader(text), "records.jsonl");
        var records = new List<CaseRecord>();
        while (reader.Read() is { } record)
        {
            records.Add(record);
        }

        return records;
    }
}
