using CaseExtract.Registry.Cohorts;
using CaseExtract.Registry.Corrections;
using CaseExtract.Schema;
using Xunit;

namespace CaseExtract.Registry.Tests;

public sealed class CorrectionTests
{
    public static TheoryData<StoreKind> Kinds => TestRegistry.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_correction_stands_when_all_is_run_anew_and_the_audit_shows_it(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        registry.Load(Sample.All, settings => settings with { ModelVersion = "one" });

        Assert.True(Correct(registry, "uterus", "level", "T6; T7").IsChange);
        var rerun = Sample.Uterus() with { FollowUp = null };
        registry.Load([rerun, Sample.Kidney(), Sample.Nerve(), Sample.Silent()], settings => settings with { ModelVersion = "two" });

        Assert.Equal("uterus", Assert.Single(Cohort.Select(registry.Store, "level = T7 and corrected = yes and confidence >= 1").Cases()).CaseId);
        Assert.Equal(0, Cohort.Select(registry.Store, "level = T5").Count);
        Assert.Equal(["T5; T6|T6; T7|letter of the surgeon|anna"], registry.Rows("select old_value, new_value, why, who from correction"));
        Assert.Equal(["correct|spinalLevels|T5; T6|T6; T7", "uphold|spinalLevels|T5; T6|T6; T7"], registry.Rows("select action, field, old_value, new_value from audit where case_id = 'uterus' and field = 'spinalLevels' order by audit_key"));
        Assert.Equal(CaseRecordWriter.ToJson(rerun), Assert.Single(registry.Rows("select r.json from record r join cases c on c.case_key = r.case_key where c.case_id = 'uterus'")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_correction_stands_against_other_models_with_the_same_answers(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        registry.Load([Sample.Uterus()], settings => settings with { ModelVersion = "one" });
        Correct(registry, "uterus", "sex", "male");

        registry.Load([Sample.Uterus()], settings => settings with { ModelVersion = "two" });

        Assert.Equal(["uphold|female|male"], registry.Rows("select action, old_value, new_value from audit where action = 'uphold'"));
        Assert.Equal(1, Cohort.Select(registry.Store, "sex = male").Count);
    }

    [Theory]
    [InlineData("age", "61", "61")]
    [InlineData("sex", "male", "male")]
    [InlineData("primary.site", "C54.1", "C54.1")]
    [InlineData("primaryTumour.site", "C54.1", "C54.1")]
    [InlineData("primary.histology", "8891", "8891")]
    [InlineData("laterality", "left", "left")]
    [InlineData("prior", "mastectomy; hysterectomy", "mastectomy; hysterectomy")]
    [InlineData("level", "L1, T12", "T12; L1")]
    [InlineData("procedure", "corpectomy", "corpectomy")]
    [InlineData("extent", "subtotal", "subtotal")]
    [InlineData("histology", "8891", "8891")]
    [InlineData("behaviour", "3", "3")]
    [InlineData("grade", "G2", "G2")]
    [InlineData("origin", "primary", "primary")]
    [InlineData("compartment", "extradural", "extradural")]
    [InlineData("cord.compression", "absent", "absent")]
    [InlineData("symptom", "back pain", "back pain")]
    [InlineData("adjuvant", "chemotherapy; radiotherapy", "chemotherapy; radiotherapy")]
    [InlineData("diagnosis.age", "53", "53")]
    [InlineData("timing", "metachronous", "metachronous")]
    [InlineData("recurrence", "absent", "absent")]
    [InlineData("follow-up", "30.5", "30.5")]
    [InlineData("vital", "dead", "dead")]
    [InlineData("disease", "present", "present")]
    [InlineData("neurology", "improved", "improved")]
    [InlineData("local.recurrence", "absent", "absent")]
    public void Every_field_can_be_corrected_cleared_and_taken_back(string field, string value, string shown)
    {
        using var registry = new TestRegistry(StoreKind.Sqlite);
        registry.Load(Sample.All);
        foreach (var id in (string[])["uterus", "silent"])
        {
            var before = registry.Rows($"select * from cases where case_id = '{id}'");
            var values = registry.Rows($"select v.* from field_value v join cases c on c.case_key = v.value_key >> 20 where c.case_id = '{id}'");

            Assert.Equal(shown, Correct(registry, id, field, value).NewValue);
            var record = Cohort.Select(registry.Store, "corrected = yes").Cases().Single().Record();
            Assert.Equal(shown, CorrectableField.Find(field)!.ValueOf(new Loading.RecordScanner().Scan(CaseRecordWriter.ToUtf8(record))));
            Assert.False(Correct(registry, id, field, value).IsChange);
            Assert.Null(Correct(registry, id, field, "").NewValue);
            Assert.True(Correct(registry, id, field, null).IsChange);
            Assert.Equal(before, registry.Rows($"select * from cases where case_id = '{id}'"));
            Assert.Equal(values, registry.Rows($"select v.* from field_value v join cases c on c.case_key = v.value_key >> 20 where c.case_id = '{id}'"));
        }
    }

    [Fact]
    public void Every_correctable_field_is_tested() =>
        Assert.Equal(CorrectableField.All.Count, typeof(CorrectionTests).GetMethod(nameof(Every_field_can_be_corrected_cleared_and_taken_back))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Length - 1);

    [Theory]
    [InlineData("sex", "femal", "female, male")]
    [InlineData("age", "old", "number")]
    [InlineData("age", "200", "up to 130")]
    [InlineData("age", "-3", "number")]
    [InlineData("primary.site", "lung", "C55.9")]
    [InlineData("histology", "889", "8890")]
    [InlineData("level", "T5; T13", "T1 to T12")]
    [InlineData("adjuvant", "prayer", "radiotherapy")]
    [InlineData("shoe.size", "42", "no field")]
    [InlineData("procedure", "a\nb", "control characters")]
    public void What_the_record_does_not_allow_is_refused(string field, string value, string reason)
    {
        using var registry = new TestRegistry(StoreKind.Sqlite);
        registry.Load(Sample.All);
        var before = registry.Dump();

        Assert.Contains(reason, Correct(registry, "uterus", field, value).Fault, StringComparison.Ordinal);
        Assert.Equal(before, registry.Dump());
    }

    [Fact]
    public void A_correction_needs_a_case_a_reason_and_a_person()
    {
        using var registry = new TestRegistry(StoreKind.Sqlite);
        registry.Load(Sample.All);
        var corrections = new CorrectionRegister(registry.Store);

        var outcomes = corrections.Apply([new("nobody", "sex", "male", "x", "y"), new("uterus", "sex", "male", " ", "y"), new("uterus", "sex", "male", "x", "")]);

        Assert.All(outcomes, outcome => Assert.NotNull(outcome.Fault));
    }

    [Fact]
    public void A_value_that_stays_keeps_its_evidence()
    {
        using var registry = new TestRegistry(StoreKind.Sqlite);
        registry.Load([Sample.Uterus()]);
        Correct(registry, "uterus", "procedure", "laminectomy; corpectomy");

        var record = Cohort.Select(registry.Store, null).Cases().Single().Record();

        Assert.Equal(["laminectomy", "corpectomy"], record.Procedures.Select(procedure => procedure.Term));
        Assert.Equal("laminectomy", Assert.Single(record.Procedures[0].Evidence).Text);
        Assert.Empty(record.Procedures[1].Evidence);
    }

    private static CorrectionOutcome Correct(TestRegistry registry, string id, string field, string? value) =>
        new CorrectionRegister(registry.Store).Apply([new CorrectionRequest(id, field, value, "letter of the surgeon", "anna")]).Single();
}
