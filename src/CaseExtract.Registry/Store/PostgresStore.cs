using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace CaseExtract.Registry.Store;

/// <summary>A registry on a PostgreSQL server.</summary>
internal sealed class PostgresStore : RegistryStore
{
    /// <summary>The advisory lock that writers of a registry take, one at a time.</summary>
    private const long WriteLock = 0x6361736578; // "casex"

    private PostgresStore(RegistryTarget target, NpgsqlConnection connection) : base(target, connection)
    {
    }

    // Texts compare by bytes, as in SQLite, whatever the locale of the database.
    internal override IReadOnlyDictionary<string, string> SchemaWords { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["text"] = "text collate \"C\"",
        ["identity"] = "bigint generated always as identity primary key",
        ["value_key"] = "",
        ["clustered"] = "",
    };

    private NpgsqlConnection Postgres => (NpgsqlConnection)Connection;

    public static PostgresStore Connect(RegistryTarget target)
    {
        var connection = new NpgsqlConnection(target.ConnectionString);
        try
        {
            connection.Open();
            return new PostgresStore(target, connection);
        }
        catch (NpgsqlException exception) when (exception.InnerException is SocketException or IOException { InnerException: SocketException })
        {
            connection.Dispose();
            throw new RegistryException($"{target.Name}: the server cannot be reached", exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    protected override DbTransaction BeginTransaction(bool isBulk)
    {
        var transaction = Postgres.BeginTransaction();
        if (isBulk)
        {
            // A server that crashes loses the last batches as wholes, and the same load brings them again; nothing waits for the disk a hundred times.
            // What a batch asks it asks by keys: the planner, which knows of no rows that came since it last counted them, would read whole tables.
            Execute("set local synchronous_commit = off; set local enable_seqscan = off");
        }

        // who waits for another writer waits as long as that takes
        Execute(string.Create(CultureInfo.InvariantCulture, $"select pg_advisory_xact_lock({WriteLock})"));
        return transaction;
    }

    // One pass over the cases is done before a program for it is compiled; and what workers hand back of a case is short, so the planner need not fear for
    // its transport and can use all processors.
    internal override void PrepareToScan() => Execute("set jit = off; set parallel_tuple_cost = 0.001");

    internal override RowWriter OpenWriter(Table table) => new PostgresRowWriter(Postgres, table);

    internal override string IsAmong(string column, string parameter) => $"{column} = any({parameter})";

    internal override object ListOf(IReadOnlyCollection<string> texts) => texts.ToArray();

    internal override object ListOf(IReadOnlyCollection<long> numbers) => numbers.ToArray();

    internal override string PositionOf(string text, string inText) => $"strpos({inText}, {text})";

    private void Execute(string sql)
    {
        using var command = Postgres.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
