using CaseExtract.Registry.Store;
using Dapper;

namespace CaseExtract.Registry.Loading;

/// <summary>Asks a registry whether it has a document as it is. Used by one thread at a time, with a store of its own.</summary>
public sealed class DocumentLookup(RegistryStore store)
{
    /// <summary>Whether the document is there, made from this text by these models.</summary>
    /// <exception cref="RegistryException">The registry cannot be read.</exception>
    public bool Contains(string documentId, string sha256, string modelVersion) => StoreErrors.Guard(store.Target, () => store.Connection.ExecuteScalar<long>(
        "select count(*) from document where document_id = @documentId and sha256 = @sha256 and model_version = @modelVersion", new { documentId, sha256, modelVersion }) > 0);
}
