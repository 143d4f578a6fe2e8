using CaseExtract.Registry.Loading;
using CaseExtract.Registry.Store;
using Xunit;

namespace CaseExtract.Registry.Tests;

public sealed class SchemaTests
{
    public static TheoryData<StoreKind> Kinds => TestRegistry.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_tables_have_the_columns_that_are_written(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        foreach (var table in (Table[])[Table.Document, Table.DocumentVersion, Table.Cases, Table.Record, Table.FieldValue, Table.Audit])
        {
            using var command = registry.Store.Connection.CreateCommand();
            command.CommandText = $"select * from {table.Name}";
            using var reader = command.ExecuteReader();
            var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).Order(StringComparer.Ordinal);
            Assert.Equal(table.Columns.Select(column => column.Name).Concat(table == Table.Audit ? ["audit_key"] : []).Order(StringComparer.Ordinal), columns);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_view_has_a_column_for_every_field(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        using var command = registry.Store.Connection.CreateCommand();
        command.CommandText = "select * from case_view";
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();

        Assert.Empty(CaseColumn.All.Select(column => column.Name).Except(columns, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_schema_of_another_version_is_not_read(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        var column = kind == StoreKind.Sqlite ? "ScriptName" : "scriptname";
        using var command = registry.Store.Connection.CreateCommand();
        command.CommandText = $"insert into schemaversions ({column}, applied) values ('9999-later.sql', current_timestamp)";
        command.ExecuteNonQuery();

        Assert.Contains("later version", Assert.Throws<RegistryException>(() => RegistryStore.OpenToRead(registry.Target)).Message, StringComparison.Ordinal);
        command.CommandText = "delete from schemaversions";
        command.ExecuteNonQuery();
        Assert.Contains("is no registry", Assert.Throws<RegistryException>(() => RegistryStore.OpenToRead(registry.Target)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_is_no_registry_is_not_made_one_by_who_may_not()
    {
        using var registry = new TestRegistry(StoreKind.Postgres);
        using var command = registry.Store.Connection.CreateCommand();
        command.CommandText = "drop table schemaversions";
        command.ExecuteNonQuery();

        Assert.Contains("is no registry", Assert.Throws<RegistryException>(() => RegistryStore.Open(registry.Target, mayCreate: false)).Message, StringComparison.Ordinal);
        Assert.Contains("is no registry", Assert.Throws<RegistryException>(() => RegistryStore.OpenToRead(registry.Target)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_levels_of_the_spine_are_those_of_the_record()
    {
        var form = Corrections.RecordVocabulary.Form("spinalLevels.level")!;
        Assert.All(Spine.Levels, level => Assert.Matches(form, level));
        Assert.Equal(31, Spine.Levels.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(0b1100L, Spine.Mask(2, 3));
    }
}
