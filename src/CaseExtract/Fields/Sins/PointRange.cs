using CaseExtract.Course;

namespace CaseExtract.Fields;

/// <summary>The points that a component of a score may have, and the words that narrow them.</summary>
/// <param name="Lower">The least.</param>
/// <param name="Upper">The greatest.</param>
/// <param name="Words">What narrows them; empty where the narrative says nothing.</param>
internal readonly record struct PointRange(int Lower, int Upper, PlacedMention[] Words)
{
    /// <summary>Nothing is said.</summary>
    public static PointRange Open(int greatest) => new(0, greatest, []);

    public static PointRange Settled(int points, params PlacedMention[] words) => new(points, points, words);

    public bool IsNarrowed => Words.Length > 0;
}
