using System.Text;
using CaseExtract.Registry.Corrections;
using CaseExtract.Registry.Loading;
using CaseExtract.Schema;

namespace CaseExtract.Registry.Cohorts;

/// <summary>A case of a cohort.</summary>
public sealed class CohortCase
{
    private readonly byte[] _extracted;

    internal CohortCase(string caseId, byte[] extracted, IReadOnlyList<Correction> corrections)
    {
        (CaseId, _extracted, Corrections) = (caseId, extracted, corrections);
        Json = corrections.Count == 0 ? extracted : CorrectedRecord.Apply(extracted, corrections);
    }

    /// <summary>The case's id.</summary>
    public string CaseId { get; }

    /// <summary>The record on one line of JSON, in UTF-8, with what people corrected.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>The record as the extractor gave it.</summary>
    public ReadOnlyMemory<byte> ExtractedJson => _extracted;

    /// <summary>What people corrected.</summary>
    public IReadOnlyList<Correction> Corrections { get; }

    /// <summary>The record with what people corrected. A corrected value has confidence 1 and no evidence where the extractor had another.</summary>
    public CaseRecord Record()
    {
        using var reader = new CaseRecordReader(new StringReader(Encoding.UTF8.GetString(Json.Span)), CaseId);
        return reader.Read()!;
    }

    /// <summary>The record laid out flat.</summary>
    internal FlatCase Flat(RecordScanner scanner) => scanner.Scan(Json.Span, Corrections.Select(correction => correction.Field).ToHashSet(StringComparer.Ordinal));
}
