using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CaseExtract.Registry.Store;

/// <summary>Says what a database complains of in words for a person. Details of the driver are left out: they may quote values.</summary>
internal static class StoreErrors
{
    private const int SqliteBusy = 5, SqliteReadOnly = 8, SqliteIoError = 10, SqliteCorrupt = 11, SqliteFull = 13, SqliteCannotOpen = 14, SqliteNotADatabase = 26;

    public static T Guard<T>(RegistryTarget target, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (Describe(exception) is { } reason)
        {
            throw new RegistryException($"{target.Name}: {reason}", exception);
        }
    }

    public static void Guard(RegistryTarget target, Action action) => Guard(target, () =>
    {
        action();
        return true;
    });

    /// <summary>The reason; <see langword="null"/> for an exception that is not the database's.</summary>
    public static string? Describe(Exception exception) => exception switch
    {
        SqliteException sqlite => Describe(sqlite),
        PostgresException postgres => Describe(postgres),
        NpgsqlException { InnerException: TimeoutException } => "the server did not answer in time",
        NpgsqlException { InnerException: SocketException { SocketErrorCode: var code } } when code is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable =>
            "the server cannot be reached",
        NpgsqlException => "the connection to the server was lost",
        SocketException => "the server cannot be reached",
        IOException { InnerException: SocketException } or ObjectDisposedException => "the connection to the server was lost",
        InvalidOperationException { InnerException: DbException inner } => Describe(inner),
        _ => null,
    };

    private static string Describe(SqliteException exception) => exception.SqliteErrorCode switch
    {
        SqliteBusy => "another program holds the registry",
        SqliteReadOnly => "the registry may not be written",
        SqliteIoError => "the disk cannot be read or written",
        SqliteFull => "the disk is full",
        SqliteCannotOpen => "cannot be opened (no such folder, or permission denied)",
        SqliteNotADatabase => "is no registry",
        SqliteCorrupt => "the file is damaged",
        _ => $"the database refused (SQLite {exception.SqliteExtendedErrorCode})",
    };

    private static string Describe(PostgresException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.DiskFull => "the server's disk is full",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "the server refuses this user or password",
        PostgresErrorCodes.InvalidCatalogName => "the server has no such database",
        PostgresErrorCodes.InsufficientPrivilege => "this user has not the rights for it",
        PostgresErrorCodes.UndefinedTable => "the database holds no registry",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => "the server ended the connection",
        PostgresErrorCodes.CannotConnectNow => "the server is starting or stopping",
        PostgresErrorCodes.TooManyConnections => "the server has no connection left",
        PostgresErrorCodes.QueryCanceled => "the server stopped the query",
        _ => $"the database refused (PostgreSQL {exception.SqlState})",
    };
}
