using CaseExtract.Registry.Loading;
using CaseExtract.Registry.Store;
using CaseExtract.Schema;
using Dapper;
using Npgsql;
using Xunit;

namespace CaseExtract.Registry.Tests;

/// <summary>The stores that every test runs on.</summary>
public enum StoreKind
{
    Sqlite,
    Postgres,
}

/// <summary>A registry of its own for one test: a file, or a schema of the database that <c>CASEEXTRACT_POSTGRES</c> names.</summary>
internal sealed class TestRegistry : IDisposable
{
    public const string Variable = "CASEEXTRACT_POSTGRES";

    private readonly string? _folder;
    private readonly string? _schema;

    /// <param name="kind">The store.</param>
    /// <param name="prepare">Is given the empty database before its schema is made.</param>
    public TestRegistry(StoreKind kind, Action<RegistryStore>? prepare = null)
    {
        if (kind == StoreKind.Sqlite)
        {
            _folder = Directory.CreateTempSubdirectory("caseextract-registry-").FullName;
            Text = Path.Combine(_folder, "registry.db");
        }
        else
        {
            var server = Environment.GetEnvironmentVariable(Variable);
            Assert.SkipWhen(string.IsNullOrEmpty(server), $"{Variable} is not set: no PostgreSQL to test on (tests/scripts/postgres starts one)");
            _schema = "test_" + Guid.NewGuid().ToString("N");
            Execute(server!, $"create schema {_schema}");
            Text = new NpgsqlConnectionStringBuilder(server) { SearchPath = _schema, Pooling = false }.ConnectionString;
        }

        Target = RegistryTarget.Parse(Text);
        if (prepare is not null)
        {
            using RegistryStore store = kind == StoreKind.Sqlite ? SqliteStore.Connect(Target, mayCreate: true) : PostgresStore.Connect(Target);
            prepare(store);
        }

        Store = RegistryStore.Open(Target);
    }

    public string Text { get; }

    public RegistryTarget Target { get; }

    public RegistryStore Store { get; }

    public static TheoryData<StoreKind> Kinds => [StoreKind.Sqlite, StoreKind.Postgres];

    /// <summary>Loads records; faults are collected.</summary>
    public (LoadCounts Counts, List<LoadFailure> Failures) Load(IEnumerable<CaseRecord> records, Func<LoadSettings, LoadSettings>? change = null) =>
        LoadJson(records.Select(CaseRecordWriter.ToJson), change);

    public (LoadCounts Counts, List<LoadFailure> Failures) LoadJson(IEnumerable<string> lines, Func<LoadSettings, LoadSettings>? change = null)
    {
        var failures = new List<LoadFailure>();
        var settings = new LoadSettings { Source = "test", Who = "tester" };
        using var loader = new RegistryLoader(Store, change?.Invoke(settings) ?? settings, failures.Add);
        var reader = new LoadRecord.Reader();
        var number = 0;
        foreach (var line in lines)
        {
            loader.Add(reader.Read(System.Text.Encoding.UTF8.GetBytes(line), "records.jsonl", ++number));
        }

        loader.Complete();
        return (loader.Counts, failures);
    }

    public IReadOnlyList<string> Rows(string sql) =>
        [.. Store.Connection.Query(sql).Select(row => string.Join('|', ((IDictionary<string, object?>)row).Values.Select(value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture))))];

    /// <summary>Everything in it, as text.</summary>
    public string Dump() => string.Join('\n', ((string[])["run", "document", "document_version", "cases", "record", "field_value", "correction", "audit"])
        .SelectMany(table => Rows($"select * from {table}").Order(StringComparer.Ordinal).Prepend(table)));

    public void Dispose()
    {
        Store.Dispose();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
        else
        {
            Execute(Environment.GetEnvironmentVariable(Variable)!, $"drop schema {_schema} cascade");
        }
    }

    private static void Execute(string server, string sql)
    {
        using var connection = new NpgsqlConnection(server);
        connection.Execute(sql);
    }
}
