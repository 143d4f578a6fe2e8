namespace CaseExtract.Annotation.Grammars;

/// <summary>What a word of <c>rules/scale.tsv</c> does between the name of a scale and its value.</summary>
[Flags]
internal enum ScaleWord
{
    /// <summary>What a value is called: "grade", "score", "performance status".</summary>
    Noun = 1,

    /// <summary>Joins a name and its value: "was", "of", "graded as".</summary>
    Link = 2,

    /// <summary>A change of the value: "improved".</summary>
    Change = 4,

    /// <summary>Before the end of a change: "to".</summary>
    To = 8,

    /// <summary>When: "preoperatively", "at discharge".</summary>
    Phase = 16,

    /// <summary>"and".</summary>
    And = 32,

    /// <summary>Makes the name an author's: "Frankel et al.".</summary>
    Author = 64,

    /// <summary>What a number before it counts, so that it is no value: "ECOG 2 trial".</summary>
    Counted = 128,

    /// <summary>What is graded by toxicity or another scale of the same name: "WHO grade 3 neutropenia".</summary>
    Toxicity = 256,

    /// <summary>Behind a value, before the name: "grade II according to the".</summary>
    By = 512,

    /// <summary>Points of a range rather than a value: "range", "between".</summary>
    Range = 1024,

    /// <summary>The World Health Organization behind or before a grade.</summary>
    Who = 2048,
}
