namespace CaseExtract.Registry.Loading;

/// <summary>The levels of the spine from the skull down, and sets of them as a mask with a bit for each.</summary>
internal static class Spine
{
    private static readonly string[] Names =
    [
        "C1", "C2", "C3", "C4", "C5", "C6", "C7",
        "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12",
        "L1", "L2", "L3", "L4", "L5", "L6",
        "S1", "S2", "S3", "S4", "S5", "Co",
    ];

    private static readonly Dictionary<string, int> Orders = Names.Select((name, order) => (name, order)).ToDictionary(level => level.name, level => level.order, StringComparer.OrdinalIgnoreCase);

    /// <summary>All levels, from the skull down.</summary>
    public static IReadOnlyList<string> Levels => Names;

    /// <summary>Finds a level by its name, in any letter case.</summary>
    /// <param name="name">Such as <c>T8</c>.</param>
    /// <param name="order">0 for C1, 30 for the coccyx.</param>
    public static bool TryParse(string name, out int order) => Orders.TryGetValue(name, out order);

    public static string Name(int order) => Names[order];

    public static string RegionOf(int order) => order switch
    {
        < 7 => "cervical",
        < 19 => "thoracic",
        < 25 => "lumbar",
        < 30 => "sacral",
        _ => "coccygeal",
    };

    /// <summary>The mask of a level.</summary>
    public static long Bit(int order) => 1L << order;

    /// <summary>The mask of a run of levels, both ends included.</summary>
    public static long Mask(int first, int last) => ((1L << (last - first + 1)) - 1) << first;
}
