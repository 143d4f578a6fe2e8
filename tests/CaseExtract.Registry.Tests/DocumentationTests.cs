using CaseExtract.Registry.Cohorts.Language;
using Xunit;

namespace CaseExtract.Registry.Tests;

public sealed class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Find("docs/registry.md"));

    [Fact]
    public void The_page_lists_every_field_and_group()
    {
        Assert.All(CohortField.All, field => Assert.Contains($"`{field.Name}`", Page, StringComparison.Ordinal));
        Assert.All(MorphologyGroups.Names, name => Assert.Contains(name, Page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TestRegistry.Kinds), MemberType = typeof(TestRegistry))]
    public void The_queries_of_the_page_run(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        registry.Load(Sample.All);
        var block = Page[(Page.IndexOf("```sql", StringComparison.Ordinal) + 6)..];
        var queries = block[..block.IndexOf("```", StringComparison.Ordinal)].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(5, queries.Length);
        Assert.All(queries, query => registry.Rows(query));
        Assert.Contains("C64|1", registry.Rows(queries[0]));
    }

    [Fact]
    public void The_roles_of_the_page_are_enough_for_their_work()
    {
        using var registry = new TestRegistry(StoreKind.Postgres);
        var start = Page.IndexOf("create role registry_reader", StringComparison.Ordinal);
        var roles = Page[start..Page.IndexOf("create role anna", StringComparison.Ordinal)];
        var suffix = Guid.NewGuid().ToString("N");
        var schema = registry.Rows("select current_schema()").Single();
        var connection = registry.Store.Connection;
        try
        {
            Dapper.SqlMapper.Execute(connection, roles.Replace("registry_", $"r{suffix}_", StringComparison.Ordinal).Replace("schema public", $"schema {schema}", StringComparison.Ordinal));
            As("loader", () => registry.Load([Sample.Uterus()]));
            As("loader", () => registry.Load([Sample.Uterus() with { Extent = null }]));
            As("abstractor", () => Assert.True(new Corrections.CorrectionRegister(registry.Store).Apply([new("uterus", "sex", "male", "letter", "anna")]).Single().IsChange));
            As("reader", () => Assert.Equal(1, Cohorts.Cohort.Select(registry.Store, "sex = male").Count));
            As("abstractor", () => Assert.ThrowsAny<Exception>(() => Dapper.SqlMapper.Execute(connection, "delete from audit")));
            As("reader", () => Assert.Throws<RegistryException>(() => registry.Load([Sample.Nerve()])));
        }
        finally
        {
            Dapper.SqlMapper.Execute(connection, $"reset role; drop owned by r{suffix}_loader, r{suffix}_abstractor, r{suffix}_reader; drop role r{suffix}_loader, r{suffix}_abstractor, r{suffix}_reader");
        }

        void As(string role, Action action)
        {
            Dapper.SqlMapper.Execute(connection, $"set role r{suffix}_{role}");
            action();
            Dapper.SqlMapper.Execute(connection, "reset role");
        }
    }

    private static string Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, path)))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new FileNotFoundException(path);
    }
}
