namespace CaseExtract.Fields;

/// <summary>What a word of <c>rules/level-use.tsv</c> says of a level or region beside it.</summary>
[Flags]
internal enum LevelUse
{
    /// <summary>A dermatome, reflex or deficit.</summary>
    Neurology = 1,

    /// <summary>A radiation field.</summary>
    Radiation = 2,

    /// <summary>A finding that goes with a lesion, such as a syrinx; the lesion itself where the report is of no tumour.</summary>
    Companion = 4,

    /// <summary>A vessel, an implant, a puncture, a landmark.</summary>
    Elsewhere = 8,

    /// <summary>An operation.</summary>
    Operation = 16,

    /// <summary>Stands between a lesion and its level: "metastasis in the body of T6".</summary>
    Tie = 32,

    /// <summary>Names one or more regions; they are its value.</summary>
    Area = 64,

    /// <summary>Names the spine by itself: "sacrum".</summary>
    Spinal = 128,

    /// <summary>A part of the spine: "cervical cord".</summary>
    Spine = 256,

    /// <summary>What a spinal region may belong to where the report speaks of the spine: "thoracic mass".</summary>
    Noun = 512,

    /// <summary>An organ of the region: "cervical lymph node".</summary>
    Other = 1024,

    /// <summary>Measures something between levels: a Cobb angle, a diameter. A sentence with it and no lesion tells of none.</summary>
    Measure = 2048,

    /// <summary>An animal or a specimen.</summary>
    Model = 4096,

    /// <summary>Tells that a vertebra is diseased: "destroyed", "replaced", "collapsed".</summary>
    Disease = 8192,

    /// <summary>Tells of something found by the way: nothing in its sentence is the lesion's.</summary>
    Incidental = 16384,

    /// <summary>A nerve or root.</summary>
    Nerve = 1 << 15,

    /// <summary>"at": behind the word for a nerve it gives the place of what is told of the nerve.</summary>
    At = 1 << 16,

    /// <summary>What opens a clause that only says where it ends: "the conus".</summary>
    Landmark = 1 << 17,

    /// <summary>Joins levels of one list.</summary>
    List = 1 << 18,
}
