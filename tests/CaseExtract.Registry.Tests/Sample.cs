using System.Security.Cryptography;
using System.Text;
using CaseExtract.Schema;

namespace CaseExtract.Registry.Tests;

/// <summary>Invented records.</summary>
internal static class Sample
{
    /// <summary>A case with little in it; what a test is about is added by <c>with</c>.</summary>
    public static CaseRecord Case(string id, string text = "report", string? documentId = null) => new()
    {
        CaseId = id,
        Document = new DocumentInfo
        {
            Id = documentId ?? id,
            Path = $"reports/{documentId ?? id}.txt",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            MediaType = "text/plain",
            Title = "Title of the report",
            Length = text.Length,
        },
    };

    /// <summary>A woman with a thoracic metastasis of a uterine sarcoma.</summary>
    public static CaseRecord Uterus(string id = "uterus") => Case(id) with
    {
        Age = Age(55),
        Sex = new Sex { Value = "female", Confidence = 0.99, Evidence = Quote("woman") },
        PrimaryTumour = Primary("C55.9", "8890"),
        PriorSurgeries = [new PriorSurgery { Term = "hysterectomy", MonthsBefore = 24, Indication = "uterine leiomyosarcoma", Confidence = 0.95, Evidence = Quote("hysterectomy") }],
        SpinalLevels = [Level("T5", "thoracic", 0.95), Level("T6", "thoracic", 0.6)],
        SpinalRegions = ["thoracic"],
        ImagingSignals = [Signal("T2", "iso"), new ImagingSignal { Modality = "MRI", Kind = "enhancement", Value = "present", Pattern = "ring", Confidence = 0.9, Evidence = Quote("enhances") }],
        Procedures = [Procedure("laminectomy", 0.97, "T5"), Procedure("resection", 0.7)],
        Extent = new Extent { Value = "gross-total", Confidence = 0.9, Evidence = Quote("completely") },
        Histology = Histology("8890", "6"),
        Lesion = new Lesion
        {
            Origin = new LesionOrigin { Value = "metastatic", Confidence = 0.98, Evidence = Quote("metastasis") },
            CordCompression = new CordCompression { Value = "present", Severity = "severe", Confidence = 0.9, Evidence = Quote("compresses") },
        },
        Presentation = [new PresentingFeature { Term = "paraplegia", Modifiers = ["flaccid"], Confidence = 0.9, Evidence = Quote("paraplegia") }],
        Adjuvants = [new Adjuvant { Kind = "radiotherapy", Confidence = 0.9, Evidence = Quote("irradiated") }],
        Scales = [Scale("frankel", "C"), Scale("ecog", "2")],
        FollowUp = new FollowUp { Months = 26, Confidence = 0.9, Evidence = Quote("26 months") },
        Sins = new Sins { Lower = 7, Upper = 12, Stability = "indeterminate", IsStated = false, Components = [], Confidence = 0.9, Evidence = Quote("pain") },
    };

    /// <summary>A man with a renal metastasis across the border of neck and chest.</summary>
    public static CaseRecord Kidney(string id = "kidney") => Case(id) with
    {
        Age = Age(49.5),
        Sex = new Sex { Value = "male", Confidence = 0.8, Evidence = Quote("He") },
        PrimaryTumour = Primary("C64.9", "8312"),
        SpinalLevels = [Level("C7", "cervical", 0.9), Level("T1", "thoracic", 0.9)],
        SpinalRegions = ["cervical", "thoracic"],
        Procedures = [Procedure("corpectomy", 0.9, "T1"), Procedure("embolization", 0.9)],
        Histology = Histology("8312", "6"),
        Lesion = new Lesion { Origin = new LesionOrigin { Value = "metastatic", Confidence = 0.7, Evidence = Quote("metastasis") } },
        Scales = [Scale("frankel", "E"), Scale("karnofsky", "70")],
    };

    /// <summary>A woman with a lumbar schwannoma.</summary>
    public static CaseRecord Nerve(string id = "nerve") => Case(id) with
    {
        Age = Age(34),
        Sex = new Sex { Value = "female", Confidence = 0.9, Evidence = Quote("woman") },
        PrimaryTumour = Primary("C72.5", "9560"),
        SpinalLevels = [Level("L2", "lumbar", 0.9)],
        SpinalRegions = ["lumbar"],
        Procedures = [Procedure("laminectomy", 0.85, "L2")],
        Extent = new Extent { Value = "subtotal", Confidence = 0.8, Evidence = Quote("partly") },
        Histology = Histology("9560", "0"),
        Lesion = new Lesion
        {
            Origin = new LesionOrigin { Value = "primary", Confidence = 0.9, Evidence = Quote("schwannoma") },
            Compartment = new Compartment { Value = "intradural-extramedullary", Confidence = 0.9, Evidence = Quote("intradural") },
        },
    };

    /// <summary>Of this one the report says next to nothing.</summary>
    public static CaseRecord Silent(string id = "silent") => Case(id);

    public static IReadOnlyList<CaseRecord> All => [Uterus(), Kidney(), Nerve(), Silent()];

    public static Age Age(double years) => new() { Value = years, Unit = "year", Years = years, Confidence = 0.95, Evidence = Quote("year-old") };

    public static Histology Histology(string code, string behaviour) => new()
    {
        Code = code,
        Behaviour = behaviour,
        Display = "Name of " + code,
        Text = "words of the diagnosis",
        Confidence = 0.97,
        Evidence = Quote("words of the diagnosis"),
    };

    public static PrimaryTumour Primary(string site, string histology) => new()
    {
        Site = new TopographyCode(site, "Name of " + site),
        Histology = new MorphologyCode(histology, "3", "Name of " + histology),
        Text = "words of the primary",
        Confidence = 0.93,
        Evidence = Quote("words of the primary"),
    };

    public static SpinalLevelValue Level(string level, string region, double confidence) => new() { Level = level, Region = region, Confidence = confidence, Evidence = Quote(level) };

    public static Procedure Procedure(string term, double confidence, params string[] levels) => new() { Term = term, Levels = levels, Confidence = confidence, Evidence = Quote(term) };

    public static ImagingSignal Signal(string sequence, string value) => new() { Modality = "MRI", Sequence = sequence, Kind = "signal", Value = value, Confidence = 0.9, Evidence = Quote(value) };

    public static ScaleValue Scale(string kind, string value) => new() { Kind = kind, Value = value, Confidence = 0.9, Evidence = Quote(kind) };

    public static Evidence[] Quote(string words) => [new Evidence(10, 10 + words.Length, words, "case")];
}
