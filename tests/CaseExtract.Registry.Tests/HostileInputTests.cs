using CaseExtract.Registry.Cohorts;
using CaseExtract.Registry.Cohorts.Language;
using CaseExtract.Registry.Corrections;
using CaseExtract.Schema;
using Xunit;

namespace CaseExtract.Registry.Tests;

/// <summary>Whatever stands in names, ids, values and expressions is data.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Texts = ["'; drop table cases; --", "\" or 1=1", "a\\'b", "%_;|", "{\"a\":1}", "🦴 été", "$1 @p0 :x", "line\nend\ttab"];

    public static TheoryData<StoreKind> Kinds => TestRegistry.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Texts_come_out_as_they_went_in(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        var records = Texts.Select(text => Sample.Case(text) with { Procedures = [Sample.Procedure(text, 0.9)] }).OrderBy(record => record.CaseId, StringComparer.Ordinal).ToList();

        Assert.Empty(registry.Load(records).Failures);

        Assert.Equal(records.Select(CaseRecordWriter.ToJson), Cohort.Select(registry.Store, null).Cases().Select(member => System.Text.Encoding.UTF8.GetString(member.Json.Span)));
        foreach (var text in Texts)
        {
            var mark = text.Contains('"', StringComparison.Ordinal) ? '\'' : '"';
            Assert.Equal(text, Assert.Single(Cohort.Select(registry.Store, $"procedure = {mark}{text}{mark} and confidence >= 0.5").Cases()).CaseId);
            Assert.Equal(1, Cohort.Select(registry.Store, $"case.id = {mark}{text}{mark}").Count);
            var outcome = new CorrectionRegister(registry.Store).Apply([new CorrectionRequest(text, "origin", "primary", text, text)]);
            Assert.True(Assert.Single(outcome).IsChange);
        }

        Assert.Equal(Texts.Length, Cohort.Select(registry.Store, "origin = primary").Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_NUL_is_refused_in_ids_and_replaced_in_columns(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        var inTerm = Sample.Case("a") with { Procedures = [Sample.Procedure("lamin\0ectomy", 0.9)] };

        var (_, failures) = registry.Load([inTerm, Sample.Case("b\0c")]);

        Assert.Contains("NUL", Assert.Single(failures).Reason, StringComparison.Ordinal);
        Assert.Equal(["lamin\uFFFDectomy"], registry.Rows("select text from field_value"));
        Assert.Equal(CaseRecordWriter.ToJson(inTerm), Assert.Single(registry.Rows("select json from record")));
        Assert.Equal(0, Cohort.Select(registry.Store, "case.id = \"a\0\"").Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Half_a_surrogate_pair_does_no_harm(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        var record = Sample.Case("a") with { Procedures = [Sample.Procedure("x\uD83Dy", 0.9)] };

        Assert.Empty(registry.Load([record]).Failures);

        Assert.Equal(CaseRecordWriter.ToJson(record), Assert.Single(registry.Rows("select json from record")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Ten_megabytes_are_a_value_and_no_id(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        var text = new string('x', 10 << 20);
        var record = Sample.Case("a") with { Extent = new Extent { Value = "biopsy", Confidence = 0.5, Evidence = Sample.Quote(text) } };

        var (_, failures) = registry.Load([record, Sample.Case(text)]);

        Assert.Contains("longer", Assert.Single(failures).Reason, StringComparison.Ordinal);
        Assert.Equal([(10 << 20).ToString(System.Globalization.CultureInfo.InvariantCulture)], registry.Rows("select length(evidence_text) from field_value"));
    }

    [Theory]
    [InlineData(90, true)]
    [InlineData(101, false)]
    [InlineData(20_000, false)]
    public void Nesting_has_an_end(int depth, bool isTaken)
    {
        var expression = new string('(', depth) + "sex = male" + new string(')', depth);
        if (isTaken)
        {
            Assert.NotNull(Parser.Parse(expression));
        }
        else
        {
            Assert.Throws<ExpressionException>(() => Parser.Parse(expression));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_longest_expression_that_is_taken_can_be_asked(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        registry.Load(Sample.All);

        Assert.Equal(2, Cohort.Select(registry.Store, string.Join(" and ", Enumerable.Repeat("sex = female", 499)) + " and confidence >= 0.1").Count);
        Assert.Equal(2, Cohort.Select(registry.Store, string.Join(" or ", Enumerable.Repeat("sex = female", 500))).Count);
        Assert.Throws<ExpressionException>(() => Parser.Parse(string.Join(" or ", Enumerable.Repeat("sex = female", 501))));
        Assert.Throws<ExpressionException>(() => Parser.Parse(new string('x', 10 << 20)));
    }
}
