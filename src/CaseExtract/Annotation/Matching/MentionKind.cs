namespace CaseExtract.Annotation.Matching;

/// <summary>What kind of thing a mention names; each kind comes from one lexicon or one grammar.</summary>
internal enum MentionKind : byte
{
    Tumour,
    Site,
    Region,
    Procedure,
    OrganRemoved,
    Adjuvant,
    Presentation,
    Person,
    Laterality,
    Signal,
    Sequence,
    Enhancement,
    Density,
    Uptake,
    Compartment,
    Extent,
    Compression,
    Spread,
    Plot,
    Grade,
    Cue,
    Abbreviation,
    HistologyModifier,
    LesionWord,
    Trap,
    ScaleName,
    Phase,
    Outcome,
    Stability,

    /// <summary>An examination, or what it measures: what it finds may be denied, not that it was done.</summary>
    Test,

    // From grammars
    Age,
    Level,
    Interval,
    Scale,
}
