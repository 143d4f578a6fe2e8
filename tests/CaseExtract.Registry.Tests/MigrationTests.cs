using CaseExtract.Registry.Cohorts;
using CaseExtract.Registry.Corrections;
using CaseExtract.Registry.Store;
using Dapper;
using Xunit;

namespace CaseExtract.Registry.Tests;

/// <summary>A registry that an earlier version made is carried forward with all that is in it.</summary>
public sealed class MigrationTests
{
    private static readonly string[] Tables = ["run", "document", "document_version", "cases", "record", "field_value", "correction", "audit"];

    private static readonly string[] Questions =
    [
        "procedure = laminectomy and confidence >= 0.9", "procedure = resection and confidence >= 0.7", "level in T5..T6 and confidence > 0.6", "primary.site = C55 and confidence >= 0.93",
        "frankel in A..C", "ecog = 2 and confidence >= 0.9", "t2 = iso and confidence >= 0.9", "histology = sarcoma and confidence >= 0.97", "corrected = yes",
    ];

    public static TheoryData<StoreKind> Kinds => TestRegistry.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_first_schema_is_carried_forward_with_nothing_lost(StoreKind kind)
    {
        using var now = new TestRegistry(kind);
        now.Load(Sample.All);
        now.Load([Sample.Kidney() with { SpinalLevels = [Sample.Level("C6", "cervical", 0.9)] }]);
        new CorrectionRegister(now.Store).Apply([new CorrectionRequest("nerve", "level", "L1; L2", "letter of the surgeon", "anna"), new CorrectionRequest("uterus", "primary.site", "C54.1", "pathology", "anna")]);

        using var earlier = new TestRegistry(kind, store =>
        {
            Migrations.Run(store, before: "0004");
            CopyToFirstSchema(now, store);
        });

        foreach (var table in Tables)
        {
            Assert.Equal(Content(now, table), Content(earlier, table));
        }

        foreach (var view in (string[])["case_view", "value_view"])
        {
            Assert.Equal(now.Rows($"select * from {view}").Order(StringComparer.Ordinal), earlier.Rows($"select * from {view}").Order(StringComparer.Ordinal));
        }

        Assert.All(Questions, question => Assert.Equal(Ids(now, question), Ids(earlier, question)));
        Assert.NotEmpty(Ids(earlier, Questions[0]));

        // and it goes on
        Assert.Equal(3, earlier.Load(Sample.All).Counts.Unchanged);
        Assert.True(Assert.Single(new CorrectionRegister(earlier.Store).Apply([new CorrectionRequest("silent", "sex", "male", "letter", "anna")])).IsChange);
        Assert.Equal("silent", Ids(earlier, "sex = male and case.id = silent and confidence >= 1"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_earlier_schema_is_not_read_until_it_is_carried_forward(StoreKind kind)
    {
        using var registry = new TestRegistry(kind, store =>
        {
            Migrations.Run(store, before: "0004");
            Assert.Contains("earlier version", Assert.Throws<RegistryException>(() => RegistryStore.OpenToRead(store.Target)).Message, StringComparison.Ordinal);
        });

        using var store = RegistryStore.OpenToRead(registry.Target);
        Assert.Equal(0, Cohort.Select(store, null).Count);
    }

    [Fact]
    public void Roles_keep_their_rights()
    {
        var role = "reader_" + Guid.NewGuid().ToString("N");
        using var registry = new TestRegistry(StoreKind.Postgres, store =>
        {
            Migrations.Run(store, before: "0004");
            store.Connection.Execute($"create role {role}; grant select on all tables in schema {store.Connection.ExecuteScalar<string>("select current_schema()")} to {role}; grant insert, delete on field_value to {role}");
        });
        try
        {
            string[] expected = ["case_view|SELECT", "field_value|DELETE", "field_value|INSERT", "field_value|SELECT", "field|SELECT", "value_view|SELECT"];
            Assert.Equal(expected, registry
                .Rows($"select c.relname, a.privilege_type from pg_class c, aclexplode(c.relacl) a where c.relnamespace = current_schema()::regnamespace and a.grantee = '{role}'::regrole and c.relname in ('field', 'field_value', 'case_view', 'value_view')")
                .Order(StringComparer.Ordinal));
        }
        finally
        {
            registry.Store.Connection.Execute($"drop owned by {role}; drop role {role}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_numbers_of_the_fields_are_those_of_their_table(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        Assert.Equal(Loading.RecordField.All.Select(field => $"{Loading.RecordField.KeyOf(field)}|{field}"), registry.Rows("select field_key, field from field order by field_key"));
    }

    /// <summary>What the first version would have written: a name in each row of a value, and its key made of three columns.</summary>
    private static void CopyToFirstSchema(TestRegistry from, RegistryStore to)
    {
        foreach (var table in Tables)
        {
            var rows = from.Store.Connection.Query(table == "field_value"
                ? "select v.value_key >> 20 as case_key, f.field, v.ordinal, v.text, v.number, v.code, v.confidence, v.evidence_start, v.evidence_end, v.evidence_text, v.evidence_section, v.is_corrected from field_value v join field f on f.field_key = v.field_key"
                : $"select * from {table}");
            foreach (IDictionary<string, object?> row in rows)
            {
                row.Remove("members");
                to.Connection.Execute(
                    $"insert into {table} ({string.Join(", ", row.Keys)}) {(to.Target.IsPostgres ? "overriding system value " : "")}values ({string.Join(", ", row.Keys.Select(column => "@" + column))})", row);
            }
        }

        foreach (var (table, key) in to.Target.IsPostgres ? [("run", "run_key"), ("correction", "correction_key"), ("audit", "audit_key")] : Array.Empty<(string, string)>())
        {
            to.Connection.Execute($"select setval(pg_get_serial_sequence('{table}', '{key}'), (select max({key}) from {table}))");
        }
    }

    /// <summary>A table, but for what the first version did not have.</summary>
    private static IReadOnlyList<string> Content(TestRegistry registry, string table)
    {
        var columns = registry.Store.Connection.Query($"select * from {table} limit 1").Cast<IDictionary<string, object?>>().SelectMany(row => row.Keys).Where(column => column != "members").Order(StringComparer.Ordinal);
        var rows = registry.Rows($"select {string.Join(", ", columns)} from {table}");
        Assert.NotEmpty(rows);
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private static string Ids(TestRegistry registry, string expression) => string.Join(' ', Cohort.Select(registry.Store, expression).Cases().Select(member => member.CaseId));
}
