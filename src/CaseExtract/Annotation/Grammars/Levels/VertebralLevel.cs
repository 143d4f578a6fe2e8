namespace CaseExtract.Annotation.Grammars;

/// <summary>A vertebra, numbered from the skull down, so that a range is a run of numbers.</summary>
/// <param name="Order">C1 is 0, C7 6, T1 7, T12 18, L1 19, L5 23, L6 24, S1 25, S5 29, the coccyx 30.</param>
internal readonly record struct VertebralLevel(int Order) : IComparable<VertebralLevel>
{
    public static readonly VertebralLevel C1 = new(0);
    public static readonly VertebralLevel T1 = new(7);
    public static readonly VertebralLevel T2 = new(8);
    public static readonly VertebralLevel T4 = new(10);
    public static readonly VertebralLevel L6 = new(24);
    public static readonly VertebralLevel Coccyx = new(30);

    /// <summary>How many there are, the sixth lumbar included.</summary>
    public const int Count = 31;

    private static readonly string[] Names =
    [
        "C1", "C2", "C3", "C4", "C5", "C6", "C7",
        "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12",
        "L1", "L2", "L3", "L4", "L5", "L6",
        "S1", "S2", "S3", "S4", "S5", "Co",
    ];

    public string Name => Names[Order];

    public string Region => Order switch
    {
        < 7 => "cervical",
        < 19 => "thoracic",
        < 25 => "lumbar",
        < 30 => "sacral",
        _ => "coccygeal",
    };

    /// <summary>The first and the last vertebra of a region; the fifth lumbar is the last there.</summary>
    public static (VertebralLevel First, VertebralLevel Last) BoundsOf(char region) => region switch
    {
        'C' => (new(0), new(6)),
        'T' => (new(7), new(18)),
        'L' => (new(19), new(23)),
        _ => (new(25), new(29)),
    };

    /// <summary>Finds a vertebra by the name that <see cref="Name"/> gives it.</summary>
    public static bool TryParse(string name, out VertebralLevel level)
    {
        var order = Array.IndexOf(Names, name);
        level = new VertebralLevel(Math.Max(0, order));
        return order >= 0;
    }

    /// <summary>Finds the vertebra of a region by its number, if the region has so many.</summary>
    /// <param name="region"><c>C</c>, <c>T</c>, <c>L</c> or <c>S</c>.</param>
    /// <param name="number">From 1.</param>
    /// <param name="level">The vertebra.</param>
    public static bool TryCreate(char region, int number, out VertebralLevel level)
    {
        var (first, count) = region switch
        {
            'C' => (0, 7),
            'T' => (7, 12),
            'L' => (19, 6),   // L6 stays: reports use it for a lumbarised first sacral vertebra.
            'S' => (25, 5),
            _ => (0, 0),
        };
        level = new VertebralLevel(first + number - 1);
        return number >= 1 && number <= count;
    }

    public int CompareTo(VertebralLevel other) => Order.CompareTo(other.Order);
}
