using CaseExtract.Registry.Loading;
using CaseExtract.Registry.Store;
using CaseExtract.Schema;
using Dapper;
using Xunit;

namespace CaseExtract.Registry.Tests;

/// <summary>A load that loses its disk or its server: a clear error, whole documents, and the same load goes on.</summary>
public sealed class BrokenLoadTests
{
    private const int Documents = 200;

    private static readonly List<byte[]> Records = [.. Enumerable.Range(0, Documents).Select(number => CaseRecordWriter.ToUtf8(Sample.Uterus($"case-{number}")))];

    [Fact]
    public void A_full_disk_is_told_and_the_load_goes_on_when_there_is_room()
    {
        using var registry = new TestRegistry(StoreKind.Sqlite);
        registry.Store.Connection.Execute("pragma max_page_count = 45");

        var exception = Assert.Throws<RegistryException>(() => Load(registry.Store, Records));

        Assert.EndsWith("the disk is full", exception.Message, StringComparison.Ordinal);
        AssertWhole(registry, below: Documents);
        registry.Store.Connection.Execute("pragma max_page_count = 1000000");
        Load(registry.Store, Records);
        AssertWhole(registry, below: Documents + 1);
        Assert.Equal(["200|200"], registry.Rows("select count(*), count(distinct document_id) from document"));
    }

    [Fact]
    public void A_lost_connection_is_told_and_the_load_goes_on_with_another()
    {
        using var registry = new TestRegistry(StoreKind.Postgres);
        using (var store = RegistryStore.Open(registry.Target))
        {
            var process = store.Connection.ExecuteScalar<int>("select pg_backend_pid()");

            var exception = Assert.Throws<RegistryException>(() => Load(store, Records.Select((record, number) =>
            {
                if (number == Documents / 2)
                {
                    registry.Store.Connection.Execute("select pg_terminate_backend(@process)", new { process });
                }

                return record;
            })));

            Assert.Matches("the server ended the connection|the connection to the server was lost", exception.Message);
        }

        AssertWhole(registry, below: Documents);
        Load(registry.Store, Records);
        Assert.Equal(["200|200"], registry.Rows("select count(*), count(distinct document_id) from document"));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public void A_load_that_is_left_has_whole_batches_and_counts_them(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        var loader = new RegistryLoader(registry.Store, new LoadSettings { Source = "test", DocumentsInBatch = 10 }, failure => Assert.Fail(failure.Reason));
        using (loader)
        {
            var reader = new LoadRecord.Reader();
            Records.ForEach(record => loader.Add(reader.Read(record, "records")));
        }

        // the last document was not closed, so its batch was not full
        Assert.Equal(Documents - 10, loader.Counts.Added);
        Assert.Equal(["190|190"], registry.Rows("select (select count(*) from document), (select cases from run)"));
    }

    private static void Load(RegistryStore store, IEnumerable<byte[]> records)
    {
        using var loader = new RegistryLoader(store, new LoadSettings { Source = "test", DocumentsInBatch = 10 }, failure => Assert.Fail(failure.Reason));
        var reader = new LoadRecord.Reader();
        foreach (var record in records)
        {
            loader.Add(reader.Read(record, "records"));
        }

        loader.Complete();
    }

    private static void AssertWhole(TestRegistry registry, int below)
    {
        var documents = registry.Store.Connection.ExecuteScalar<long>("select count(*) from document");
        Assert.InRange(documents, 1, below - 1);
        var values = registry.Store.Connection.ExecuteScalar<long>("select count(*) from field_value where value_key >> 20 = 1");
        foreach (var (sql, expected) in ((string, long)[])[("select count(*) from cases", documents), ("select count(*) from record", documents), ("select count(*) from audit", documents), ("select count(*) from field_value", documents * values)])
        {
            Assert.Equal(expected, registry.Store.Connection.ExecuteScalar<long>(sql));
        }
    }
}
