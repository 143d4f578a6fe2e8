using System.Security.Cryptography;
using System.Text;
using CaseExtract.Schema;

namespace CaseExtract.Cli.Tests;

/// <summary>A report and its record, made by hand so that tests of checking and printing do not depend on the extractor.</summary>
internal static class SampleCase
{
    public const string Text =
        "😀 A 55-year-old woman had a hysterectomy for uterine leiomyosarcoma 2 years ago. MRI of T5-T6 showed an isointense "
        + "extradural mass. Laminectomy and gross total resection followed. Histology: =metastatic leiomyosarcoma. She walked again, Frankel D.";

    public static CaseRecord Record => new()
    {
        CaseId = "rep-1",
        Document = new DocumentInfo
        {
            Id = "rep-1",
            Path = "rep-1.txt",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))),
            MediaType = "text/plain",
            Length = Text.Length - 1, // the smiling face is one code point and two UTF-16 units
        },
        Age = new Age { Value = 55, Unit = "year", Years = 55, Confidence = 0.99, Evidence = Quote("55-year-old") },
        Sex = new Sex { Value = "female", Confidence = 0.99, Evidence = Quote("woman") },
        PrimaryTumour = new PrimaryTumour
        {
            Site = new TopographyCode("C55.9", "Uterus, NOS"),
            Histology = new MorphologyCode("8890", "3", "Leiomyosarcoma, NOS"),
            Text = "uterine leiomyosarcoma",
            Confidence = 0.9,
            Evidence = Quote("uterine leiomyosarcoma"),
        },
        PriorSurgeries = [new PriorSurgery { Term = "hysterectomy", MonthsBefore = 24, Confidence = 0.9, Evidence = Quote("hysterectomy") }],
        SpinalLevels =
        [
            new SpinalLevelValue { Level = "T5", Region = "thoracic", Confidence = 0.9, Evidence = Quote("T5-T6") },
            new SpinalLevelValue { Level = "T6", Region = "thoracic", Confidence = 0.9, Evidence = Quote("T5-T6") },
        ],
        SpinalRegions = ["thoracic"],
        ImagingSignals = [new ImagingSignal { Modality = "MRI", Sequence = "T2", Kind = "signal", Value = "iso", Confidence = 0.8, Evidence = Quote("isointense") }],
        Procedures =
        [
            new Procedure { Term = "laminectomy", Intent = "decompression", Levels = ["T5"], Confidence = 0.9, Evidence = Quote("Laminectomy") },
            new Procedure { Term = "resection", Confidence = 0.9, Evidence = Quote("resection") },
        ],
        Extent = new Extent { Value = "gross-total", Confidence = 0.9, Evidence = Quote("gross total") },
        Histology = new Histology
        {
            Code = "8890",
            Behaviour = "6",
            Display = "Leiomyosarcoma, NOS",
            Text = "=metastatic leiomyosarcoma",
            Confidence = 0.9,
            Evidence = Quote("=metastatic leiomyosarcoma"),
        },
        Lesion = new Lesion
        {
            Origin = new LesionOrigin { Value = "metastatic", Confidence = 0.9, Evidence = Quote("metastatic") },
            Compartment = new Compartment { Value = "extradural", Confidence = 0.9, Evidence = Quote("extradural") },
        },
        Scales = [new ScaleValue { Kind = "frankel", Value = "D", Time = "postoperative", Confidence = 0.9, Evidence = Quote("Frankel D") }],
        Sins = new Sins
        {
            Lower = 1,
            Upper = 16,
            IsStated = false,
            Components = [new SinsComponent { Component = "location", Lower = 1, Upper = 1, Evidence = Quote("T5-T6") }],
            Confidence = 0.8,
            Evidence = Quote("T5-T6"),
        },
    };

    private static Evidence[] Quote(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal) - 1;
        return [new Evidence(start, start + words.Length, words, "case")];
    }
}
