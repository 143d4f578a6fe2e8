using CaseExtract.Registry.Store;

namespace CaseExtract.Registry.Loading;

/// <summary>Writes the changes of a batch into the tables, one after the other.</summary>
internal sealed class BatchRows(RegistryStore store, LoadSettings settings)
{
    private readonly RowBuffer _scratch = new();

    public void Write(BatchChanges changes, long run, string at)
    {
        if (changes.Documents.Count > 0)
        {
            Fill(Table.Document, writer => changes.Documents.ForEach(document => Write(writer, document.Key, document.Document, document.Present, run, at)));
            Fill(Table.Cases, writer => changes.Cases.ForEach(loaded => loaded.Rows.WriteCase(writer, _scratch, loaded.Keys)));
            Fill(Table.Record, writer => changes.Cases.ForEach(loaded => writer.Write([loaded.Keys.CaseKey, loaded.Record.Json])));
            Fill(Table.FieldValue, writer => changes.Cases.ForEach(loaded => loaded.Rows.WriteValues(writer, loaded.Keys.CaseKey)));
        }

        Fill(Table.Audit, writer => changes.Audit.ForEach(entry => entry.Write(writer, at, settings.Who, run)));
    }

    private void Write(RowWriter writer, long key, LoadedDocument document, PresentDocument? present, long run, string at)
    {
        var info = document.Document;
        writer.Write(
        [
            key, info.Id, (long)(present?.Version + 1 ?? 1), info.Sha256, document.ContentSha256, info.Path, info.MediaType, info.Title, info.Length,
            settings.ModelVersion, run, present?.AddedAt ?? at, at,
        ]);
    }

    private void Fill(Table table, Action<RowWriter> write)
    {
        using var writer = store.OpenWriter(table);
        write(writer);
        writer.Complete();
    }
}
