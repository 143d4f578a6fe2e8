using System.Text;
using CaseExtract.Registry.Loading;
using CaseExtract.Registry.Store;
using Dapper;

namespace CaseExtract.Registry.Corrections;

/// <summary>Takes corrections of people. What the extractor said stays in its record; the case counts with the correction from then on, whatever is loaded later.</summary>
public sealed class CorrectionRegister(RegistryStore store, TimeProvider? time = null)
{
    private readonly CaseRows.Maker _rows = new();

    /// <summary>The names of the fields that can be corrected, as expressions call them.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. CorrectableField.All.Select(field => field.Alias)];

    /// <summary>Applies requests in one transaction. A faulty one is refused, the others are done.</summary>
    /// <returns>What became of each, in their order.</returns>
    /// <exception cref="RegistryException">The registry cannot be written.</exception>
    public IReadOnlyList<CorrectionOutcome> Apply(IEnumerable<CorrectionRequest> requests) => StoreErrors.Guard(store.Target, () =>
    {
        using var change = store.BeginWrite();
        var at = Timestamp.Now(time ?? TimeProvider.System);
        var outcomes = requests.Select(request => Apply(request, at)).ToList();
        change.Commit();
        return (IReadOnlyList<CorrectionOutcome>)outcomes;
    });

    private CorrectionOutcome Apply(CorrectionRequest request, string at)
    {
        if (Fault(request, out var field, out var value) is { } fault)
        {
            return new CorrectionOutcome(fault);
        }

        if (Find(request.CaseId) is not { } present)
        {
            return new CorrectionOutcome("there is no such case");
        }

        var standing = CorrectionTable.Standing(store, [request.CaseId])[request.CaseId].ToList();
        var old = field!.ValueOf(Effective(present, standing));
        var earlier = standing.Find(correction => correction.Field == field.Name);
        if (request.Value is null ? earlier is null : earlier is not null && earlier.NewValue == value)
        {
            return new CorrectionOutcome(null, IsChange: false, old, old);
        }

        if (earlier is not null)
        {
            store.Connection.Execute(
                "update correction set ended_at = @at where case_id = @CaseId and field = @Name and ended_at is null", new { at, request.CaseId, field.Name }, store.Transaction);
            standing.Remove(earlier);
        }

        if (request.Value is not null)
        {
            var made = new Correction(request.CaseId, field.Name, old, value, request.Why, request.Who, at);
            store.Connection.Execute(
                "insert into correction (case_id, field, old_value, new_value, why, who, made_at) values (@CaseId, @Field, @OldValue, @NewValue, @Why, @Who, @MadeAt)", made, store.Transaction);
            standing.Add(made);
        }

        var flat = Effective(present, standing);
        Rewrite(present, flat);
        var now = field.ValueOf(flat);
        WriteAudit(new AuditEntry(request.Value is null ? "withdraw" : "correct", present.DocumentId, request.CaseId, field.Name, old, now, request.Why), at, request.Who);
        return new CorrectionOutcome(null, IsChange: true, old, now);
    }

    private static string? Fault(CorrectionRequest request, out CorrectableField? field, out string? value)
    {
        value = null;
        field = CorrectableField.Find(request.Field);
        return field is null ? $"there is no field of this name that can be corrected; there are {string.Join(", ", Fields)}"
            : string.IsNullOrWhiteSpace(request.Why) ? "the reason is missing"
            : string.IsNullOrWhiteSpace(request.Who) ? "who corrects is missing"
            : request.CaseId.Contains('\0', StringComparison.Ordinal) || request.Why.Contains('\0', StringComparison.Ordinal) || request.Who.Contains('\0', StringComparison.Ordinal) ? "a NUL character stands in it"
            : request.Value is null ? null
            : field.Check(request.Value, out value);
    }

    private static FlatCase Effective(PresentCase present, List<Correction> standing) => CorrectedRecord.Flat(Encoding.UTF8.GetBytes(present.Json), standing);

    private PresentCase? Find(string caseId) => store.Connection.QuerySingleOrDefault<PresentCase>(
        "select c.case_key as CaseKey, c.document_key as DocumentKey, cast(c.ordinal as bigint) as Ordinal, c.run_key as RunKey, c.document_id as DocumentId, c.added_at as AddedAt, c.loaded_at as LoadedAt, r.json as Json "
        + "from cases c join record r on r.case_key = c.case_key where c.case_id = @caseId",
        new { caseId },
        store.Transaction);

    private void Rewrite(PresentCase present, FlatCase flat)
    {
        store.Connection.Execute($"delete from field_value where {ValueKeys.AreOf("value_key", "@CaseKey")}", present, store.Transaction);
        store.Connection.Execute("delete from cases where case_key = @CaseKey", present, store.Transaction);
        var rows = _rows.Make(flat);
        using (var writer = store.OpenWriter(Table.Cases))
        {
            rows.WriteCase(writer, new RowBuffer(), new CaseKeys(present.CaseKey, present.DocumentKey, (int)present.Ordinal, present.RunKey, present.AddedAt, present.LoadedAt));
            writer.Complete();
        }

        using (var writer = store.OpenWriter(Table.FieldValue))
        {
            rows.WriteValues(writer, present.CaseKey);
            writer.Complete();
        }
    }

    private void WriteAudit(AuditEntry entry, string at, string who)
    {
        using var writer = store.OpenWriter(Table.Audit);
        entry.Write(writer, at, who, runKey: null);
        writer.Complete();
    }

    /// <summary>A case as the registry has it.</summary>
    internal sealed record PresentCase(long CaseKey, long DocumentKey, long Ordinal, long RunKey, string DocumentId, string AddedAt, string LoadedAt, string Json);
}
