using System.Data.Common;
using Dapper;

[module: DapperAot]

namespace CaseExtract.Registry.Store;

/// <summary>A registry that is open: one schema in either database, and the few things in which the two differ.</summary>
/// <remarks>One thread at a time uses it.</remarks>
public abstract class RegistryStore : IDisposable
{
    private protected RegistryStore(RegistryTarget target, DbConnection connection) => (Target, Connection) = (target, connection);

    /// <summary>Where it is.</summary>
    public RegistryTarget Target { get; }

    internal DbConnection Connection { get; }

    /// <summary>The transaction of the change that is under way: every statement is given it.</summary>
    internal DbTransaction? Transaction { get; private set; }

    /// <summary>Opens a registry to write to, making it where there is none and bringing its schema up to date.</summary>
    /// <param name="target">Where it is.</param>
    /// <param name="mayCreate">Makes one where there is none.</param>
    /// <exception cref="RegistryException">It cannot be reached, or is none.</exception>
    public static RegistryStore Open(RegistryTarget target, bool mayCreate = true) => StoreErrors.Guard(target, () =>
    {
        RegistryStore store = target.IsPostgres ? PostgresStore.Connect(target) : SqliteStore.Connect(target, mayCreate);
        try
        {
            if (!mayCreate)
            {
                Migrations.Applied(store);
            }

            Migrations.Run(store);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    });

    /// <summary>Opens a registry that must be there. Nothing is written: a role that may only read is enough.</summary>
    /// <exception cref="RegistryException">It is not there, cannot be reached, or has a schema that this version does not know.</exception>
    public static RegistryStore OpenToRead(RegistryTarget target) => StoreErrors.Guard(target, () =>
    {
        RegistryStore store = target.IsPostgres ? PostgresStore.Connect(target) : SqliteStore.Connect(target, mayCreate: false);
        try
        {
            Migrations.Check(store);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    });

    /// <summary>Begins a change that no other writer can come between. Waits for one that is under way.</summary>
    /// <param name="isBulk">One of many that belong together: it is there for all at once, and on the disk at the latest with the next change that is not.</param>
    internal Change BeginWrite(bool isBulk = false)
    {
        Transaction = BeginTransaction(isBulk);
        return new Change(this);
    }

    /// <inheritdoc cref="BeginWrite"/>
    protected abstract DbTransaction BeginTransaction(bool isBulk);

    /// <summary>Prepares for a query that looks at all cases.</summary>
    internal virtual void PrepareToScan()
    {
    }

    /// <summary>Opens a way to write many rows into a table, inside a change.</summary>
    internal abstract RowWriter OpenWriter(Table table);

    /// <summary>The condition that a column is one of many values that a parameter holds.</summary>
    internal abstract string IsAmong(string column, string parameter);

    /// <summary>The parameter for <see cref="IsAmong"/>.</summary>
    internal abstract object ListOf(IReadOnlyCollection<string> texts);

    /// <inheritdoc cref="ListOf(IReadOnlyCollection{string})"/>
    internal abstract object ListOf(IReadOnlyCollection<long> numbers);

    /// <summary>The position of one text in another, 0 where it is not in it.</summary>
    internal abstract string PositionOf(string text, string inText);

    /// <summary>Variables of the migrations.</summary>
    internal abstract IReadOnlyDictionary<string, string> SchemaWords { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Connection.Dispose();
        }
    }

    /// <summary>A change under way, which is undone unless it is committed.</summary>
    internal sealed class Change(RegistryStore store) : IDisposable
    {
        /// <summary>Makes it last.</summary>
        public void Commit() => store.Transaction!.Commit();

        public void Dispose()
        {
            store.Transaction?.Dispose();
            store.Transaction = null;
        }
    }
}
