using System.Security.Cryptography;

namespace CaseExtract.Registry.Loading;

/// <summary>All records of one report: it is loaded as a whole or not at all.</summary>
internal sealed class LoadedDocument
{
    public LoadedDocument(IReadOnlyList<LoadRecord> records)
    {
        Records = records;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var record in records)
        {
            hash.AppendData(record.Hash);
        }

        ContentSha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public IReadOnlyList<LoadRecord> Records { get; }

    public ParsedDocument Document => Records[0].Document;

    public string Id => Document.Id!;

    /// <summary>Equal for the same records in the same order.</summary>
    public string ContentSha256 { get; }

    public long Bytes => Records.Sum(record => (long)record.Json.Length);

    /// <summary>Why the records cannot be those of one report; <see langword="null"/> when they can.</summary>
    public string? Fault() =>
        Records.Count > 1 && Records.DistinctBy(record => record.CaseId, StringComparer.Ordinal).Count() < Records.Count ? "two records of the document have the same caseId"
            : Records.Any(record => record.Document.Sha256 != Document.Sha256) ? "the records of the document were made from different texts"
            : null;
}
