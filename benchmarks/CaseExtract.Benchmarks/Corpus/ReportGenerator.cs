using System.Globalization;
using CaseExtract.Text;

namespace CaseExtract.Benchmarks.Corpus;

/// <summary>Writes invented reports: the facts of a case are drawn first, so that the parts of a report agree, then its words.</summary>
internal sealed class ReportGenerator
{
    /// <summary>The seed of the committed corpus; every id of the corpus begins with it.</summary>
    public const int DefaultSeed = 1895;

    /// <summary>Number of reports of the committed corpus.</summary>
    public const int DefaultCount = 400;

    private static readonly string[] Vertebrae =
    [
        "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12",
        "L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4", "S5",
    ];

    private static readonly (int First, int Last) Cervical = (2, 6);
    private static readonly (int First, int Last) Thoracic = (7, 18);
    private static readonly (int First, int Last) Lumbar = (19, 23);
    private static readonly (int First, int Last) Sacral = (24, 28);

    private readonly int _seed;
    private readonly Grammar _grammar;
    private readonly List<string[]> _metastases;
    private readonly List<string[]> _primaries;
    private readonly List<(string Name, int Weight)> _styles;

    public ReportGenerator(int seed, Grammar grammar)
    {
        _seed = seed;
        _grammar = grammar;
        _metastases = grammar.Rows("metastasis");
        _primaries = grammar.Rows("primary");
        _styles = grammar.Rows("style").ConvertAll(row => (row[0], Number(row[1])));
    }

    /// <summary>Reports 1 to <paramref name="count"/>.</summary>
    public IEnumerable<Narrative> Generate(int count) => Enumerable.Range(1, count).Select(GenerateOne);

    // Each report has a stream of its own, so a report depends on the seed and its number only, not on those before it.
    private Narrative GenerateOne(int number)
    {
        var random = new SplitMix64(((ulong)_seed << 32) + (ulong)number);
        var style = ChooseStyle(random);
        var text = style == "series" ? WriteSeries(random) : WriteOne(style, random);
        return new Narrative($"s{_seed}-{number:0000}", text);
    }

    private string WriteOne(string style, SplitMix64 random)
    {
        var (kind, facts) = DrawFacts(random);
        return new Expansion(_grammar, facts, random).Expand(style + kind);
    }

    private string WriteSeries(SplitMix64 random)
    {
        var (firstKind, firstFacts) = DrawFacts(random);
        var (secondKind, secondFacts) = DrawFacts(random);
        var first = new Expansion(_grammar, firstFacts, random);
        var second = new Expansion(_grammar, secondFacts, random);
        return first.Expand("seriesHead")
            + "\nCase 1\n" + first.Expand("story" + firstKind)
            + "\n\nCase 2\n" + second.Expand("story" + secondKind)
            + "\n" + second.Expand("seriesTail");
    }

    private string ChooseStyle(SplitMix64 random)
    {
        var rest = random.Next(_styles.Sum(style => style.Weight));
        foreach (var (name, weight) in _styles)
        {
            if (rest < weight)
                return name;
            rest -= weight;
        }

        throw new InvalidOperationException("The weights of the styles sum to more than they hold.");
    }

    private (string Kind, Dictionary<string, string> Facts) DrawFacts(SplitMix64 random)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["side"] = random.Next(2) == 0 ? "left" : "right" };
        if (random.Next(100) < 55)
        {
            DrawMetastasis(facts, random);
            return ("Metastasis", facts);
        }

        DrawPrimary(facts, random);
        return ("Primary", facts);
    }

    private void DrawMetastasis(Dictionary<string, string> facts, SplitMix64 random)
    {
        var row = _metastases[random.Next(_metastases.Count)];
        facts["tumour"] = row[0];
        facts["organ"] = row[1];
        facts["priorOperation"] = row[2];
        facts["drug"] = row[6];
        facts["plus"] = row[7];
        facts["minus"] = row[8];
        facts["compartment"] = "extradural";
        facts["operation"] = "laminectomy";
        facts["t1"] = Pick(random, "hypointense", "isointense", "hypointense", "of low signal");
        facts["t2"] = Pick(random, "hyperintense", "isointense", "heterogeneous", "of high signal");
        facts["enhancement"] = Pick(random, "homogeneously", "heterogeneously", "avidly", "strongly");
        DrawPatient(facts, row[3], Number(row[4]), Number(row[5]), random);
        DrawLevels(facts, "any", random);
        DrawTimes(facts, random);
    }

    private void DrawPrimary(Dictionary<string, string> facts, SplitMix64 random)
    {
        var row = _primaries[random.Next(_primaries.Count)];
        facts["tumour"] = row[0];
        facts["organ"] = row[1];
        facts["compartment"] = row[2];
        facts["t1"] = row[6];
        facts["t2"] = row[7];
        facts["enhancement"] = row[8];
        facts["operation"] = row[9];
        facts["plus"] = row[10];
        facts["minus"] = row[11];
        DrawPatient(facts, "any", Number(row[4]), Number(row[5]), random);
        DrawLevels(facts, row[3], random);
        DrawTimes(facts, random);
    }

    private static void DrawPatient(Dictionary<string, string> facts, string sex, int fromAge, int toAge, SplitMix64 random)
    {
        var female = sex == "female" || (sex == "any" && random.Next(2) == 0);
        var age = random.Between(fromAge, toAge);
        var vowel = age is 8 or 11 or 18 or (>= 80 and <= 89);
        facts["age"] = age.ToString(CultureInfo.InvariantCulture);
        facts["aAge"] = (vowel ? "an " : "a ") + facts["age"];
        facts["noun"] = age < 18 ? (female ? "girl" : "boy") : female ? Pick(random, "woman", "female", "woman") : Pick(random, "man", "male", "man");
        facts["initial"] = female ? "F" : "M";
        facts["he"] = female ? "she" : "he";
        facts["his"] = female ? "her" : "his";
    }

    private static void DrawLevels(Dictionary<string, string> facts, string where, SplitMix64 random)
    {
        var region = where == "any" ? Pick(random, "cervical", "thoracic", "thoracic", "thoracic", "lumbar") : where;
        var (first, last) = region switch { "cervical" => Cervical, "lumbar" => Lumbar, "sacral" => Sacral, _ => Thoracic };
        var top = random.Between(first, last);
        var bottom = Math.Min(last, top + Pick(random, 0, 0, 0, 1, 1, 2));
        facts["region"] = region;
        facts["topLevel"] = Vertebrae[top];
        facts["level"] = top == bottom ? Vertebrae[top] : Vertebrae[top] + Pick(random, "-", "-", "–", " to ", " and ") + Vertebrae[bottom];
        facts["span"] = Vertebrae[Math.Max(1, top - 2)] + Pick(random, "-", "–", " to ") + Vertebrae[Math.Min(Vertebrae.Length - 1, bottom + 2)];
        facts["otherLevel"] = Vertebrae[(bottom + 5) % 24];
        facts["sensory"] = Pick(random, "T4", "T6", "T8", "T10", "L1", "the umbilicus", "the groin");
    }

    private static void DrawTimes(Dictionary<string, string> facts, SplitMix64 random)
    {
        var year = random.Between(2004, 2023);
        var interval = random.Between(2, 12);
        var (gray, fractions) = Pick(random, ("30", "10"), ("20", "5"), ("40", "20"));
        facts["year"] = year.ToString(CultureInfo.InvariantCulture);
        facts["interval"] = interval.ToString(CultureInfo.InvariantCulture);
        facts["pastYear"] = (year - interval).ToString(CultureInfo.InvariantCulture);
        facts["followup"] = random.Between(3, 48).ToString(CultureInfo.InvariantCulture);
        facts["gray"] = gray;
        facts["fractions"] = fractions;
    }

    private static T Pick<T>(SplitMix64 random, params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
