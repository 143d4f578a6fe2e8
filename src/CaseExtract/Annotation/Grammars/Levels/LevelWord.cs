namespace CaseExtract.Annotation.Grammars;

/// <summary>What a word of <c>rules/level.tsv</c> does in or beside a vertebral level.</summary>
[Flags]
internal enum LevelWord
{
    /// <summary>A region as an adjective: "thoracic"; its value is the region's letter.</summary>
    Adjective = 1,

    /// <summary>The name of a vertebra: "odontoid"; its value is the level.</summary>
    Name = 2,

    /// <summary>The letter of a region, written apart from the number.</summary>
    Letter = 4,

    /// <summary>"fifth"; from <c>rules/number.tsv</c>.</summary>
    Ordinal = 8,

    /// <summary>A vertebra or its part: makes a vertebra of whatever stands right beside it.</summary>
    Bone = 16,

    /// <summary>"level".</summary>
    Level = 32,

    /// <summary>Speaks of the spine: near it T2 may be a vertebra.</summary>
    Spine = 64,

    /// <summary>Speaks of MRI: near it T1 and T2 are sequences.</summary>
    Sequence = 128,

    /// <summary>A signal: "hyperintense at T2".</summary>
    Signal = 256,

    /// <summary>Speaks of the stage of a tumour: T1 to T4.</summary>
    Stage = 512,

    /// <summary>Speaks of thyroid hormones: T3, T4.</summary>
    Hormone = 1 << 10,

    /// <summary>Speaks of complement or of arteries with numbered parts: C1 to C5.</summary>
    Complement = 1 << 11,

    /// <summary>Speaks of lymphocytes: Th1, Th2.</summary>
    Immune = 1 << 12,

    /// <summary>Speaks of days, doses, vitamins, dissections: D1, D2.</summary>
    Course = 1 << 13,

    /// <summary>Speaks of segments of lung or liver, heart sounds, the drug S-1: S1 to S5.</summary>
    Organ = 1 << 14,

    /// <summary>Right before it, a letter with a number is a label: "sample S3", "Table S1".</summary>
    Label = 1 << 15,

    /// <summary>Glued before it by a dash it makes a molecule or a stage: "PD-L1".</summary>
    Marker = 1 << 16,

    /// <summary>"and", "as well as".</summary>
    List = 1 << 17,

    /// <summary>"to", "through".</summary>
    Range = 1 << 18,

    /// <summary>"between".</summary>
    Between = 1 << 19,

    /// <summary>"from".</summary>
    From = 1 << 20,

    /// <summary>"down", "inferiorly": may stand before the word of a range.</summary>
    Direction = 1 << 21,

    /// <summary>May stand between the word of a range and its end: "to the upper border of".</summary>
    Filler = 1 << 22,

    /// <summary>The noun of a region: "the cervical cord".</summary>
    Cord = 1 << 23,

    /// <summary>"at".</summary>
    At = 1 << 24,

    /// <summary>May stand between a bone and its level: "the body of the".</summary>
    Lead = 1 << 25,

    /// <summary>A number before it counts something: "at C5, 3 months later".</summary>
    Counted = 1 << 26,

    /// <summary>A place above the first vertebra: "from the foramen magnum to C4".</summary>
    Skull = 1 << 27,
}
