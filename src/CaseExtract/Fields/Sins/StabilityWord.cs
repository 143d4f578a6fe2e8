namespace CaseExtract.Fields;

/// <summary>What a word of <c>rules/stability.tsv</c> says beside a part of the spine.</summary>
[Flags]
internal enum StabilityWord
{
    /// <summary>The part is part of the lesion.</summary>
    Involves = 1,

    /// <summary>The part is sound.</summary>
    Spared = 2,

    /// <summary>A deformity that was there before the tumour.</summary>
    Old = 4,
}
