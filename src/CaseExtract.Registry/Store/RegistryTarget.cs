using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CaseExtract.Registry.Store;

/// <summary>Where a registry is: a file of SQLite, or a database of a PostgreSQL server. Its text never shows a password.</summary>
public sealed partial class RegistryTarget
{
    private readonly string _connectionString;

    private RegistryTarget(bool isPostgres, string connectionString, string name) => (IsPostgres, _connectionString, Name) = (isPostgres, connectionString, name);

    /// <summary>Whether it is on a PostgreSQL server; else it is a file of SQLite.</summary>
    public bool IsPostgres { get; }

    /// <summary>What messages call it: the path, or server, user and database.</summary>
    public string Name { get; }

    /// <summary>What the driver is given. Holds the password.</summary>
    internal string ConnectionString => _connectionString;

    /// <summary>Reads a path, a URL (<c>postgres://user:password@host/database</c>) or the driver's form (<c>Host=…;Database=…</c>).</summary>
    /// <exception cref="RegistryException">It is none of these. The message does not repeat it, since it may hold a password.</exception>
    public static RegistryTarget Parse(string text)
    {
        if (text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase))
        {
            return OfPostgres(() => FromUrl(text));
        }

        if (text.Contains("://", StringComparison.Ordinal))
        {
            throw new RegistryException("the registry is a file, postgres://USER:PASSWORD@HOST/DATABASE or Host=…;Database=…; other URLs are not known");
        }

        if (KeyAndValue.IsMatch(text) && !File.Exists(text))
        {
            return OfPostgres(() => new NpgsqlConnectionStringBuilder(text));
        }

        return text.Length == 0 || text.Contains('\0', StringComparison.Ordinal) ? throw new RegistryException("the registry has no name") : OfFile(text);
    }

    /// <summary>Whether a file is a database of SQLite, by its first bytes.</summary>
    public static bool IsFileOfRegistry(string path)
    {
        var beginning = "SQLite format 3\0"u8;
        using var stream = File.OpenRead(path);
        Span<byte> found = stackalloc byte[beginning.Length];
        return stream.ReadAtLeast(found, found.Length, throwOnEndOfStream: false) == found.Length && found.SequenceEqual(beginning);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static RegistryTarget OfFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new RegistryException($"{path}: is a folder, not a registry");
        }

        var builder = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = SqliteStore.BusySeconds };
        return new RegistryTarget(isPostgres: false, builder.ConnectionString, path);
    }

    private static RegistryTarget OfPostgres(Func<NpgsqlConnectionStringBuilder> read)
    {
        try
        {
            var builder = read();
            builder.ApplicationName ??= "caseextract";
            builder.PersistSecurityInfo = false;
            builder.IncludeErrorDetail = false;
            if (string.IsNullOrEmpty(builder.Host) || string.IsNullOrEmpty(builder.Database))
            {
                throw new RegistryException("the connection to PostgreSQL must name host and database");
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"postgres://{builder.Username}{(builder.Username is null ? "" : "@")}{builder.Host}:{builder.Port}/{builder.Database}");
            return new RegistryTarget(isPostgres: true, builder.ConnectionString, name);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            // the inner message may quote what was given
            throw new RegistryException("the connection to PostgreSQL is not understood: postgres://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=require or Host=…;Database=…;Username=…");
        }
    }

    private static NpgsqlConnectionStringBuilder FromUrl(string text)
    {
        var url = new Uri(text);
        var user = url.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
        };
        if (url.Port > 0)
        {
            builder.Port = url.Port;
        }

        if (user[0].Length > 0)
        {
            builder.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length == 2)
        {
            builder.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (var option in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = option.Split('=', 2) is [var name, var given] ? (name, Uri.UnescapeDataString(given)) : throw new FormatException();
            if (key == "host")
            {
                builder.Host = value; // the folder of a Unix socket
            }
            else
            {
                builder[key is "sslmode" ? "SSL Mode" : key] = value;
            }
        }

        return builder;
    }

    [GeneratedRegex(@"^\s*\w[\w ]*=[^;]*(;|$)")] // Host=localhost;Database=registry
    private static partial Regex KeyAndValue { get; }
}
