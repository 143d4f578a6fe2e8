using CaseExtract.Schema;

namespace CaseExtract.Tests.Schema;

/// <summary>An empty record, and one in which everything is filled.</summary>
internal static class CaseRecordSamples
{
    public const string EmptyJson =
        """{"schemaVersion":"1.0","caseId":"rep-1","document":{"id":"rep-1","path":null,"sha256":"00","mediaType":"text/plain","title":null,"length":0,"columns":{}},"age":null,"sex":null,"primaryTumour":null,"priorSurgeries":[],"spinalLevels":[],"spinalRegions":[],"imagingSignals":[],"procedures":[],"extent":null,"histology":null,"lesion":{"origin":null,"compartment":null,"cordCompression":null},"presentation":[],"adjuvants":[],"ageAtDiagnosis":null,"metastasisTiming":null,"recurrence":null,"followUp":null,"outcome":null,"scales":[],"sins":null,"warnings":[]}""";

    /// <summary>Keys and their order are those of the contract.</summary>
    public static readonly string FullJson = """
        {"schemaVersion":"1.0","caseId":"rep-1#2","document":{"id":"rep-1","path":"reports/rep-1.txt","sha256":"ff","mediaType":"text/plain","title":"T","length":9,"columns":{"the \"ward\"":"7"}},
        "age":{"value":55,"unit":"year","years":55.0,"approximate":true,"confidence":0.99,EVIDENCE},
        "sex":{"value":"female","confidence":1.0,EVIDENCE},
        "primaryTumour":{"site":{"code":"C55.9","display":"Uterus, NOS"},"laterality":"left","histology":{"code":"8890","behaviour":"3","display":"Leiomyosarcoma, NOS"},"text":"uterine leiomyosarcoma","confidence":0.97,EVIDENCE},
        "priorSurgeries":[{"term":"hysterectomy","monthsBefore":1.5,"indication":"leiomyosarcoma","levels":["L1"],"confidence":0.95,EVIDENCE}],
        "spinalLevels":[{"level":"T5","region":"thoracic","confidence":0.9,EVIDENCE}],"spinalRegions":["thoracic"],
        "imagingSignals":[{"modality":"MRI","sequence":"T2","kind":"signal","value":"iso","pattern":"ring","agent":"gadolinium","confidence":0.9,EVIDENCE}],
        "procedures":[{"term":"laminectomy","intent":"decompression","approach":"posterior","levels":["T5","T6"],"confidence":0.9,EVIDENCE}],
        "extent":{"value":"gross-total","confidence":0.9,EVIDENCE},
        "histology":{"code":"8890","behaviour":"6","display":"Leiomyosarcoma, NOS","grade":"G2","text":"leiomyosarcoma","confidence":0.9,EVIDENCE},
        "lesion":{"origin":{"value":"metastatic","confidence":0.9,EVIDENCE},"compartment":{"value":"extradural","confidence":0.9,EVIDENCE},"cordCompression":{"value":"present","severity":"severe","confidence":0.9,EVIDENCE}},
        "presentation":[{"term":"paraplegia","modifiers":["flaccid"],"confidence":0.9,EVIDENCE}],
        "adjuvants":[{"kind":"radiotherapy","confidence":0.9,EVIDENCE}],
        "ageAtDiagnosis":{"years":53.5,"basis":"derived","confidence":0.9,EVIDENCE},
        "metastasisTiming":{"value":"metachronous","monthsAfterPrimary":18,"basis":"stated","confidence":0.9,EVIDENCE},
        "recurrence":{"value":"present","site":"distant","confidence":0.9,EVIDENCE},
        "followUp":{"months":7.5,"confidence":0.9,EVIDENCE},
        "outcome":{"vitalStatus":{"value":"dead","cause":"disease","basis":"stated","confidence":0.9,EVIDENCE},"disease":{"value":"present","confidence":0.9,EVIDENCE},"neurology":{"value":"improved","basis":"derived","confidence":0.9,EVIDENCE},"localRecurrence":{"value":"absent","confidence":0.9,EVIDENCE}},
        "scales":[{"kind":"frankel","value":"C","time":"preoperative","confidence":0.9,EVIDENCE}],
        "sins":{"lower":1,"upper":16,"stability":"stable","isStated":false,"components":[{"component":"location","lower":1,"upper":1,EVIDENCE}],"confidence":0.9,EVIDENCE},"warnings":["w"]}
        """.Replace("\n", "", StringComparison.Ordinal)
        .Replace("EVIDENCE", "\"evidence\":[{\"start\":1,\"end\":3,\"text\":\"ab\",\"section\":\"case\"}]", StringComparison.Ordinal);

    private static readonly Evidence[] Evidence = [new(1, 3, "ab", "case")];

    public static CaseRecord Empty => new()
    {
        CaseId = "rep-1",
        Document = new DocumentInfo { Id = "rep-1", Sha256 = "00", MediaType = "text/plain", Length = 0 },
    };

    public static CaseRecord Full => new()
    {
        CaseId = "rep-1#2",
        Document = new DocumentInfo
        {
            Id = "rep-1",
            Path = "reports/rep-1.txt",
            Sha256 = "ff",
            MediaType = "text/plain",
            Title = "T",
            Length = 9,
            Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["the \"ward\""] = "7" },
        },
        Age = new Age { Value = 55, Unit = "year", Years = 55, Approximate = true, Confidence = 0.99, Evidence = Evidence },
        Sex = new Sex { Value = "female", Confidence = 1, Evidence = Evidence },
        PrimaryTumour = new PrimaryTumour
        {
            Site = new TopographyCode("C55.9", "Uterus, NOS"),
            Laterality = "left",
            Histology = new MorphologyCode("8890", "3", "Leiomyosarcoma, NOS"),
            Text = "uterine leiomyosarcoma",
            Confidence = 0.97,
            Evidence = Evidence,
        },
        PriorSurgeries =
        [
            new PriorSurgery
            {
                Term = "hysterectomy", MonthsBefore = 1.5, Indication = "leiomyosarcoma", Levels = ["L1"], Confidence = 0.95, Evidence = Evidence,
            },
        ],
        SpinalLevels = [new SpinalLevelValue { Level = "T5", Region = "thoracic", Confidence = 0.9, Evidence = Evidence }],
        SpinalRegions = ["thoracic"],
        ImagingSignals =
        [
            new ImagingSignal
            {
                Modality = "MRI", Sequence = "T2", Kind = "signal", Value = "iso", Pattern = "ring", Agent = "gadolinium", Confidence = 0.9, Evidence = Evidence,
            },
        ],
        Procedures =
        [
            new Procedure
            {
                Term = "laminectomy", Intent = "decompression", Approach = "posterior", Levels = ["T5", "T6"], Confidence = 0.9, Evidence = Evidence,
            },
        ],
        Extent = new Extent { Value = "gross-total", Confidence = 0.9, Evidence = Evidence },
        Histology = new Histology
        {
            Code = "8890",
            Behaviour = "6",
            Display = "Leiomyosarcoma, NOS",
            Grade = "G2",
            Text = "leiomyosarcoma",
            Confidence = 0.9,
            Evidence = Evidence,
        },
        Lesion = new Lesion
        {
            Origin = new LesionOrigin { Value = "metastatic", Confidence = 0.9, Evidence = Evidence },
            Compartment = new Compartment { Value = "extradural", Confidence = 0.9, Evidence = Evidence },
            CordCompression = new CordCompression { Value = "present", Severity = "severe", Confidence = 0.9, Evidence = Evidence },
        },
        Presentation = [new PresentingFeature { Term = "paraplegia", Modifiers = ["flaccid"], Confidence = 0.9, Evidence = Evidence }],
        Adjuvants = [new Adjuvant { Kind = "radiotherapy", Confidence = 0.9, Evidence = Evidence }],
        AgeAtDiagnosis = new AgeAtDiagnosis { Years = 53.5, Basis = "derived", Confidence = 0.9, Evidence = Evidence },
        MetastasisTiming = new MetastasisTiming { Value = "metachronous", MonthsAfterPrimary = 18, Basis = "stated", Confidence = 0.9, Evidence = Evidence },
        Recurrence = new Recurrence { Value = "present", Site = "distant", Confidence = 0.9, Evidence = Evidence },
        FollowUp = new FollowUp { Months = 7.5, Confidence = 0.9, Evidence = Evidence },
        Outcome = new Outcome
        {
            VitalStatus = new VitalStatus { Value = "dead", Cause = "disease", Basis = "stated", Confidence = 0.9, Evidence = Evidence },
            Disease = new DiseaseStatus { Value = "present", Confidence = 0.9, Evidence = Evidence },
            Neurology = new NeurologicalChange { Value = "improved", Basis = "derived", Confidence = 0.9, Evidence = Evidence },
            LocalRecurrence = new LocalRecurrence { Value = "absent", Confidence = 0.9, Evidence = Evidence },
        },
        Scales = [new ScaleValue { Kind = "frankel", Value = "C", Time = "preoperative", Confidence = 0.9, Evidence = Evidence }],
        Sins = new Sins
        {
            Lower = 1,
            Upper = 16,
            Stability = "stable",
            IsStated = false,
            Components = [new SinsComponent { Component = "location", Lower = 1, Upper = 1, Evidence = Evidence }],
            Confidence = 0.9,
            Evidence = Evidence,
        },
        Warnings = ["w"],
    };
}
