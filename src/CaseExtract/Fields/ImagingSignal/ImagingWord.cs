namespace CaseExtract.Fields;

/// <summary>What a word of <c>rules/imaging.tsv</c> does among signals and sequences.</summary>
[Flags]
internal enum ImagingWord
{
    /// <summary>Stands between signals, or between sequences, that are told together: "T1- and T2-weighted".</summary>
    Joint = 1,

    /// <summary>Makes one span of two signals: "hypo- to isointense".</summary>
    Range = 2,

    /// <summary>Leads from a signal to its sequence: "on".</summary>
    On = 4,

    /// <summary>May stand before the name of a sequence: "axial".</summary>
    Plane = 8,

    /// <summary>Starts another clause: "while".</summary>
    Break = 16,

    /// <summary>May start another clause: "and".</summary>
    Link = 32,

    /// <summary>A way of taking pictures.</summary>
    Modality = 64,

    /// <summary>"was".</summary>
    Copula = 128,

    /// <summary>With contrast behind it, means enhancement: "took up".</summary>
    Take = 256,

    /// <summary>A signal only within some words of a sequence: "hyper", "dark".</summary>
    Short = 512,

    /// <summary>A signal only right beside a sequence or another signal: "low".</summary>
    Bare = 1024,

    /// <summary>Before contrast, it was not given: "without".</summary>
    Without = 1 << 11,

    /// <summary>Speaks of nuclear medicine.</summary>
    Nuclear = 1 << 12,

    /// <summary>Speaks of plain films.</summary>
    Radiograph = 1 << 13,

    /// <summary>"the".</summary>
    Article = 1 << 14,

    /// <summary>What lies around a lesion: "rim".</summary>
    Rim = 1 << 15,

    /// <summary>With "after" and contrast behind it, means enhancement: "raised".</summary>
    Rise = 1 << 16,

    /// <summary>"after".</summary>
    After = 1 << 17,

    /// <summary>Speaks of ultrasound.</summary>
    Ultrasound = 1 << 18,

    /// <summary>Speaks of CT or MRI.</summary>
    Sectional = 1 << 19,

    /// <summary>Behind "enhanced" it is what has grown: "uptake".</summary>
    Quantity = 1 << 20,
}
