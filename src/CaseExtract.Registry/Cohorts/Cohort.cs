using System.Data.Common;
using CaseExtract.Registry.Cohorts.Language;
using CaseExtract.Registry.Corrections;
using CaseExtract.Registry.Store;
using Dapper;

namespace CaseExtract.Registry.Cohorts;

/// <summary>The cases of a registry that fulfil an expression, in the order of their ids (by code unit): the same in either store.</summary>
public sealed class Cohort
{
    /// <summary>So many records are in memory at once.</summary>
    private const int CasesInChunk = 500;

    private readonly RegistryStore _store;
    private readonly List<Member> _members;

    private Cohort(RegistryStore store, List<Member> members) => (_store, _members) = (store, members);

    /// <summary>How many cases there are.</summary>
    public int Count => _members.Count;

    /// <summary>Finds the cases.</summary>
    /// <param name="store">The registry; reading needs no rights but to read.</param>
    /// <param name="expression">The expression, as <c>docs/registry.md</c> tells; <see langword="null"/> or empty for all cases.</param>
    /// <exception cref="ExpressionException">The expression is not understood.</exception>
    /// <exception cref="RegistryException">The registry cannot be read.</exception>
    public static Cohort Select(RegistryStore store, string? expression)
    {
        var compiler = new SqlCompiler(store);
        var condition = string.IsNullOrWhiteSpace(expression) ? "" : "where " + compiler.Compile(Parser.Parse(expression));
        return StoreErrors.Guard(store.Target, () =>
        {
            store.PrepareToScan();
            using var command = store.Connection.CreateCommand();
            command.CommandText = $"select c.case_key, c.case_id, c.is_corrected from cases c {condition}";
            command.CommandTimeout = 0;
            foreach (var (name, value) in compiler.Parameters)
            {
                Give(command, name, value);
            }

            // sorted here: no collation of a database takes part
            var members = new List<Member>();
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                members.Add(new Member(reader.GetInt64(0), reader.GetString(1), reader.GetBoolean(2)));
            }

            members.Sort(static (a, b) => string.CompareOrdinal(a.CaseId, b.CaseId));
            return new Cohort(store, members);
        });
    }

    /// <summary>The cases one by one, with what people corrected in them. May be walked again; while they are, the registry is theirs.</summary>
    /// <exception cref="RegistryException">The registry cannot be read.</exception>
    public IEnumerable<CohortCase> Cases() => Cases(_members);

    /// <summary>The cases in an order that only the texts of their reports decide, so that it tells nothing of ids.</summary>
    internal IEnumerable<CohortCase> CasesByContent() => Cases(StoreErrors.Guard(_store.Target, () =>
    {
        var hashes = _store.Connection.Query<CaseHash>("select c.case_key as CaseKey, d.sha256 as Sha256 from cases c join document d on d.document_key = c.document_key")
            .ToDictionary(row => row.CaseKey, row => row.Sha256);
        return _members.Where(member => hashes.ContainsKey(member.CaseKey)).OrderBy(member => hashes[member.CaseKey], StringComparer.Ordinal).ToList();
    }));

    private IEnumerable<CohortCase> Cases(List<Member> members)
    {
        foreach (var (chunk, records, corrections) in OneAhead(members.Chunk(CasesInChunk).Select(chunk => StoreErrors.Guard(_store.Target, () => Read(chunk)))))
        {
            foreach (var member in chunk)
            {
                // one that was replaced since it was found is left out: its new version is another case
                if (records.TryGetValue(member.CaseKey, out var json))
                {
                    yield return new CohortCase(member.CaseId, json, [.. corrections[member.CaseId]]);
                }
            }
        }
    }

    /// <summary>The items, of which the next is read while one is worked on.</summary>
    private static IEnumerable<T> OneAhead<T>(IEnumerable<T> items)
    {
        using var source = items.GetEnumerator();
        Task<(bool IsThere, T Item)> Read() => Task.Run(() => source.MoveNext() ? (true, source.Current) : (false, default!));
        var next = Read();
        try
        {
            while (next.GetAwaiter().GetResult() is (true, var item))
            {
                next = Read();
                yield return item;
            }
        }
        finally
        {
            // who walks no further may close the registry
            ((IAsyncResult)next).AsyncWaitHandle.WaitOne();
        }
    }

    private static void Give(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private (Member[] Chunk, Dictionary<long, byte[]> Records, ILookup<string, Correction> Corrections) Read(Member[] chunk)
    {
        var records = new Dictionary<long, byte[]>(chunk.Length);
        using (var command = _store.Connection.CreateCommand())
        {
            command.CommandText = $"select case_key, json from record where {_store.IsAmong("case_key", "@keys")}";
            Give(command, "keys", _store.ListOf([.. chunk.Select(member => member.CaseKey)]));
            using var reader = command.ExecuteReader();

            // in UTF-8, as they lie there and as they go out
            while (reader.Read())
            {
                records.Add(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
            }
        }

        return (chunk, records, CorrectionTable.Standing(_store, [.. chunk.Where(member => member.IsCorrected).Select(member => member.CaseId)]));
    }

    /// <summary>The report that a case was read from, by its hash.</summary>
    internal sealed record CaseHash(long CaseKey, string Sha256);

    private readonly record struct Member(long CaseKey, string CaseId, bool IsCorrected);
}
