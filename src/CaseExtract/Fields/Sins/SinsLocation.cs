using CaseExtract.Annotation.Grammars;

namespace CaseExtract.Fields;

/// <summary>
/// Points for the location (Fisher et al. 2010): junctional 3 (occiput to C2, C7 to T2, T11 to L1, L5 to S1), mobile 2 (C3 to C6, L2 to L4), semirigid 1
/// (T3 to T10), rigid 0 (S2 to S5).
/// </summary>
internal static class SinsLocation
{
    public const int Greatest = 3;

    public static int PointsOf(VertebralLevel level) => level.Name switch
    {
        "C1" or "C2" or "C7" or "T1" or "T2" or "T11" or "T12" or "L1" or "L5" or "L6" or "S1" => 3,
        ['C', ..] and not "Co" => 2,
        "L2" or "L3" or "L4" => 2,
        ['T', ..] => 1,
        _ => 0,
    };
}
