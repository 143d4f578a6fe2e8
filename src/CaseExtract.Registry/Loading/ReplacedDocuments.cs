using System.Text;
using CaseExtract.Registry.Store;
using Dapper;

namespace CaseExtract.Registry.Loading;

/// <summary>A document as the registry has it.</summary>
internal sealed record PresentDocument(long DocumentKey, string DocumentId, int Version, string Sha256, string ContentSha256, string? ModelVersion, long RunKey, string AddedAt, string LoadedAt);

/// <summary>A record of a document, as it was written.</summary>
internal sealed record PresentRecord(long DocumentKey, string Json);

/// <summary>Finds the documents that a batch meets, and takes out those that it replaces: their records go into the history.</summary>
internal sealed class ReplacedDocuments(RegistryStore store)
{
    private const string Columns =
        "document_key as DocumentKey, document_id as DocumentId, version as Version, sha256 as Sha256, content_sha256 as ContentSha256, model_version as ModelVersion, run_key as RunKey, added_at as AddedAt, loaded_at as LoadedAt";

    public Dictionary<string, PresentDocument> Find(IReadOnlyCollection<string> ids) => store.Connection
        .Query<PresentDocument>($"select {Columns} from document where {store.IsAmong("document_id", "@ids")}", new { ids = store.ListOf(ids) }, store.Transaction)
        .ToDictionary(document => document.DocumentId, StringComparer.Ordinal);

    /// <summary>Takes documents out of all tables but the history.</summary>
    /// <returns>The JSON of their records, by document, in order.</returns>
    public ILookup<long, string> TakeOut(IReadOnlyList<PresentDocument> documents, long run, string at)
    {
        if (documents.Count == 0)
        {
            return Array.Empty<PresentRecord>().ToLookup(record => record.DocumentKey, record => record.Json);
        }

        var keys = new { keys = store.ListOf([.. documents.Select(document => document.DocumentKey)]) };
        var isOurs = store.IsAmong("document_key", "@keys");
        var records = store.Connection
            .Query<PresentRecord>($"select c.document_key as DocumentKey, r.json as Json from cases c join record r on r.case_key = c.case_key where {store.IsAmong("c.document_key", "@keys")} order by c.document_key, c.ordinal", keys, store.Transaction)
            .ToLookup(record => record.DocumentKey, record => record.Json);
        using (var writer = store.OpenWriter(Table.DocumentVersion))
        {
            foreach (var document in documents)
            {
                var lines = new StringBuilder();
                foreach (var json in records[document.DocumentKey])
                {
                    lines.Append(json).Append('\n');
                }

                writer.Write(
                [
                    document.DocumentKey, (long)document.Version, document.Sha256, document.ContentSha256, document.ModelVersion, document.RunKey, document.LoadedAt, run, at, lines.ToString(),
                ]);
            }

            writer.Complete();
        }

        store.Connection.Execute(
            $"delete from field_value where value_key in (select v.value_key from cases c join field_value v on {ValueKeys.AreOf("v.value_key", "c.case_key")} where {store.IsAmong("c.document_key", "@keys")})", keys, store.Transaction);
        store.Connection.Execute($"delete from record where case_key in (select case_key from cases where {isOurs})", keys, store.Transaction);
        store.Connection.Execute($"delete from cases where {isOurs}", keys, store.Transaction);
        store.Connection.Execute($"delete from document where {isOurs}", keys, store.Transaction);
        return records;
    }
}
