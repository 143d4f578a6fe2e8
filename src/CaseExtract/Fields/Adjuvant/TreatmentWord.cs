namespace CaseExtract.Fields;

/// <summary>What a word of <c>rules/treatment-word.tsv</c> does beside a treatment.</summary>
[Flags]
internal enum TreatmentWord
{
    /// <summary>Says that the treatment came after what stands behind: "radioiodine was given [after] the thyroidectomy".</summary>
    After = 1,

    /// <summary>The opposite: "four cycles [preceding] the resection".</summary>
    Before = 2,

    /// <summary>The same at the head of a clause: "[Prior] to gastrectomy, she received".</summary>
    Ahead = 4,

    /// <summary>Says that a drug was taken up again: "[resumed] two weeks later".</summary>
    Resumed = 8,

    /// <summary>Says that somebody gives or gets it: "[received]".</summary>
    Given = 16,

    /// <summary>Says what came of it: "a marked [response]".</summary>
    Effect = 32,

    /// <summary>Right before it, says when something else was: "[despite] chemotherapy".</summary>
    Preposition = 64,

    /// <summary>Before "to", says that the tumour or the patient does not bear it: "[refractory] to imatinib".</summary>
    Property = 128,

    /// <summary>Denies what is told behind the operation: "and [no] treatment after it".</summary>
    None = 256,

    /// <summary>Is a word for an operation without a name: "[surgery]".</summary>
    Surgery = 512,

    /// <summary>Behind a drug, makes it a tracer: "iodine [scintigraphy]".</summary>
    Scan = 1024,

    /// <summary>Before a letter or a number, makes it a class: "[grade] 5".</summary>
    Class = 2048,

    /// <summary>Is a drug that is given for other diseases too.</summary>
    Drug = 4096,

    /// <summary>Is such a disease.</summary>
    Disease = 8192,
}
