using System.Text;
using CaseExtract.Schema;
using Newtonsoft.Json.Linq;
using Xunit;

namespace CaseExtract.Documents.Tests.Formats;

public sealed class EveryFormatTests : IDisposable
{
    private static readonly Lazy<CaseExtractor> Extractor = new(CaseExtractor.CreateDefault);
    private static readonly Lazy<List<(string Name, byte[] Bytes)>> Files = new(() => [.. ReportWriters.All(WrittenReport.Spinal)]);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. Files.Value.Select(file => file.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_report_gives_the_same_values(string name)
    {
        var expected = Values(_folder.Write("plain/report.txt", WrittenReport.Spinal.PlainText));
        var path = _folder.Write(name, Files.Value.Single(file => file.Name == name).Bytes);

        Assert.Equal(expected, Values(path));
    }

    [Fact]
    public void The_values_are_those_of_the_report()
    {
        var record = JObject.Parse(Values(_folder.Write("report.txt", WrittenReport.Spinal.PlainText)));

        Assert.Equal(55, record["age"]!["years"]);
        Assert.Equal(("8890", "6"), ((string?)record["histology"]!["code"], (string?)record["histology"]!["behaviour"]));
        Assert.Equal(["T5", "T6"], record["spinalLevels"]!.Select(level => (string?)level["level"]));
        Assert.Equal(["laminectomy", "resection"], record["procedures"]!.Select(procedure => (string?)procedure["term"]).Order(StringComparer.Ordinal));
        Assert.Equal("radiotherapy", record["adjuvants"]![0]!["kind"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_without_its_name_is_known_by_its_first_bytes_or_is_an_error(string name)
    {
        var path = _folder.Write("unknown", Files.Value.Single(file => file.Name == name).Bytes);

        var read = Assert.Single(new ReportReader().Read(ReportFinder.Find([path]).Reports[0], Stream.Null));

        // tables and archives are told by their names alone; as text they are text, or no text
        Assert.True(read.Succeeded || read.Error.Kind == ReportErrorKind.Binary);
        if (name.EndsWith(".pdf", StringComparison.Ordinal) || name is "report.rtf" or "report.html" or "article.xml")
        {
            Assert.Equal(55, Extractor.Value.Extract(read.Narrative!)[0].Age!.Years);
        }
    }

    [Fact]
    public void A_message_keeps_birth_date_and_sex_apart_and_warns_where_its_text_disagrees()
    {
        var agreeing = Encoding.UTF8.GetString(Files.Value.Single(file => file.Name == "message.hl7").Bytes);
        var disagreeing = agreeing.Replace("19590103|F", "19390103|M", StringComparison.Ordinal);

        var first = Record(_folder.Write("a.hl7", agreeing));
        var second = Record(_folder.Write("b.hl7", disagreeing));

        Assert.Equal(("19590103", "F"), (first.Document.Columns["PID-7"], first.Document.Columns["PID-8"]));
        Assert.Empty(first.Warnings);
        Assert.Equal(("female", 55), (second.Sex!.Value, second.Age!.Years));
        Assert.Equal(
            [
                "the message says that the patient is male, its text female",
                "by the message's date of birth the patient is 75 years old at the report, by its text 55",
            ],
            second.Warnings);
    }

    [Fact]
    public void Further_columns_are_carried_to_the_record()
    {
        var record = Record(_folder.Write("rows.csv", Files.Value.Single(file => file.Name == "rows.csv").Bytes));

        Assert.Equal(("17", "N2"), (record.CaseId, record.Document.Columns["ward"]));
    }

    private static CaseRecord Record(string path) =>
        Assert.Single(Extractor.Value.Extract(Assert.Single(new ReportReader().Read(ReportFinder.Find([path]).Reports[0], Stream.Null)).Narrative!));

    /// <summary>The record without where it came from and where its words stand.</summary>
    private static string Values(string path)
    {
        var read = Assert.Single(new ReportReader().Read(ReportFinder.Find([path]).Reports[0], Stream.Null));
        Assert.True(read.Succeeded, read.Error?.ToString());
        var record = JObject.Parse(CaseRecordWriter.ToJson(Assert.Single(Extractor.Value.Extract(read.Narrative))));
        record.Remove("document");
        record.Remove("caseId");
        foreach (var property in record.Descendants().OfType<JProperty>().Where(property => property.Name is "evidence" or "confidence" or "text").ToList())
        {
            property.Remove();
        }

        return record.ToString();
    }
}
