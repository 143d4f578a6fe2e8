using CaseExtract.Annotation.Lexicons;

namespace CaseExtract.Annotation.Context;

/// <summary>A word or phrase that says how things near it are to be taken.</summary>
/// <param name="Role">What it says.</param>
/// <param name="Direction">Where the things stand that it speaks of.</param>
/// <param name="Reach">How many tokens it reaches.</param>
internal sealed record CueConcept(CueRole Role, CueDirection Direction, int Reach) : Concept;

internal enum CueRole : byte
{
    Negated,

    /// <summary>The value of a test that shows nothing: denies a finding that it is said of; a test that has it was done.</summary>
    Normal,

    /// <summary>It was so and is no longer; says nothing of what was done.</summary>
    Ended,

    /// <summary>A treatment that was given up or taken away; says nothing of the disease.</summary>
    Stopped,

    Uncertain,
    Hypothetical,

    /// <summary>An act that is planned or advised; says nothing of the disease.</summary>
    Planned,

    /// <summary>An act that was refused or not done; says nothing of the disease.</summary>
    Declined,

    /// <summary>An act that was tried in vain: an operation was not done; a drug was given, and says nothing of it.</summary>
    Failed,

    Historical,
    PastPerfect,
    Family,
    Other,
    Literature,

    /// <summary>It was done or is so: lifts a negation or doubt that stands in the clause before.</summary>
    Affirmed,

    /// <summary>What was suspected is confirmed: lifts the doubt.</summary>
    Confirmed,

    /// <summary>Looks like a cue and is none; hides the shorter cues inside it.</summary>
    Pseudo,

    /// <summary>Ends the reach of cues on either side, save of those that say whose it is.</summary>
    Terminator,

    /// <summary>Opens a clause with a subject of its own, as ", she" does: ends the reach of every cue.</summary>
    Clause,
}

internal enum CueDirection : byte
{
    Forward,
    Backward,
    Sentence,

    /// <summary>The sentence that the cue opens.</summary>
    Opening,

    /// <summary>What stands under the heading that the cue is in.</summary>
    Heading,
    None,
}
