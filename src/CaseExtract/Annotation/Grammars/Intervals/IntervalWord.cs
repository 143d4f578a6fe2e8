namespace CaseExtract.Annotation.Grammars;

/// <summary>What a word of <c>rules/interval-word.tsv</c> does beside a stretch of time.</summary>
[Flags]
internal enum IntervalWord
{
    /// <summary>Behind it, lays it before the present: "two years [ago]".</summary>
    Before = 1,

    /// <summary>Behind it, moves the story on: "two years [later]".</summary>
    Later = 2,

    /// <summary>The same, and names what it counts from: "two years [after] surgery".</summary>
    After = 4,

    /// <summary>Between it and such a word, says that it went by: "ten years have [passed] since".</summary>
    Passed = 8,

    /// <summary>Behind it, tells observation: "6-month [surveillance]".</summary>
    FollowUp = 16,

    /// <summary>Behind it, tells how long something lasted: "a two-year [history]".</summary>
    Duration = 32,

    /// <summary>Behind "post", names a stage of life, which nothing is counted from: "three years post-[menopausal]".</summary>
    Life = 64,

    /// <summary>Is an act of the present course: "5 weeks before [surgery]", "[surgery] 2011".</summary>
    Act = 128,

    /// <summary>Before a number, makes it a year: "[in] 2008".</summary>
    Date = 256,

    /// <summary>Is a stretch of ten years.</summary>
    Decade = 512,
}
