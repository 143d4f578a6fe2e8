using CaseExtract.Registry.Differences;
using CaseExtract.Registry.Loading;
using CaseExtract.Schema;
using Xunit;

namespace CaseExtract.Registry.Tests;

public sealed class DifferenceTests
{
    public static TheoryData<StoreKind> Kinds => TestRegistry.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Runs_of_a_registry_are_compared_field_by_field(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        registry.Load([Sample.Uterus(), Sample.Kidney(), Sample.Case("series", documentId: "series"), Sample.Case("series#2", documentId: "series")], settings => settings with { ModelVersion = "one" });
        registry.Load([Sample.Uterus() with { FollowUp = null }, Sample.Case("series", documentId: "series")], settings => settings with { ModelVersion = "two" });
        registry.Load([Sample.Kidney() with { Document = Sample.Case("kidney", "addendum").Document, Sex = null }, Sample.Nerve()], settings => settings with { ModelVersion = "two", RunName = "third" });

        Assert.Equal(["uterus changed followUp: 26 -> ", "series#2 removed"], Shown(RunDifferences.Between(registry.Store, 1, 2)));
        Assert.Equal(["kidney changed sex: male -> ", "nerve added"], Shown(RunDifferences.Between(registry.Store, 2, 3)));
        Assert.Equal(["kidney changed sex: male -> ", "nerve added", "series#2 removed", "uterus changed followUp: 26 -> "], Shown(RunDifferences.Between(registry.Store, 1, 3)).Order(StringComparer.Ordinal));
        Assert.Equal(["uterus changed followUp:  -> 26", "series#2 added"], Shown(RunDifferences.Between(registry.Store, 2, 1)));
        Assert.Contains("other models", RunDifferences.Between(registry.Store, 1, 2).First(difference => difference.CaseId == "uterus").Why, StringComparison.Ordinal);
        Assert.Contains("the report changed", RunDifferences.Between(registry.Store, 2, 3).First(difference => difference.CaseId == "kidney").Why, StringComparison.Ordinal);
        Assert.Equal(["third"], RunDifferences.Runs(registry.Store).Select(run => run.Name).OfType<string>());
        Assert.Throws<RegistryException>(() => RunDifferences.Between(registry.Store, 1, 9));
    }

    [Fact]
    public void Files_of_records_are_compared_too()
    {
        var reader = new LoadRecord.Reader();
        LoadRecord[] Read(params CaseRecord[] records) => [.. records.Select(record => reader.Read(record, "x"))];

        var differences = RunDifferences.Between(Read(Sample.Uterus(), Sample.Kidney()), Read(Sample.Uterus() with { Extent = null }, Sample.Nerve()));

        Assert.Equal(["kidney removed", "nerve added", "uterus changed extent: gross-total -> "], Shown(differences).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Shown(IEnumerable<CaseDifference> differences) => differences
        .OrderByDescending(difference => difference.CaseId == "uterus")
        .Select(difference => $"{difference.CaseId} {difference.Kind}{string.Concat(difference.Fields.Select(field => $" {field.Field}: {field.OldValue} -> {field.NewValue}"))}");
}
