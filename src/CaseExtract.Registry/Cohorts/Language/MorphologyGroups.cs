namespace CaseExtract.Registry.Cohorts.Language;

/// <summary>Groups of morphologies that expressions can name, such as <c>sarcoma</c>: a table in <c>Cohorts/morphology-group.tsv</c>.</summary>
internal static class MorphologyGroups
{
    private static readonly Dictionary<string, List<ValueRange>> ByName = Read();

    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    public static IReadOnlyList<ValueRange>? Find(string name) => ByName.GetValueOrDefault(name);

    private static Dictionary<string, List<ValueRange>> Read()
    {
        var groups = new Dictionary<string, List<ValueRange>>(StringComparer.OrdinalIgnoreCase);
        using var reader = new StreamReader(typeof(MorphologyGroups).Assembly.GetManifestResourceStream("morphology-group.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var name, var first, var last, ..])
            {
                continue;
            }

            if (!groups.TryGetValue(name, out var ranges))
            {
                groups[name] = ranges = [];
            }

            ranges.Add(new ValueRange(first, last + CodeRange.Beyond, HighIsOut: true));
        }

        return groups;
    }
}
