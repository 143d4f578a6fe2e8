namespace CaseExtract.Pages.Report;

/// <summary>A level of the spine, and how large its vertebra is drawn.</summary>
/// <param name="Name">Such as <c>T5</c>.</param>
/// <param name="Region">Its region.</param>
/// <param name="Width">Depth of the body from front to back, in units of the drawing.</param>
/// <param name="Height">Height of the body.</param>
/// <param name="Disc">Height of the disc below it.</param>
internal sealed record SpineLevel(string Name, string Region, double Width, double Height, double Disc)
{
    /// <summary>From the skull down. Bodies grow as they carry more; those of the sacrum taper and are one bone.</summary>
    public static IReadOnlyList<SpineLevel> All { get; } =
    [
        .. Column("C", 7, "cervical", (25, 31), (12.5, 14), (3, 3.5)),
        .. Column("T", 12, "thoracic", (31, 43), (15, 20), (3, 4)),
        .. Column("L", 5, "lumbar", (45, 51), (22, 24.5), (5.5, 6.5)),
        .. Column("S", 5, "sacral", (48, 24), (17, 12.5), (1.5, 1.5)),
        new("Co", "coccygeal", 13, 11, 0),
    ];

    private static IEnumerable<SpineLevel> Column(
        string letter, int count, string region, (double First, double Last) width, (double First, double Last) height, (double First, double Last) disc)
    {
        for (var number = 0; number < count; number++)
        {
            var way = (double)number / (count - 1);
            double Between((double First, double Last) ends) => ends.First + ((ends.Last - ends.First) * way);
            yield return new SpineLevel(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{letter}{number + 1}"), region, Between(width), Between(height), Between(disc));
        }
    }
}
