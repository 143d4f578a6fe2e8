using CaseExtract.Pages.View;
using CaseExtract.Schema;
using CaseExtract.Text;

namespace CaseExtract.Pages.Tests;

/// <summary>Records made by hand, with texts that a page could stumble over.</summary>
internal static class Cases
{
    public const string Hostile = "</script><script>document.title='taken'</script><!-- <img src=x onerror=alert(1)> &amp; \"quoted\" 'too'";

    public const string Leg = "😀 A 55-year-old woman had a hysterectomy for uterine leiomyosarcoma 2 years ago.\n\nMRI of T5-T6 showed an isointense "
        + "extradural mass. Laminectomy followed. Histology: metastatic leiomyosarcoma.";

    /// <summary>Evidence of several fields overlaps: "metastatic leiomyosarcoma" (histology), "metastatic" (origin), "leiomyosarcoma" (primary tumour).</summary>
    public static CaseRecord LegRecord => new()
    {
        CaseId = "leg",
        Document = Document("leg", Leg) with { Title = "A letter" },
        Age = new Age { Value = 55, Unit = "year", Years = 55, Confidence = 0.99, Evidence = Quote(Leg, "55-year-old") },
        Sex = new Sex { Value = "female", Confidence = 0.98, Evidence = Quote(Leg, "woman") },
        SpinalLevels =
        [
            new SpinalLevelValue { Level = "T5", Region = "thoracic", Confidence = 0.75, Evidence = Quote(Leg, "T5-T6") },
            new SpinalLevelValue { Level = "T6", Region = "thoracic", Confidence = 0.95, Evidence = Quote(Leg, "T5-T6") },
        ],
        SpinalRegions = ["thoracic"],
        PrimaryTumour = new PrimaryTumour
        {
            Site = new TopographyCode("C55.9", "Uterus, NOS"),
            Histology = new MorphologyCode("8890", "3", "Leiomyosarcoma, NOS"),
            Confidence = 0.9,
            Evidence = [.. Quote(Leg, "uterine leiomyosarcoma"), .. Quote(Leg, "leiomyosarcoma")],
        },
        Histology = new Histology { Code = "8890", Behaviour = "6", Display = "Leiomyosarcoma, NOS", Confidence = 0.9, Evidence = Quote(Leg, "metastatic leiomyosarcoma") },
        Lesion = new Lesion { Origin = new LesionOrigin { Value = "metastatic", Confidence = 0.97, Evidence = Quote(Leg, "metastatic") } },
        Procedures = [new Procedure { Term = "laminectomy", Confidence = 0.92, Evidence = Quote(Leg, "Laminectomy") }],
        PriorSurgeries = [new PriorSurgery { Term = "hysterectomy", MonthsBefore = 24, Confidence = 0.9, Evidence = Quote(Leg, "hysterectomy") }],
    };

    /// <summary>A record whose every text is hostile.</summary>
    public static CaseRecord HostileRecord => new()
    {
        CaseId = Hostile,
        Document = Document(Hostile, Hostile) with { Path = Hostile, Title = Hostile },
        Presentation = [new PresentingFeature { Term = Hostile, Confidence = 0.6, Evidence = Quote(Hostile, "<script>document.title='taken'</script>") }],
        Warnings = [Hostile],
    };

    /// <summary>A short case of a number.</summary>
    public static CaseRecord Small(int number)
    {
        var text = SmallText(number);
        return new CaseRecord
        {
            CaseId = $"case-{number:00000}",
            Document = Document($"case-{number:00000}", text),
            Age = new Age { Value = 20 + (number % 70), Unit = "year", Years = 20 + (number % 70), Confidence = 0.5 + (number % 50 / 100.0), Evidence = Quote(text, $"{20 + (number % 70)}-year-old") },
            Sex = new Sex { Value = number % 3 == 0 ? "male" : "female", Confidence = 0.95, Evidence = Quote(text, number % 3 == 0 ? "man" : "woman") },
        };
    }

    public static string SmallText(int number) =>
        $"A {20 + (number % 70)}-year-old {(number % 3 == 0 ? "man" : "woman")} presented with back pain. Word {number} of the letter.\n"
        + string.Concat(Enumerable.Repeat("The patient was seen again and felt well. ", 100));

    public static ViewCase Sound(CaseRecord record, string text) => new(record, SourceState.Sound, new CodePointText(text));

    public static string ViewOf(params IEnumerable<ViewCase> cases)
    {
        var page = new StringWriter();
        ViewPage.Write(page, "cases.jsonl", cases);
        return page.ToString();
    }

    public static Evidence[] Quote(string text, string words)
    {
        var at = text.LastIndexOf(words, StringComparison.Ordinal);
        var start = text[..at].EnumerateRunes().Count();
        return [new Evidence(start, start + words.EnumerateRunes().Count(), words, "case")];
    }

    private static DocumentInfo Document(string id, string text) => new()
    {
        Id = id,
        Path = $"{id}.txt",
        Sha256 = new string('0', 64),
        MediaType = "text/plain",
        Length = text.EnumerateRunes().Count(),
    };
}
