namespace CaseExtract.Fields;

/// <summary>What a word of <c>rules/spread-word.tsv</c> does beside a word for spread.</summary>
[Flags]
internal enum SpreadWord
{
    /// <summary>Leads to the place that a tumour has spread to: "metastatic [to] the ovary".</summary>
    To = 1,

    /// <summary>Leads to the tumour that a metastasis came from: "metastasis [from] a melanoma".</summary>
    From = 2,

    /// <summary>Names what points to the tumour behind it: "the first [sign] of a carcinoma".</summary>
    Sign = 4,

    /// <summary>Makes spread something told along with a tumour: "a carcinoma [with] metastases".</summary>
    With = 8,

    /// <summary>Joins recurrence and metastasis, which together tell how the disease went on.</summary>
    Join = 16,

    /// <summary>Ends the name of one metastasis: "a secondary [deposit]".</summary>
    Single = 32,

    /// <summary>Before metastases that are denied, says that there is one: "no [other] metastases".</summary>
    Other = 64,

    /// <summary>Tells that the authors report.</summary>
    Report = 128,

    /// <summary>Names the spread in the meninges, which is a lesion of its own.</summary>
    Meningeal = 256,
}
