using System.Text.RegularExpressions;

namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>
/// Codes as ranges of texts: a code stands for all codes that begin with it, so <c>C54</c> is <c>C54.0</c> to <c>C54.9</c> and <c>889</c> is
/// <c>8890</c> to <c>8899</c>.
/// </summary>
internal static partial class CodeRange
{
    /// <summary>Behind a code, it sorts behind all codes that begin with that.</summary>
    public const string Beyond = "~";

    private const int WholeTopography = 5, WholeMorphology = 4;

    public static bool IsTopography(string text) => Topography.IsMatch(text);

    /// <summary>A topography such as <c>C54</c> or <c>C55.9</c>.</summary>
    public static ValueRange OfTopographies(string low, string high) => Of(low.ToUpperInvariant(), high.ToUpperInvariant(), WholeTopography, null);

    public static bool IsMorphology(string text) => Morphology.IsMatch(text);

    /// <summary>A morphology such as <c>889</c>, <c>8890</c> or <c>8890/3</c>.</summary>
    public static ValueRange OfMorphologies(string low, string high)
    {
        var (first, last) = (low.Split('/'), high.Split('/'));
        return Of(first[0], last[0], WholeMorphology, first.Length > 1 ? first[1] : null);
    }

    private static ValueRange Of(string low, string high, int whole, string? behaviour) =>
        low == high && low.Length == whole ? new ValueRange(low, high, Behaviour: behaviour) : new ValueRange(low, high + Beyond, HighIsOut: true, Behaviour: behaviour);

    [GeneratedRegex(@"^[Cc][0-9]{2}(\.[0-9])?$")] // C54, C55.9
    private static partial Regex Topography { get; }

    [GeneratedRegex("^[0-9]{3,4}$|^[0-9]{4}/[01236]$")] // 889, 8890, 8890/3
    private static partial Regex Morphology { get; }
}
