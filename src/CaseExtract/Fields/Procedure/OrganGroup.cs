using CaseExtract.Annotation.Lexicons;

namespace CaseExtract.Fields;

/// <summary>Topographies that are one organ for the question whether two operations were done on the same: the parts of the bowel, of the uterus, of the mouth and throat.</summary>
internal static class OrganGroup
{
    public static bool IsSame(string? left, string right) => left is { Length: >= 3 } && right is { Length: >= 3 } && Of(left) == Of(right);

    /// <summary>Whether a topography is an organ, and neither bone, marrow, skin, soft tissue, node nor a place that is not known.</summary>
    public static bool IsOrgan(string topography) => TopographyCode.NumberOf(topography) is not (>= 38 and <= 49 or >= 76 and <= 99);

    private static int Of(string topography) => TopographyCode.NumberOf(topography) switch
    {
        <= 14 => 0,
        15 or 16 => 16,
        >= 18 and <= 21 => 18,
        >= 22 and <= 24 => 22,
        33 or 34 => 34,
        >= 53 and <= 55 => 55,
        56 or 57 => 56,
        64 or 65 => 64,
        >= 66 and <= 68 => 67,
        >= 70 and <= 72 => 70,
        var number => number,
    };
}
