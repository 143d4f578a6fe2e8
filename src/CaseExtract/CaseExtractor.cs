using CaseExtract.Schema;
using CaseExtract.Text;

namespace CaseExtract;

/// <summary>Reads one narrative into case records, one for each patient. Immutable once built: threads share it.</summary>
public sealed class CaseExtractor
{
    /// <summary>An extractor with the models that are embedded in this library.</summary>
    public static CaseExtractor CreateDefault() => new();

    /// <summary>Reads a narrative. Never throws for any text; touches no file.</summary>
    public IReadOnlyList<CaseRecord> Extract(Narrative narrative) => throw new NotImplementedException(narrative.Id);
}
