using System.Security.Cryptography;
using System.Text;
using CaseExtract.Registry.Store;

namespace CaseExtract.Registry.Loading;

/// <summary>
/// Loads records into a registry, batch by batch, each in one transaction: killed at any instant it leaves whole documents only, and the same load
/// goes on where it was, since what is there already is left alone. Several loaders may run at once; they take turns.
/// </summary>
public sealed class RegistryLoader
{
    private readonly RegistryStore _store;
    private readonly LoadSettings _settings;
    private readonly Action<LoadFailure> _onFailure;
    private readonly BatchMerge _merge;
    private readonly List<LoadRecord> _open = [];
    private readonly List<LoadedDocument> _batch = [];
    private readonly HashSet<UInt128> _seen = [];
    private string? _openId;
    private long _bytes;

    /// <param name="store">The registry, used by this loader alone until it is complete.</param>
    /// <param name="settings">What the load is.</param>
    /// <param name="onFailure">Called for each record that is refused.</param>
    public RegistryLoader(RegistryStore store, LoadSettings settings, Action<LoadFailure> onFailure)
    {
        (_store, _settings, _onFailure) = (store, settings, onFailure);
        _merge = new BatchMerge(store, settings, Counts, Refuse);
    }

    /// <summary>What was done so far. What is counted as added, replaced or unchanged is in the registry.</summary>
    public LoadCounts Counts { get; } = new();

    /// <summary>Adds a record. Those of one document follow each other.</summary>
    /// <exception cref="RegistryException">The registry cannot be written.</exception>
    public void Add(LoadRecord record)
    {
        if (record.Fault is not null)
        {
            Refuse(record, record.Fault);
            return;
        }

        var id = record.Document.Id!;
        if (_openId != id)
        {
            CloseDocument();
            _openId = id;
        }

        _open.Add(record);
    }

    /// <summary>Counts a document that is there already and was not made anew.</summary>
    public void AddUnchanged() => Counts.Unchanged++;

    /// <summary>Writes what was not written yet.</summary>
    /// <exception cref="RegistryException">The registry cannot be written.</exception>
    public void Complete()
    {
        CloseDocument();
        Flush();
        StoreErrors.Guard(_store.Target, _merge.Complete);
    }

    private void CloseDocument()
    {
        if (_open.Count == 0)
        {
            return;
        }

        var document = new LoadedDocument([.. _open]);
        _open.Clear();
        _openId = null;
        if (document.Fault() is { } fault)
        {
            Refuse(document, fault);
        }
        else if (!_seen.Add(Fingerprint(document.Id)))
        {
            Refuse(document, "records of this document stood before, apart from these");
        }
        else
        {
            _batch.Add(document);
            _bytes += document.Bytes;
            if (_batch.Count >= _settings.DocumentsInBatch || _bytes >= _settings.BytesInBatch)
            {
                Flush();
            }
        }
    }

    private void Flush()
    {
        if (_batch.Count > 0)
        {
            StoreErrors.Guard(_store.Target, () => _merge.Write(_batch));
            _batch.Clear();
            _bytes = 0;
        }
    }

    private void Refuse(LoadedDocument document, string reason)
    {
        foreach (var record in document.Records)
        {
            Refuse(record, reason);
        }
    }

    private void Refuse(LoadRecord record, string reason)
    {
        Counts.Failed++;
        _onFailure(new LoadFailure(record.Place, record.Line, reason));
    }

    private static UInt128 Fingerprint(string id) => BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
