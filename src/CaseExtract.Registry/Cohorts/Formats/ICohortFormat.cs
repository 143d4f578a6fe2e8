namespace CaseExtract.Registry.Cohorts.Formats;

/// <summary>Cases going out in one format.</summary>
internal interface ICohortFormat : IDisposable
{
    void Write(CohortRow row);

    /// <summary>Writes what stands behind the last case.</summary>
    void Complete();
}

/// <summary>A case on its way out.</summary>
/// <param name="CaseId">Its id, or the number that stands for it.</param>
/// <param name="Json">Its record.</param>
/// <param name="IsCorrected">Whether people corrected something.</param>
/// <param name="Flat">The record laid out flat, for flat formats.</param>
internal sealed record CohortRow(string CaseId, ReadOnlyMemory<byte> Json, bool IsCorrected, Lazy<Loading.FlatCase> Flat);
