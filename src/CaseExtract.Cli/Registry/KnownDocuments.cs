using System.Security.Cryptography;
using System.Text;
using CaseExtract.Registry.Loading;
using CaseExtract.Registry.Store;
using CaseExtract.Text;

namespace CaseExtract.Cli.Registry;

/// <summary>Tells which reports need no reading, since the registry has what the same extractor made of the same text. Threads may share it.</summary>
internal sealed class KnownDocuments(RegistryStore store, string modelVersion)
{
    private readonly DocumentLookup _lookup = new(store);
    private readonly Lock _one = new();

    public bool Contains(Narrative narrative)
    {
        var sha256 = narrative.Sha256 ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(narrative.Text)));
        lock (_one)
        {
            return _lookup.Contains(narrative.Id, sha256, modelVersion);
        }
    }
}
