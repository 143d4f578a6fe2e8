using System.Text;
using CaseExtract.Registry.Corrections;
using CaseExtract.Registry.Store;

namespace CaseExtract.Registry.Loading;

/// <summary>What changed between the records of two versions of a document, field by field, for the audit.</summary>
internal static class CaseChanges
{
    /// <summary>The action of a correction that stands although the extractor says otherwise.</summary>
    public const string Upheld = "uphold";

    /// <summary>The corrections that say otherwise than the extractor, for the audit.</summary>
    public static IEnumerable<AuditEntry> Against(FlatCase extracted, IEnumerable<Correction> corrections)
    {
        foreach (var correction in corrections)
        {
            var value = CorrectableField.Find(correction.Field)!.ValueOf(extracted);
            if (value != correction.NewValue)
            {
                yield return new AuditEntry(
                    Upheld, extracted.Document.Id, correction.CaseId, correction.Field, value, correction.NewValue, $"corrected by {correction.Who} at {correction.MadeAt}");
            }
        }
    }

    /// <summary>What the later version of a document changed.</summary>
    public static IEnumerable<AuditEntry> Between(IEnumerable<string> before, LoadedDocument after)
    {
        var scanner = new RecordScanner();
        var old = before.Select(json => scanner.Scan(Encoding.UTF8.GetBytes(json))).ToDictionary(flat => flat.CaseId!, StringComparer.Ordinal);
        foreach (var flat in after.Records.Select(record => record.Flat()))
        {
            if (!old.Remove(flat.CaseId!, out var earlier))
            {
                yield return new AuditEntry("add", after.Id, flat.CaseId);
                continue;
            }

            foreach (var (field, oldValue, newValue) in Between(earlier, flat))
            {
                yield return new AuditEntry("change", after.Id, flat.CaseId, field, oldValue, newValue);
            }
        }

        foreach (var gone in old.Values)
        {
            yield return new AuditEntry("remove", after.Id, gone.CaseId);
        }
    }

    /// <summary>The fields of two cases that differ, in the order of their names.</summary>
    public static IEnumerable<(string Field, string? OldValue, string? NewValue)> Between(FlatCase before, FlatCase after) => Between(Shown(before), Shown(after));

    /// <inheritdoc cref="Between(FlatCase, FlatCase)"/>
    public static IEnumerable<(string Field, string? OldValue, string? NewValue)> Between(IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> now)
    {
        foreach (var field in old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (oldValue, newValue) = (old.GetValueOrDefault(field), now.GetValueOrDefault(field));
            if (oldValue != newValue)
            {
                yield return (field, oldValue, newValue);
            }
        }
    }

    /// <summary>The values of a case, by field.</summary>
    public static Dictionary<string, string> Shown(FlatCase flat) => flat.Values
        .GroupBy(value => value.Field, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => string.Join("; ", group.Select(value => value.Shown)), StringComparer.Ordinal);
}
