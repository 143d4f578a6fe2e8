using CaseExtract.Registry.Loading;
using CaseExtract.Registry.Store;
using CaseExtract.Schema;
using Xunit;

namespace CaseExtract.Registry.Tests;

public sealed class LoadTests
{
    public static TheoryData<StoreKind> Kinds => TestRegistry.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_case_is_there_as_a_row_a_record_and_its_values(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);

        var (counts, failures) = registry.Load([Sample.Uterus()]);

        Assert.Empty(failures);
        Assert.Equal((1, 1), (counts.Added, counts.Cases));
        Assert.Equal("uterus|female|C55.9|T5; T6|laminectomy; resection|frankel C; ecog 2", Assert.Single(registry.Rows(
            "select case_id, sex, primary_site_code, spinal_levels, procedures, scales from case_view")));
        Assert.Equal(CaseRecordWriter.ToJson(Sample.Uterus()), Assert.Single(registry.Rows("select json from record")));
        Assert.Equal(
            ["T5|11|0.95|10|12|T5|case", "T6|12|0.6|10|12|T6|case"],
            registry.Rows("select text, number, confidence, evidence_start, evidence_end, evidence_text, evidence_section from value_view where field = 'spinalLevels' order by ordinal"));
        Assert.Equal(["Name of C55.9|C55.9|ICD-O-3 topography"], registry.Rows("select text, code, system from value_view where field = 'primaryTumour.site'"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_input_twice_changes_nothing(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        registry.Load(Sample.All);
        var before = registry.Dump();

        var (counts, _) = registry.Load(Sample.All);

        Assert.Equal((0, 0, 4), (counts.Added, counts.Replaced, counts.Unchanged));
        Assert.Equal(before, registry.Dump());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_changed_report_replaces_its_values_and_keeps_the_history(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        registry.Load([Sample.Uterus()]);
        var addended = Sample.Uterus() with { Document = Sample.Case("uterus", "report with an addendum").Document, FollowUp = new FollowUp { Months = 40, Confidence = 0.9, Evidence = Sample.Quote("40 months") } };

        var (counts, _) = registry.Load([addended]);

        Assert.Equal((0, 1), (counts.Added, counts.Replaced));
        Assert.Equal(["40"], registry.Rows("select follow_up_months from case_view"));
        Assert.Equal(["1|1"], registry.Rows("select count(*), max(version) from document_version"));
        Assert.Equal(CaseRecordWriter.ToJson(Sample.Uterus()) + "\n", Assert.Single(registry.Rows("select records from document_version")));
        Assert.Equal(["2"], registry.Rows("select version from document"));
        Assert.Equal(
            ["load||||", "replace||version 1|version 2|the report changed", "change|followUp|26|40|"],
            registry.Rows("select action, field, old_value, new_value, why from audit order by audit_key"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_case_that_a_report_no_longer_tells_of_is_gone(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        registry.Load([Sample.Case("series", documentId: "series"), Sample.Case("series#2", documentId: "series")]);

        registry.Load([Sample.Case("series", documentId: "series")]);

        Assert.Equal(["series"], registry.Rows("select case_id from cases"));
        Assert.Equal(["remove|series#2"], registry.Rows("select action, case_id from audit where action = 'remove'"));
        Assert.Equal(["1|1"], registry.Rows("select (select count(*) from record), (select count(*) from cases)"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Other_models_with_the_same_answers_are_noted(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        registry.Load([Sample.Uterus()], settings => settings with { ModelVersion = "one" });

        var (counts, _) = registry.Load([Sample.Uterus()], settings => settings with { ModelVersion = "two" });

        Assert.Equal(1, counts.Unchanged);
        Assert.Equal(["two|1"], registry.Rows("select model_version, version from document"));
        Assert.Equal(["one|two"], registry.Rows("select old_value, new_value from audit where action = 'confirm'"));
        using var lookup = RegistryStore.OpenToRead(registry.Target);
        Assert.True(new DocumentLookup(lookup).Contains("uterus", Sample.Uterus().Document.Sha256, "two"));
        Assert.False(new DocumentLookup(lookup).Contains("uterus", Sample.Uterus().Document.Sha256, "one"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_cannot_be_loaded_is_told_and_costs_nothing_else(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        string[] lines =
        [
            CaseRecordWriter.ToJson(Sample.Uterus()),
            "{\"schemaVersion\":\"1.0\",",
            "{\"schemaVersion\":\"2.0\"}",
            "{\"schemaVersion\":\"1.0\",\"caseId\":\"x\"}",
            CaseRecordWriter.ToJson(Sample.Nerve()).Replace("\"sex\":{\"value\":\"female\"", "\"sex\":{\"value\":[]", StringComparison.Ordinal),
            CaseRecordWriter.ToJson(Sample.Kidney("uterus") with { Document = Sample.Case("kidney").Document }),
            CaseRecordWriter.ToJson(Sample.Kidney()),
            CaseRecordWriter.ToJson(Sample.Uterus()),
            CaseRecordWriter.ToJson(Sample.Silent()).Replace("\"sex\":null", "\"sex\":{\"value\":\"male\",\"confidence\":1,\"evidence\":[]},\"sex\":{\"value\":\"male\",\"confidence\":1,\"evidence\":[]}", StringComparison.Ordinal),
        ];

        var (counts, failures) = registry.LoadJson(lines);

        Assert.Equal(["2", "3", "4", "5", "6", "7", "8", "9"], failures.Select(failure => failure.Line.ToString(System.Globalization.CultureInfo.InvariantCulture)).Order());
        Assert.Equal(1, counts.Added);
        Assert.DoesNotContain(failures, failure => failure.Reason.Contains("woman", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Loaders_at_once_take_turns(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        var records = Enumerable.Range(0, 300).Select(number => CaseRecordWriter.ToUtf8(Sample.Uterus($"case-{number}"))).ToList();

        Parallel.For(0, 3, _ =>
        {
            using var store = RegistryStore.Open(registry.Target);
            using var loader = new RegistryLoader(store, new LoadSettings { Source = "test", DocumentsInBatch = 20 }, failure => Assert.Fail(failure.Reason));
            var reader = new LoadRecord.Reader();
            records.ForEach(record => loader.Add(reader.Read(record, "records")));
            loader.Complete();
        });

        Assert.Equal(["300|300|300"], registry.Rows("select (select count(*) from document), (select count(*) from cases), (select count(distinct case_id) from cases)"));
        Assert.Equal(["300"], registry.Rows("select count(*) from audit"));
        Assert.Equal([(300 * registry.Rows("select field_key from field_value where value_key >> 20 = 1").Count).ToString(System.Globalization.CultureInfo.InvariantCulture)], registry.Rows("select count(*) from field_value"));
    }

    [Fact]
    public async Task Schemas_are_made_once_by_programs_that_begin_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("caseextract-registry-");
        try
        {
            var target = RegistryTarget.Parse(Path.Combine(folder.FullName, "registry.db"));
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RegistryStore.Open(target).Dispose())));
            RegistryStore.OpenToRead(target).Dispose();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
