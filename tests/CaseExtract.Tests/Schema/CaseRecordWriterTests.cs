using System.Globalization;
using System.Text;
using CaseExtract.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using Xunit;

namespace CaseExtract.Tests.Schema;

public sealed class CaseRecordWriterTests
{
    [Fact]
    public void Absent_knowledge_is_null_or_an_empty_list() =>
        Assert.Equal(CaseRecordSamples.EmptyJson, CaseRecordWriter.ToJson(CaseRecordSamples.Empty));

    [Fact]
    public void Keys_stand_in_the_order_of_the_contract() =>
        Assert.Equal(CaseRecordSamples.FullJson, CaseRecordWriter.ToJson(CaseRecordSamples.Full));

    [Fact]
    public void Every_property_of_the_schema_is_written()
    {
        // What reflection finds is what was written by hand: a property added to the schema and forgotten here shows.
        var reflected = JObject.FromObject(
            CaseRecordSamples.Full,
            JsonSerializer.Create(new JsonSerializerSettings { ContractResolver = new CamelCasePropertyNamesContractResolver() }));

        var written = JObject.Parse(CaseRecordWriter.ToJson(CaseRecordSamples.Full));

        Assert.Equal(Paths(reflected), Paths(written));
    }

    [Fact]
    public void A_record_of_any_length_is_the_same_as_text_and_as_bytes()
    {
        foreach (var length in (int[])[0, 1, 4000, 100_000])
        {
            var record = CaseRecordSamples.Full with { Warnings = [new string('ä', length) + "😀"] };
            Assert.Equal(CaseRecordWriter.ToJson(record), Encoding.UTF8.GetString(CaseRecordWriter.ToUtf8(record)));
        }
    }

    [Fact]
    public void Each_record_is_one_line()
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new CaseRecordWriter(output))
        {
            writer.Write(CaseRecordSamples.Full);
            writer.Write(CaseRecordSamples.Empty with { Warnings = ["two\r\nlines\u2028and more"] });
        }

        var lines = output.ToString().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Equal(CaseRecordSamples.FullJson, lines[0]);
        Assert.Contains("two\\r\\nlines\\u2028and more", lines[1], StringComparison.Ordinal);
        Assert.Equal("", lines[2]);
    }

    [Theory]
    [InlineData("plain – “quoted” 😀")]
    [InlineData("a\uD83Db")]
    [InlineData("a\uDE00")]
    [InlineData("\uDE00\uD83D \"\\\u0001\u2028😀")]
    public void Any_text_survives_utf_8(string text)
    {
        var json = CaseRecordWriter.ToJson(CaseRecordSamples.Empty with { Warnings = [text] });

        var bytes = new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(json);

        Assert.Equal(text, (string?)JObject.Parse(Encoding.UTF8.GetString(bytes))["warnings"]![0]);
    }

    [Theory]
    [InlineData(24, "24")]
    [InlineData(0.5, "0.5")]
    [InlineData(1e-7, "1E-07")]
    public void Numbers_have_no_culture_and_whole_ones_no_fraction(double months, string expected)
    {
        var surgery = CaseRecordSamples.Full.PriorSurgeries[0] with { MonthsBefore = months };

        var json = CaseRecordWriter.ToJson(CaseRecordSamples.Full with { PriorSurgeries = [surgery] });

        Assert.Contains($"\"monthsBefore\":{expected},", json, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Paths(JObject record) => record.Descendants().OfType<JProperty>().Select(property => property.Path).Order(StringComparer.Ordinal);
}
