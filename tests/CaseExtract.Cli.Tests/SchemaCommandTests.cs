using CaseExtract.Cli.Tests.Documentation;
using Newtonsoft.Json.Linq;
using Xunit;

namespace CaseExtract.Cli.Tests;

public sealed class SchemaCommandTests
{
    private static readonly JObject Schema = JObject.Parse(Cli.Run("schema").Text);

    [Fact]
    public void The_document_is_what_the_types_give()
    {
        var path = Path.Combine(Repository.Root, "docs", "case-record.schema.json");
        var generated = RecordSchemaGenerator.Generate().ToJson().ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("RECORD_SCHEMA") == "write")
        {
            File.WriteAllText(path, generated);
        }

        Assert.True(generated == File.ReadAllText(path), "the types of src/CaseExtract/Schema have changed: run this test with RECORD_SCHEMA=write in the environment, and read the difference");
    }

    [Fact]
    public void It_is_a_schema_of_the_record_and_the_same_at_every_call()
    {
        var result = Cli.Run("schema");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(result.Output, Cli.Run("schema").Output);
        Assert.Equal("CaseExtract case record 1.0", Schema["title"]);
        Assert.DoesNotContain("\r", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_key_is_required_once_and_in_the_order_of_the_contract() => Assert.Equal(
        [
            "schemaVersion", "caseId", "document", "age", "sex", "primaryTumour", "priorSurgeries", "spinalLevels", "spinalRegions", "imagingSignals",
            "procedures", "extent", "histology", "lesion", "presentation", "adjuvants", "ageAtDiagnosis",
            "metastasisTiming", "recurrence", "followUp", "outcome", "scales", "sins", "warnings",
        ],
        Schema["required"]!.Values<string>());

    [Theory]
    [InlineData("definitions.Sex.properties.value", "female male")]
    [InlineData("definitions.Age.properties.unit", "year month week day")]
    [InlineData("properties.spinalRegions.items", "cervical thoracic lumbar sacral coccygeal")]
    [InlineData("definitions.SpinalLevelValue.properties.region", "cervical thoracic lumbar sacral coccygeal")]
    [InlineData("definitions.ImagingSignal.properties.sequence", "T1 T2 STIR FLAIR DWI null")]
    [InlineData("definitions.ImagingSignal.properties.kind", "signal enhancement density uptake diffusion")]
    [InlineData("definitions.ImagingSignal.properties.value", "hypo iso hyper mixed present absent lytic sclerotic")]
    [InlineData("definitions.ImagingSignal.properties.pattern", "homogeneous heterogeneous ring null")]
    [InlineData("definitions.LesionOrigin.properties.value", "metastatic primary")]
    [InlineData("definitions.Compartment.properties.value", "extradural intradural-extramedullary intramedullary")]
    [InlineData("definitions.CordCompression.properties.value", "present absent")]
    [InlineData("definitions.Extent.properties.value", "gross-total en-bloc subtotal biopsy")]
    [InlineData("definitions.ScaleValue.properties.kind", "frankel asia ecog karnofsky mccormick nurick mjoa sins escc tokuhashi tomita enneking who-grade tnm")]
    [InlineData("definitions.ScaleValue.properties.time", "earlier preoperative postoperative follow-up null")]
    [InlineData("definitions.MetastasisTiming.properties.value", "synchronous metachronous")]
    [InlineData("definitions.VitalStatus.properties.value", "alive dead")]
    [InlineData("definitions.NeurologicalChange.properties.value", "improved unchanged worse")]
    [InlineData("definitions.Sins.properties.stability", "stable indeterminate unstable null")]
    [InlineData("definitions.Adjuvant.properties.kind", "radiotherapy chemotherapy targeted hormonal immunotherapy")]
    public void Vocabularies_are_those_of_the_contract(string path, string words) =>
        Assert.Equal(words, string.Join(' ', Schema.SelectToken(path)!["enum"]!.Select(word => (string?)word ?? "null")));

    [Theory]
    [InlineData("age", "null")]
    [InlineData("extent", "null")]
    [InlineData("histology", "null")]
    public void What_may_be_unknown_may_be_null(string key, string type) =>
        Assert.Equal(type, Schema["properties"]![key]!["oneOf"]![0]!["type"]);

    [Fact]
    public void Evidence_is_never_empty() => Assert.Equal(1, Schema.SelectToken("definitions.Age.properties.evidence.minItems"));

    [Fact]
    public void Keys_of_later_versions_are_allowed() =>
        Assert.DoesNotContain(Schema.Descendants().OfType<JProperty>(), property => property is { Name: "additionalProperties", Value: JValue { Value: false } });

    [Fact]
    public void Every_value_that_is_a_closed_word_in_the_types_is_described() =>
        Assert.All(
            Schema["properties"]!.Children<JProperty>().Select(property => property.Name),
            name => Assert.False(string.IsNullOrWhiteSpace((string?)Schema["properties"]![name]!["description"]), name));
}
