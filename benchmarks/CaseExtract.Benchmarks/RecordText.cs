using CaseExtract.Schema;
using Newtonsoft.Json;

namespace CaseExtract.Benchmarks;

/// <summary>Case records as text, to see whether two runs agree: records that hold lists have no equality of their own.</summary>
internal static class RecordText
{
    public static string Of(IEnumerable<IReadOnlyList<CaseRecord>> records) =>
        string.Join('\n', records.SelectMany(cases => cases).Select(record => JsonConvert.SerializeObject(record)));
}
