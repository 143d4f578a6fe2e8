using System.Security.Cryptography;
using System.Text;
using CaseExtract.Registry.Store;

namespace CaseExtract.Registry.Loading;

/// <summary>
/// Loads records into a registry, batch by batch, each in one transaction: killed at any instant it leaves whole documents only, and the same load
/// goes on where it was, since what is there already is left alone. While one batch is written the next is gathered. Several loaders may run at once;
/// they take turns.
/// </summary>
public sealed class RegistryLoader : IDisposable
{
    private readonly RegistryStore _store;
    private readonly LoadSettings _settings;
    private readonly Action<LoadFailure> _onFailure;
    private readonly BatchMerge _merge;
    private readonly List<LoadRecord> _open = [];
    private readonly HashSet<UInt128> _seen = [];
    private List<LoadedDocument> _batch = [];
    private Task<BatchOutcome>? _writing;
    private string? _openId;
    private long _bytes;

    /// <param name="store">The registry, used by this loader alone until that is disposed of.</param>
    /// <param name="settings">What the load is.</param>
    /// <param name="onFailure">Called for each record that is refused, on the thread that adds records.</param>
    public RegistryLoader(RegistryStore store, LoadSettings settings, Action<LoadFailure> onFailure)
    {
        (_store, _settings, _onFailure) = (store, settings, onFailure);
        _merge = new BatchMerge(store, settings);
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
        Settle();
        StoreErrors.Guard(_store.Target, _merge.Complete);
    }

    /// <summary>Waits for what is being written, and leaves the rest.</summary>
    public void Dispose()
    {
        try
        {
            Settle();
        }
        catch (RegistryException)
        {
            // whoever did not complete the load is on the way out for a reason of its own; what is not written is not counted
        }
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

    /// <summary>Has the batch written as soon as the one before it is.</summary>
    private void Flush()
    {
        if (_batch.Count > 0)
        {
            Settle();
            var batch = _batch;
            _writing = Task.Factory.StartNew(() => _merge.Write(batch), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            _batch = [];
            _bytes = 0;
        }
    }

    /// <summary>Waits for the batch that is being written and counts it.</summary>
    private void Settle()
    {
        if (_writing is not { } writing)
        {
            return;
        }

        _writing = null;
        var outcome = StoreErrors.Guard(_store.Target, () => writing.GetAwaiter().GetResult());
        Counts.Add(outcome);
        foreach (var (document, reason) in outcome.Plan.Refused)
        {
            Refuse(document, reason);
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
