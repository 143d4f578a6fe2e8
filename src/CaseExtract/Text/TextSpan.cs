namespace CaseExtract.Text;

/// <summary>A stretch of a narrative, <c>[Start, End)</c> in UTF-16 code units.</summary>
/// <param name="Start">First code unit, from 0.</param>
/// <param name="End">One past the last code unit.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>The smallest span that holds both.</summary>
    public static TextSpan Union(TextSpan left, TextSpan right) =>
        new(Math.Min(left.Start, right.Start), Math.Max(left.End, right.End));
}
