using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CaseExtract.Registry.Store;

/// <summary>A registry in one file. Readers see whole batches while a loader writes (write-ahead log).</summary>
internal sealed class SqliteStore : RegistryStore
{
    /// <summary>How long a writer waits for another one.</summary>
    public const int BusySeconds = 120;

    private readonly Dictionary<Table, SqliteRowWriter> _writers = [];

    private SqliteStore(RegistryTarget target, SqliteConnection connection) : base(target, connection)
    {
    }

    internal override IReadOnlyDictionary<string, string> SchemaWords { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["text"] = "text",
        ["identity"] = "integer primary key",
        ["value_key"] = ", primary key (case_key, field, ordinal)",
        ["clustered"] = " without rowid",
    };

    private SqliteConnection Sqlite => (SqliteConnection)Connection;

    public static SqliteStore Connect(RegistryTarget target, bool mayCreate)
    {
        if (!mayCreate && !File.Exists(target.Name))
        {
            throw new RegistryException($"{target.Name}: no such registry");
        }

        var isNew = !File.Exists(target.Name) || new FileInfo(target.Name).Length == 0;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(target.ConnectionString)
        {
            Mode = mayCreate ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
        }.ConnectionString);
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle, BusySeconds * 1000);
            using var command = connection.CreateCommand();

            // large pages waste little behind records of several kilobytes; the log grows to 128 MB before it is copied into the file
            command.CommandText = (isNew && mayCreate ? "pragma page_size = 32768; pragma journal_mode = wal; " : "")
                + "pragma synchronous = normal; pragma cache_size = -131072; pragma wal_autocheckpoint = 4096; pragma foreign_keys = off; pragma temp_store = memory;";
            command.ExecuteNonQuery();
            return new SqliteStore(target, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    protected override DbTransaction BeginTransaction(bool isBulk) => Sqlite.BeginTransaction(IsolationLevel.Serializable, deferred: false);

    internal override RowWriter OpenWriter(Table table)
    {
        if (!_writers.TryGetValue(table, out var writer))
        {
            writer = new SqliteRowWriter(Sqlite, table);
            _writers.Add(table, writer);
        }

        return writer;
    }

    internal override string IsAmong(string column, string parameter) => $"{column} in (select value from json_each({parameter}))";

    internal override object ListOf(IReadOnlyCollection<string> texts) => JsonSerializer.Serialize(texts, TextListJson.Default.IReadOnlyCollectionString);

    internal override object ListOf(IReadOnlyCollection<long> numbers) => "[" + string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))) + "]";

    internal override string PositionOf(string text, string inText) => $"instr({inText}, {text})";

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var writer in _writers.Values)
            {
                writer.Close();
            }
        }

        base.Dispose(disposing);
    }
}
