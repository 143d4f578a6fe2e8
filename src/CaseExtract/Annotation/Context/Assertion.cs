namespace CaseExtract.Annotation.Context;

/// <summary>
/// What the context makes of a mention, after ConText (Harkema et al., J Biomed Inform 2009) and the i2b2 2010 assertions: polarity,
/// certainty, temporality and experiencer. No mark: it is so, now, and the patient's.
/// </summary>
[Flags]
internal enum Assertion : ushort
{
    Affirmed = 0,
    Negated = 1,
    Uncertain = 2,
    Hypothetical = 4,
    Historical = 8,
    Relative = 16,
    OtherPatient = 32,
    Literature = 64,

    /// <summary>Told in the past perfect ("had undergone"): before what was told last; the story decides how far back that is.</summary>
    PastPerfect = 128,

    /// <summary>Was so and is no longer: resolved, removed, stopped. A fact of the story all the same.</summary>
    Ended = 256,

    /// <summary>Not a fact about the patient at any time.</summary>
    NotFactual = Negated | Uncertain | Hypothetical | Relative | OtherPatient | Literature,

    /// <summary>Somebody else's.</summary>
    NotPatient = Relative | OtherPatient | Literature,
}
