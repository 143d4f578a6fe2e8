using Dapper;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using DbUp.Engine.Output;

namespace CaseExtract.Registry.Store;

/// <summary>Brings the schema of a registry up to date: scripts in the order of their names, each once (DbUp). What they are is in <c>Schema/</c>.</summary>
internal static class Migrations
{
    private const string Prefix = "schema/";

    /// <summary>Runs the scripts that are missing. Two programs that begin at once do not disturb each other.</summary>
    /// <param name="store">The registry.</param>
    /// <param name="before">Only those whose names sort before this: the schema of an earlier version.</param>
    public static void Run(RegistryStore store, string? before = null)
    {
        const int Attempts = 20;
        for (var attempt = 1; ; attempt++)
        {
            var engine = Build(store, before);
            if (!engine.IsUpgradeRequired())
            {
                return;
            }

            var result = engine.PerformUpgrade();
            if (result.Successful)
            {
                return;
            }

            // whoever came second finds the tables made, or in the making
            if (attempt == Attempts)
            {
                throw StoreErrors.Describe(result.Error) is { } reason
                    ? new RegistryException($"{store.Target.Name}: the schema cannot be brought up to date: {reason}", result.Error)
                    : result.Error;
            }

            Thread.Sleep(TimeSpan.FromMilliseconds(50 * attempt));
        }
    }

    /// <summary>Checks that the schema is the one that this version knows.</summary>
    /// <exception cref="RegistryException">It is not.</exception>
    public static void Check(RegistryStore store)
    {
        var applied = Applied(store);
        var known = Scripts(store).Select(script => script.Name).ToList();
        if (!applied.SetEquals(known))
        {
            throw new RegistryException(applied.IsSupersetOf(known)
                ? $"{store.Target.Name}: was made by a later version of caseextract"
                : $"{store.Target.Name}: was made by an earlier version; caseextract load brings its schema up to date");
        }
    }

    /// <summary>The scripts that made it what it is.</summary>
    /// <exception cref="RegistryException">It is no registry.</exception>
    public static HashSet<string> Applied(RegistryStore store)
    {
        var table = store.Connection.ExecuteScalar<long>(store.Target.IsPostgres
            ? "select count(to_regclass('schemaversions'))"
            : "select count(*) from sqlite_master where name = 'SchemaVersions'");
        var applied = table == 0 ? [] : store.Connection.Query<string>("select scriptname from schemaversions").ToHashSet(StringComparer.Ordinal);
        return applied.Count > 0 ? applied : throw new RegistryException($"{store.Target.Name}: is no registry");
    }

    private static UpgradeEngine Build(RegistryStore store, string? before)
    {
        UpgradeEngineBuilder builder = store.Target.IsPostgres
            ? DeployChanges.To.PostgresqlDatabase(store.Target.ConnectionString)
            : DeployChanges.To.SqliteDatabase(store.Target.ConnectionString);
        return builder
            .WithScripts(Scripts(store).Where(script => before is null || string.CompareOrdinal(script.Name, before) < 0))
            .WithVariables(store.SchemaWords.ToDictionary(StringComparer.Ordinal))
            .WithTransactionPerScript()
            .WithExecutionTimeout(TimeSpan.Zero) // a script that rebuilds the tables of a large registry takes as long as that takes
            .LogTo(new NoOpUpgradeLog())
            .Build();
    }

    /// <summary>Scripts for both stores, and those whose name ends in that of the store.</summary>
    private static IEnumerable<SqlScript> Scripts(RegistryStore store)
    {
        var assembly = typeof(Migrations).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var isForOther = resource.EndsWith(store.Target.IsPostgres ? ".sqlite.sql" : ".postgres.sql", StringComparison.Ordinal);
            if (!isForOther)
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                yield return new SqlScript(resource[Prefix.Length..], reader.ReadToEnd());
            }
        }
    }
}
