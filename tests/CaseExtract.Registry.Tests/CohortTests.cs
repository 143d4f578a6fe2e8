using CaseExtract.Registry.Cohorts;
using CsCheck;
using Xunit;

namespace CaseExtract.Registry.Tests;

/// <summary>Which of four cases an expression selects: uterus (55 f, T5 T6), kidney (49.5 m, C7 T1), nerve (34 f, L2), silent (nothing known).</summary>
public sealed class CohortTests
{
    private static readonly (string Expression, string Cases)[] Questions =
    [
        ("sex = female", "nerve uterus"),
        ("SEX = Female", "nerve uterus"),
        ("sex != female", "kidney"),
        ("not sex = female", "kidney silent"),
        ("sex is unknown", "silent"),
        ("sex is known and sex is not unknown", "kidney nerve uterus"),
        ("age >= 49.5", "kidney uterus"),
        ("age > 49.5", "uterus"),
        ("age < 49.5", "nerve"),
        ("age in 34..50", "kidney nerve"),
        ("age not in 34..50", "uterus"),
        ("age in (34, 55)", "nerve uterus"),
        ("sex = female and age >= 50 or sex = male", "kidney uterus"),
        ("sex = female and (age >= 50 or sex = male)", "uterus"),
        ("primary.site = C55", "uterus"),
        ("primary.site = c55.9", "uterus"),
        ("primary.site = C55.8", ""),
        ("primary.site in C54..C55", "uterus"),
        ("primary.site in (C64, C70..C72)", "kidney nerve"),
        ("histology = 8890", "uterus"),
        ("histology = 889", "uterus"),
        ("histology = 8890/6", "uterus"),
        ("histology = 8890/3", ""),
        ("histology in 8300..8399", "kidney"),
        ("histology in 831..889", "kidney uterus"),
        ("histology = sarcoma", "uterus"),
        ("histology in (sarcoma, \"nerve sheath\")", "nerve uterus"),
        ("primary.histology = adenocarcinoma", "kidney"),
        ("behaviour in (0, 1)", "nerve"),
        ("level in T1..T12", "kidney uterus"),
        ("level = T6", "uterus"),
        ("level in C7..T2", "kidney"),
        ("level in T12..Co", "nerve"),
        ("level in (C1..C7, L1..L5)", "kidney nerve"),
        ("not level in T1..T12", "nerve silent"),
        ("level not in T1..T12", "nerve"),
        ("region = thoracic", "kidney uterus"),
        ("procedure = laminectomy", "nerve uterus"),
        ("procedure != laminectomy", "kidney"),
        ("procedure = Laminectomy", "nerve uterus"),
        ("procedure = \"laminektomy\"", ""),
        ("procedure in (corpectomy, resection)", "kidney uterus"),
        ("procedure = lamin", ""),
        ("procedure.level = T1", "kidney"),
        ("prior = hysterectomy and prior.months <= 24", "uterus"),
        ("t2 = iso and enhancement = present", "uterus"),
        ("frankel in A..C", "uterus"),
        ("frankel = E", "kidney"),
        ("frankel is known", "kidney uterus"),
        ("ecog <= 2", "uterus"),
        ("karnofsky in 60..80", "kidney"),
        ("karnofsky = 70", "kidney"),
        ("karnofsky > 70", ""),
        ("karnofsky < 70", ""),
        ("karnofsky in 71..79", ""),
        ("not karnofsky in 71..79", "kidney nerve silent uterus"),
        ("karnofsky in 65..75 or ecog != 2", "kidney"),
        ("frankel in (A, D..E)", "kidney"),
        ("frankel != C", "kidney"),
        ("origin = metastatic and extent = gross-total", "uterus"),
        ("cord.compression = present and adjuvant = radiotherapy and symptom = paraplegia", "uterus"),
        ("compartment = intradural-extramedullary", "nerve"),
        ("follow-up >= 24 and sins.upper <= 12 and stability = indeterminate", "uterus"),
        ("case.id in (nerve, silent)", "nerve silent"),
        ("corrected = no and added >= 2020 and loaded > 2020-01-01", "kidney nerve silent uterus"),
        ("loaded < 2020", ""),

        // confidence is about the values beside it
        ("sex = male and confidence >= 0.8", "kidney"),
        ("sex = male and confidence > 0.8", ""),
        ("procedure = resection and confidence >= 0.8", ""),
        ("procedure in (resection, laminectomy) and confidence >= 0.9", "uterus"),
        ("level in T5..T6 and confidence >= 0.9", "uterus"),
        ("level = T6 and confidence >= 0.9", ""),
        ("origin = metastatic and confidence >= 0.9 or procedure = embolization", "kidney uterus"),
        ("(origin = metastatic or procedure = laminectomy) and confidence >= 0.9", "uterus"),
        ("procedure = laminectomy and not (age < 40 and confidence >= 0.9)", "uterus"),
        ("primary.site = C55 and confidence >= 0.93", "uterus"),
        ("primary.site = C55 and confidence > 0.93", ""),
        ("ecog = 2 and confidence > 0.9", ""),
        ("ecog in 1..3 and confidence >= 0.9", "uterus"),
        ("ecog in 1..3 and confidence > 0.9", ""),
        ("sex = female and age >= 50 and primary.site in C54..C55 and level in T1..T12 and procedure = laminectomy and confidence >= 0.9", "uterus"),
    ];

    public static TheoryData<StoreKind> Kinds => TestRegistry.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_expression_selects_its_cases(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        registry.Load(Sample.All);

        Assert.All(Questions, question => Assert.Equal(question.Cases, Ids(registry, question.Expression)));
        Assert.Equal("kidney nerve silent uterus", Ids(registry, null));
    }

    /// <summary>Members with their confidence stand in the row of the case, and in the rows of its values: both must tell the same.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Confidence_of_members_is_that_of_their_rows(StoreKind kind)
    {
        using var registry = new TestRegistry(kind);
        double[] confidences = [0, 0.00001, 0.1 + 0.2, 0.3, 0.5, 0.89, 0.9, 0.93, 0.935, 1];
        string[] terms = ["laminectomy", "laminectomy with fusion", "lamin", "a=b", "a;b", "ä 😀", "0.9"];
        var records = confidences.SelectMany((confidence, row) => terms.Select((term, column) => Sample.Case($"{row}-{column}") with
        {
            Procedures = [Sample.Procedure(term, confidence), Sample.Procedure("resection", 0.9), Sample.Procedure(terms[(column + 1) % terms.Length], 0.4), Sample.Procedure(term, confidence / 2)],
            SpinalLevels = [Sample.Level("T5", "thoracic", confidence), Sample.Level("T12", "thoracic", 0.92)],
            ImagingSignals = [Sample.Signal("T1", "hypo") with { Confidence = confidence }, Sample.Signal("T2", "hypo") with { Confidence = 0.91 }],
            Scales = [Sample.Scale("ecog", "2") with { Confidence = confidence }],
        })).ToList();
        registry.Load(records);
        var questions = terms.Append("resection").Select(term => $"procedure = \"{term}\"")
            .Concat(["procedure in (lamin, resection)", "procedure != laminectomy", "not procedure = lamin", "level in T1..T6", "level = T12", "t1 = hypo", "t2 = hypo", "ecog = 2", "ecog <= 2", "ecog in 1..4"])
            .SelectMany(question => confidences.SelectMany(floor => (string[])[$"{question} and confidence >= {Decimal(floor)}", $"{question} and confidence > {Decimal(floor)}"]))
            .ToList();

        var byMembers = questions.ConvertAll(question => Ids(registry, question));
        Dapper.SqlMapper.Execute(registry.Store.Connection, "update cases set members = null");
        var byRows = questions.ConvertAll(question => Ids(registry, question));

        Assert.Equal(questions.Zip(byRows), questions.Zip(byMembers));
        Assert.True(byRows.Distinct(StringComparer.Ordinal).Count() > 50);

        static string Decimal(double floor) => floor.ToString("0.####################", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Conditions_combine_like_sets()
    {
        using var registry = new TestRegistry(StoreKind.Sqlite);
        registry.Load(Sample.All);
        var all = Set(registry, null);
        var simple = Questions.Select(question => question.Expression).Where(expression => !expression.Contains("confidence", StringComparison.Ordinal)).ToArray();
        var leaf = Gen.Int[0, simple.Length - 1].Select(index => ($"({simple[index]})", Set(registry, simple[index])));
        var gen = Gen.Recursive<(string Text, HashSet<string> Cases)>((depth, inner) => depth > 4
            ? leaf
            : Gen.OneOf(
                leaf,
                Gen.Select(inner, inner, (a, b) => ($"({a.Text} and {b.Text})", a.Cases.Intersect(b.Cases).ToHashSet())),
                Gen.Select(inner, inner, (a, b) => ($"({a.Text} or {b.Text})", a.Cases.Union(b.Cases).ToHashSet())),
                inner.Select(a => ($"not {a.Text}", all.Except(a.Cases).ToHashSet()))));

        gen.Sample(expected => Set(registry, expected.Text).SetEquals(expected.Cases), iter: 200, threads: 1);
    }

    [Fact]
    public void Both_stores_give_the_same_bytes()
    {
        using var sqlite = new TestRegistry(StoreKind.Sqlite);
        using var postgres = new TestRegistry(StoreKind.Postgres);
        string[] ids = ["b", "B", "a#2", "a", "ä", "Z", "_", "-", "😀", "é", "10", "9"];
        var records = Sample.All.Concat(ids.Select((id, index) => Sample.Uterus(id) with { Age = Sample.Age(index + 0.1) })).ToList();
        foreach (var registry in (TestRegistry[])[sqlite, postgres])
        {
            registry.Load(records);
            new Corrections.CorrectionRegister(registry.Store, new FixedTime()).Apply([new Corrections.CorrectionRequest("B", "level", "L1; T12", "letter of the surgeon", "anna")]);
        }

        foreach (var format in CohortWriter.Formats)
        {
            foreach (var isDeidentified in (bool[])[false, true])
            {
                Assert.Equal(Bytes(sqlite, format, isDeidentified), Bytes(postgres, format, isDeidentified));
            }
        }
    }

    private static string Ids(TestRegistry registry, string? expression) => string.Join(' ', Cohort.Select(registry.Store, expression).Cases().Select(member => member.CaseId));

    private static HashSet<string> Set(TestRegistry registry, string? expression) => [.. Ids(registry, expression).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static byte[] Bytes(TestRegistry registry, string format, bool isDeidentified)
    {
        using var output = new MemoryStream();
        using var values = new MemoryStream();
        new CohortWriter(format, isDeidentified).Write(Cohort.Select(registry.Store, "age > 1 or sex is unknown"), output, values, TestContext.Current.CancellationToken);
        return [.. output.ToArray(), .. values.ToArray()];
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);
    }
}
