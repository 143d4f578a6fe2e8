using System.Text;
using CaseExtract.Registry.Cohorts;
using CaseExtract.Schema;
using Xunit;

namespace CaseExtract.Registry.Tests;

public sealed class DeidentifierTests
{
    private const string Name = "Zyxwvut";

    [Theory]
    [InlineData("jsonl")]
    [InlineData("json")]
    [InlineData("csv")]
    public void Nothing_that_could_name_the_patient_goes_out(string format)
    {
        using var registry = new TestRegistry(StoreKind.Sqlite);
        var json = CaseRecordWriter.ToJson(Named()).Replace("\"warnings\":", $"\"nurse\":\"{Name}\",\"warnings\":", StringComparison.Ordinal).Replace("\"unit\":", $"\"told\":\"{Name}\",\"unit\":", StringComparison.Ordinal);
        Assert.Empty(registry.LoadJson([json]).Failures);
        new Corrections.CorrectionRegister(registry.Store).Apply([new Corrections.CorrectionRequest(Name, "sex", "male", $"letter of {Name}", Name)]);
        Assert.Contains(Name, Written(registry, format, isDeidentified: false), StringComparison.Ordinal);

        var written = Written(registry, format, isDeidentified: true);

        Assert.DoesNotContain(Name, written, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Sample.Case(Name).Document.Sha256, written, StringComparison.Ordinal);
        Assert.Contains("case-000001", written, StringComparison.Ordinal);
        Assert.Contains("C55.9", written, StringComparison.Ordinal);
        Assert.Contains("laminectomy", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_that_people_typed_go_out_only_where_the_models_know_them()
    {
        using var registry = new TestRegistry(StoreKind.Sqlite);
        registry.Load([Sample.Uterus()]);
        var register = new Corrections.CorrectionRegister(registry.Store);
        Assert.All(
            register.Apply(
            [
                new Corrections.CorrectionRequest("uterus", "procedure", $"laminectomy; corpectomy; operation by Dr {Name}", "letter", "anna"),
                new Corrections.CorrectionRequest("uterus", "prior", $"{Name} procedure", "letter", "anna"),
                new Corrections.CorrectionRequest("uterus", "symptom", $"paraplegia; back pain; seen by {Name}", "letter", "anna"),
            ]),
            outcome => Assert.Null(outcome.Fault));

        var told = Read(Deidentifier.Apply(Cohort.Select(registry.Store, null).Cases().Single().Json.Span, 1));

        Assert.Equal("laminectomy corpectomy", string.Join(' ', told.Procedures.Select(procedure => procedure.Term)));
        Assert.Empty(told.PriorSurgeries);
        Assert.Equal("paraplegia, back pain", string.Join(", ", told.Presentation.Select(feature => feature.Term)));
        Assert.DoesNotContain(Name, Written(registry, "csv", isDeidentified: true), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(89, null, "89 89 24")]
    [InlineData(89.5, null, "90 90 ")]
    [InlineData(103, null, "90 90 ")]
    [InlineData(88, 26.0, "88 88 ")]
    [InlineData(80, 26.0, "80 80 24")]
    public void Ages_over_89_cannot_be_told_or_reckoned(double years, double? followUp, string expected)
    {
        var record = Sample.Uterus() with
        {
            Age = Sample.Age(years),
            FollowUp = followUp is { } months ? new FollowUp { Months = months, Confidence = 1, Evidence = Sample.Quote("x") } : null,
        };

        var told = Read(Deidentifier.Apply(CaseRecordWriter.ToUtf8(record), 1));

        Assert.Equal(expected, $"{told.Age!.Years} {told.Age.Value} {told.PriorSurgeries[0].MonthsBefore}");
        Assert.Equal(expected.EndsWith(' '), told.FollowUp is null && (followUp is not null || years > 89));
    }

    private static CaseRecord Named()
    {
        Evidence[] quote = [new Evidence(0, 7, Name, "case")];
        return Sample.Uterus(Name) with
        {
            Document = Sample.Case(Name).Document with { Title = Name, Path = $"/wards/{Name}.txt", Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["patient"] = Name } },
            Age = Sample.Age(60) with { Evidence = quote },
            PrimaryTumour = Sample.Primary("C55.9", "8890") with { Text = Name, Evidence = quote },
            PriorSurgeries = [new PriorSurgery { Term = "hysterectomy", Indication = Name, Confidence = 1, Evidence = quote }],
            Histology = Sample.Histology("8890", "6") with { Text = Name, Grade = Name, Evidence = quote },
            ImagingSignals = [new ImagingSignal { Kind = "enhancement", Value = "present", Agent = Name, Confidence = 1, Evidence = quote }],
            Warnings = [Name],
        };
    }

    private static CaseRecord Read(byte[] json)
    {
        using var reader = new CaseRecordReader(new StringReader(Encoding.UTF8.GetString(json)), "test");
        return reader.Read()!;
    }

    private static string Written(TestRegistry registry, string format, bool isDeidentified)
    {
        using var output = new MemoryStream();
        using var values = new MemoryStream();
        new CohortWriter(format, isDeidentified).Write(Cohort.Select(registry.Store, null), output, values, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray()) + Encoding.UTF8.GetString(values.ToArray());
    }
}
