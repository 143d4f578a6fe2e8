namespace CaseExtract.Annotation.Lexicons;

/// <summary>Reads codes of ICD-O-3 topography: "C50.4" is the upper outer quadrant of C50, the breast.</summary>
internal static class TopographyCode
{
    /// <summary>How many characters of a code name the organ.</summary>
    private const int OrganLength = 3;

    /// <summary>Whether two codes are of one organ, whatever its parts.</summary>
    public static bool IsSameOrgan(string left, string right) => left.AsSpan(0, OrganLength).SequenceEqual(right.AsSpan(0, OrganLength));

    /// <summary>The number of the organ: 50 for "C50.4".</summary>
    public static int NumberOf(string code) => ((code[1] - '0') * 10) + (code[2] - '0');
}
