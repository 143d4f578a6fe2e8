using System.Globalization;

namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>
/// The values of each scale that has an order, as the record's contract has them: a range is a list of them, which the row of the case answers. A
/// <c>tnm</c> has none.
/// </summary>
internal static class ScaleValues
{
    private static readonly Dictionary<string, string[]> ByScale = new(StringComparer.Ordinal)
    {
        ["frankel"] = ["A", "B", "C", "D", "E"],
        ["asia"] = ["A", "B", "C", "D", "E"],
        ["ecog"] = Points(0, 5),
        ["karnofsky"] = Points(0, 100, step: 10),
        ["mccormick"] = Points(1, 5),
        ["nurick"] = Points(0, 5),
        ["mjoa"] = Points(0, 18),
        ["escc"] = ["0", "1", "1a", "1b", "1c", "2", "3"],
        ["tokuhashi"] = Points(0, 15),
        ["tomita"] = Points(2, 10),
        ["enneking"] = ["1", "2", "3", "I", "IA", "IB", "II", "IIA", "IIB", "III", "IIIA", "IIIB"],
        ["who-grade"] = Points(1, 4),
    };

    /// <summary>The values of a scale, in their order; none where they have no order.</summary>
    public static IReadOnlyList<string> Of(string scale) => ByScale.GetValueOrDefault(scale, []);

    /// <summary>The values in some ranges of a scale, one by one; the ranges of another field themselves.</summary>
    public static IReadOnlyList<ValueRange> CountedOut(CohortField field, IReadOnlyList<ValueRange> ranges) =>
        field.IsScale && !ranges.All(range => range.IsSingle)
            ? [.. Of(field.RowCode!).Select(value => Value(field, value)).Where(value => ranges.Any(range => range.Contains(value))).Select(ValueRange.Only)]
            : ranges;

    private static object Value(CohortField field, string value) => field.Type == FieldType.Number ? double.Parse(value, CultureInfo.InvariantCulture) : value;

    private static string[] Points(int first, int last, int step = 1) =>
        [.. Enumerable.Range(0, ((last - first) / step) + 1).Select(index => (first + (index * step)).ToString(CultureInfo.InvariantCulture))];
}
