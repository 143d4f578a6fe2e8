namespace CaseExtract.Course;

/// <summary>What a word of <c>rules/operation-word.tsv</c> does beside a word for an operation.</summary>
[Flags]
internal enum OperationWord
{
    /// <summary>Fits any removal: "resection", "radical", "surgical".</summary>
    General = 1,

    /// <summary>Names a removal, of an organ that is told behind it: "extirpation".</summary>
    Removal = 2,

    /// <summary>Is said of tissue that is cut out, whatever it is: "excised".</summary>
    Cutting = 4,

    /// <summary>Before a removal, leaves most of the organ: "wedge resection".</summary>
    Partial = 8,

    /// <summary>Before a removal, leaves the organ: "transurethral".</summary>
    Endoscopic = 16,

    /// <summary>Is a lesion, or stands for one: "mass", "it".</summary>
    Lesion = 32,

    /// <summary>Was taken out with a lesion: "specimen", "margin".</summary>
    Tissue = 64,

    /// <summary>Is a part of an organ: "the lower [half] of the stomach".</summary>
    PartOfOrgan = 128,

    /// <summary>Behind an organ, is something of it or for it, and not the organ: "the bladder [catheter]".</summary>
    OfOrgan = 256,

    /// <summary>Says which organ: "the left".</summary>
    Determiner = 512,

    /// <summary>Leads to what an organ takes along: "the pancreas [including] the tumor".</summary>
    Along = 1024,

    /// <summary>Says that an operation was done: "underwent".</summary>
    Act = 2048,

    /// <summary>The same right behind a general word: "a wide excision was [made]".</summary>
    Made = 4096,

    /// <summary>Makes a sentence say something of an operation: "resection [is]". A note of what was done has none.</summary>
    Statement = 8192,

    /// <summary>Before a participle, makes it a deed: "the mass [was] resected", "[we] resected".</summary>
    Doer = 16384,

    /// <summary>Before a participle, makes it an attribute: "[the] resected specimen".</summary>
    Opener = 32768,

    /// <summary>Behind a participle, the same: "the tissue removed [at] laparotomy".</summary>
    Occasion = 65536,

    /// <summary>What is decompressed: "the cord".</summary>
    Decompressed = 131072,

    /// <summary>What is embolized: "feeders".</summary>
    Embolized = 262144,

    /// <summary>What is evacuated: "pus".</summary>
    Evacuated = 524288,

    /// <summary>What is curetted: "the cavity".</summary>
    Curetted = 1048576,

    /// <summary>What a laminectomy takes: "the arch".</summary>
    Lamina = 2097152,

    /// <summary>What is fused: "the segment".</summary>
    Fused = 4194304,

    /// <summary>What osteosynthesis fixes: "the femur".</summary>
    Fixed = 8388608,

    /// <summary>What is instrumented: "the spine".</summary>
    Instrumented = 16777216,

    /// <summary>Before an operation, refers back to it: "[after] the mastectomy".</summary>
    Since = 33554432,

    /// <summary>Is what an operation leaves: "the mastectomy [scar]".</summary>
    Remains = 67108864,

    /// <summary>Is what it takes out, for the pathologist: "the resection [specimen]".</summary>
    Piece = 134217728,

    /// <summary>Says what came of it: "complete resection was [achieved]".</summary>
    Result = 268435456,

    /// <summary>Leads to it as an occasion: "[upon] resection".</summary>
    Upon = 536870912,

    /// <summary>Is a part of the lesion that was spoken of, where nothing says of what it is: "the intraspinal [portion]".</summary>
    Rest = 1073741824,
}
