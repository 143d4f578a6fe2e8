using System.Globalization;
using Newtonsoft.Json.Linq;

namespace CaseExtract.Cli.Evaluation;

/// <summary>True positives, false positives and false negatives.</summary>
internal readonly record struct Counts(int TruePositives, int FalsePositives, int FalseNegatives)
{
    /// <summary>How many of the values given are right; 0 when none was given.</summary>
    public double Precision => Share(TruePositives, TruePositives + FalsePositives);

    /// <summary>How many of the values to find were given; 0 when there were none.</summary>
    public double Recall => Share(TruePositives, TruePositives + FalseNegatives);

    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    public static Counts operator +(Counts left, Counts right) => new(
        left.TruePositives + right.TruePositives,
        left.FalsePositives + right.FalsePositives,
        left.FalseNegatives + right.FalseNegatives);

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>A key of a case that was not answered right.</summary>
/// <param name="CaseId">The gold case.</param>
/// <param name="Key">The key.</param>
/// <param name="Gold">The right answer.</param>
/// <param name="Given">The answer given.</param>
internal sealed record Mistake(string CaseId, string Key, JToken Gold, JToken Given);

/// <summary>What was measured of a key, or of several together.</summary>
internal sealed record ScoreRow(string Name, Counts Counts, Interval? Interval);

/// <summary>
/// Scores case records against gold cases, key by key: single values by exact match, lists as sets by their members, ages within half a
/// year (a tenth under two years). A wrong value is a false positive and a false negative. Only keys that a gold case has are scored.
/// </summary>
internal sealed class Scorer
{
    private readonly Dictionary<string, Counts> _totals = GoldKeys.All.Concat(DerivedKeys.All).ToDictionary(key => key.Name, _ => default(Counts), StringComparer.Ordinal);

    /// <summary>For each case the counts of each key, then those of the core and of all.</summary>
    private readonly List<Counts[]> _cases = [];

    public int Cases => _cases.Count;

    public int CasesWithoutRecord { get; private set; }

    /// <summary>How often values of a confidence are right, over all scored keys.</summary>
    public Calibration Calibration { get; } = new();

    /// <summary>Cases in which every core key is right.</summary>
    public int WholeCases { get; private set; }

    public Counts Of(string key) => _totals[key];

    /// <summary>The sum over the eight fields that the extractor exists for.</summary>
    public Counts Core => GoldKeys.All.Where(key => key.IsCore).Aggregate(default(Counts), (sum, key) => sum + _totals[key.Name]);

    /// <summary>The sum over all scored keys.</summary>
    public Counts All => GoldKeys.All.Aggregate(default(Counts), (sum, key) => sum + _totals[key.Name]);

    /// <summary>Every key with its counts and the interval of its F1, then "core" and "all", then the derived keys that a gold case asked; the interval is missing where there is nothing to measure.</summary>
    public IReadOnlyList<ScoreRow> Rows()
    {
        var intervals = Bootstrap.OfF1(_cases, GoldKeys.All.Count + 2);
        return
        [
            .. GoldKeys.All.Select((key, column) => new ScoreRow(key.Name, Of(key.Name), intervals[column])),
            new ScoreRow("core", Core, intervals[^2]),
            new ScoreRow("all", All, intervals[^1]),
            .. DerivedKeys.All.Where(key => Of(key.Name) != default).Select(key => new ScoreRow(key.Name, Of(key.Name), null)),
        ];
    }

    /// <summary>Scores one case.</summary>
    /// <param name="gold">The gold case.</param>
    /// <param name="record">Its record, or <see langword="null"/> when there is none.</param>
    /// <returns>The keys answered wrong.</returns>
    public IReadOnlyList<Mistake> Add(JObject gold, JObject? record)
    {
        CasesWithoutRecord += record is null ? 1 : 0;
        var answers = record ?? [];
        var mistakes = new List<Mistake>();
        var coreIsRight = true;
        var row = new Counts[GoldKeys.All.Count + 2];
        _cases.Add(row);
        for (var column = 0; column < GoldKeys.All.Count; column++)
        {
            var key = GoldKeys.All[column];
            var counts = Compare(key, gold, answers, mistakes);
            row[column] = counts;
            row[^2] += key.IsCore ? counts : default;
            row[^1] += counts;
            coreIsRight &= !key.IsCore || counts.FalsePositives + counts.FalseNegatives == 0;
            Calibrate(key, gold, answers, counts);
        }

        foreach (var key in DerivedKeys.All)
        {
            Compare(key, gold, answers, mistakes);
        }

        WholeCases += coreIsRight ? 1 : 0;
        return mistakes;
    }

    /// <summary>Counts one key of a case, if it asks for it, and notes the mistake.</summary>
    private Counts Compare(GoldKey key, JObject gold, JObject answers, List<Mistake> mistakes)
    {
        if (gold[key.Name] is not { } right)
        {
            return default;
        }

        var (counts, given) = key.Members is { } members
            ? Compare(GoldKeys.Texts(right), members(answers))
            : Compare(key, right, key.Value!(answers));
        _totals[key.Name] += counts;
        if (counts.FalsePositives + counts.FalseNegatives > 0)
        {
            mistakes.Add(new Mistake((string?)gold["id"] ?? "", key.Name, right, given));
        }

        return counts;
    }

    private void Calibrate(GoldKey key, JObject gold, JObject answers, Counts counts)
    {
        if (gold[key.Name] is not { } right)
        {
            return;
        }

        if (key.Members is not { } members)
        {
            if (counts.TruePositives + counts.FalsePositives > 0)
            {
                Calibration.Add(key.Saying(answers, ""), counts.TruePositives > 0);
            }

            return;
        }

        var known = GoldKeys.Texts(right);
        foreach (var member in members(answers))
        {
            Calibration.Add(key.Saying(answers, member), known.Contains(member));
        }
    }

    private static (Counts Counts, JToken Given) Compare(HashSet<string> gold, HashSet<string> given)
    {
        var common = given.Count(gold.Contains);
        return (new Counts(common, given.Count - common, gold.Count - common), new JArray(given.Order(StringComparer.Ordinal)));
    }

    private static (Counts Counts, JToken Given) Compare(GoldKey key, JToken gold, JToken? given)
    {
        var counts = (IsNull(gold), IsNull(given)) switch
        {
            (true, true) => default,
            (true, false) => new Counts(0, 1, 0),
            (false, true) => new Counts(0, 0, 1),
            _ => IsSame(key, gold, given!) ? new Counts(1, 0, 0) : new Counts(0, 1, 1),
        };
        return (counts, given ?? JValue.CreateNull());
    }

    private static bool IsSame(GoldKey key, JToken gold, JToken given)
    {
        if (!key.IsAge)
        {
            return Text(gold) == Text(given);
        }

        var (right, answer) = (Number(gold), Number(given));
        return Math.Abs(right - answer) <= (right >= 2 ? 0.5 : 0.1 * right);
    }

    private static bool IsNull(JToken? token) => token is null or JValue { Value: null };

    private static string? Text(JToken token) => token is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    /// <summary>The number; not-a-number, which is near no age, for anything else.</summary>
    private static double Number(JToken token) =>
        double.TryParse(Text(token), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
