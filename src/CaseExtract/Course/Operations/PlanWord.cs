namespace CaseExtract.Course;

/// <summary>What a word of <c>rules/plan-word.tsv</c> tells behind a plan to operate.</summary>
[Flags]
internal enum PlanWord
{
    /// <summary>Is told in the operating room: "[Intraoperatively], the mass".</summary>
    During = 1,

    /// <summary>The first part of such a word: "[intra]-operatively".</summary>
    Prefix = 2,

    /// <summary>The second.</summary>
    Operatively = 4,

    /// <summary>Before a word for an operation, says the same: "[at] laparotomy".</summary>
    At = 8,

    /// <summary>Is a word for an operation: "[exploration]".</summary>
    Operation = 16,

    /// <summary>Says that it was not done, or that something else was: "[refused]".</summary>
    End = 32,

    /// <summary>Before a piece, says that it was taken: "the [resected] specimen".</summary>
    Removed = 64,

    /// <summary>Is a piece: "[specimen]".</summary>
    Piece = 128,

    /// <summary>Tells of the days behind the operation: "[postoperative]".</summary>
    Recovery = 256,

    /// <summary>Is a word for any operation, behind "since": "two weeks since [surgery]".</summary>
    Surgery = 512,

    /// <summary>Leads to it.</summary>
    Since = 1024,

    /// <summary>Makes it no plan: "curettage [may] be considered".</summary>
    Possibility = 2048,

    /// <summary>At the head of a sentence, tells what the pathologist saw.</summary>
    Pathology = 4096,
}
