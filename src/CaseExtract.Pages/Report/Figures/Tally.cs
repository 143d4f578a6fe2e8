namespace CaseExtract.Pages.Report;

/// <summary>How often something occurs.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Code">Its code; <see langword="null"/> where it has none.</param>
/// <param name="Cases">Cases in which it occurs.</param>
public sealed record Ranked(string Name, string? Code, int Cases);

/// <summary>Counts the cases in which things occur.</summary>
internal sealed class Tally
{
    private readonly Dictionary<(string Name, string? Code), int> _cases = [];

    public void Add(string name, string? code = null) => _cases[(name, code)] = _cases.GetValueOrDefault((name, code)) + 1;

    public void AddEach(IEnumerable<string> names)
    {
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            Add(name);
        }
    }

    public int Of(string name) => _cases.GetValueOrDefault((name, null));

    /// <summary>The most frequent first, then by name: the same cohort gives the same page.</summary>
    public IReadOnlyList<Ranked> Ranked() =>
    [
        .. _cases.Select(entry => new Ranked(entry.Key.Name, entry.Key.Code, entry.Value))
            .OrderByDescending(entry => entry.Cases).ThenBy(entry => entry.Name, StringComparer.Ordinal).ThenBy(entry => entry.Code, StringComparer.Ordinal),
    ];
}
