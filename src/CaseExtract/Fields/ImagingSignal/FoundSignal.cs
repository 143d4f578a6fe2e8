using CaseExtract.Schema;

namespace CaseExtract.Fields;

/// <summary>One statement of an imaging appearance, before statements are weighed against each other.</summary>
/// <param name="Signal">What it states.</param>
/// <param name="IsAside">It is told of an earlier course or of the time after treatment: counts where nothing else does.</param>
/// <param name="IsOfCord">It is told of the cord: counts where nothing is told of the lesion.</param>
internal readonly record struct FoundSignal(ImagingSignal Signal, bool IsAside, bool IsOfCord)
{
    /// <summary>Of two statements of one thing that with the lower rank counts.</summary>
    public int Rank => (IsAside ? 2 : 0) + (IsOfCord ? 1 : 0);
}
