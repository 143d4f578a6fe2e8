namespace CaseExtract.Annotation.Context;

/// <summary>Words that are looked for between a cue and a mention.</summary>
[Flags]
internal enum SentenceWords : byte
{
    None = 0,
    Colon = 1,
    And = 2,
    Before = 4,
    ClosingBracket = 8,

    /// <summary>A verb that clauses turn on.</summary>
    Verb = 16,

    /// <summary>A word that another subject opens with.</summary>
    Subject = 32,

    /// <summary>A word that ends like a participle.</summary>
    Participle = 64,

    /// <summary>"or", "nor".</summary>
    Alternative = 128,
}
