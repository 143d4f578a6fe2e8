namespace CaseExtract.Course;

/// <summary>What a word of <c>rules/diagnosis-word.tsv</c> does beside the name of a tumour.</summary>
[Flags]
internal enum DiagnosisWord
{
    /// <summary>Tells that the authors report: "we [describe] a chordoma".</summary>
    Report = 1,

    /// <summary>Behind "first", says that nobody told of such a tumour before: "the first [case] of".</summary>
    Case = 2,

    /// <summary>Joins a lesion with its name: "the mass [was] a schwannoma".</summary>
    Copula = 4,

    /// <summary>Makes a name that of a part of a tumour: "the squamous [component]".</summary>
    Part = 8,

    /// <summary>Leads from a tumour to one in it: "a carcinoma arising [within] an adenoma".</summary>
    Within = 16,

    /// <summary>Leads from a tumour to another that was found with it: "[synchronous]".</summary>
    Beside = 32,

    /// <summary>Behind a name, makes the two something to examine: "the nevus [tissue]".</summary>
    Sample = 64,

    /// <summary>Says that a diagnosis is the last: "[definitive]".</summary>
    Final = 128,

    /// <summary>Makes a verb behind a name passive.</summary>
    Passive = 256,

    /// <summary>Is the verb of a diagnosis: "a chordoma was [confirmed]".</summary>
    MadeOut = 512,

    /// <summary>Before a name, says that it was only suspected: "raised the [suspicion] of".</summary>
    Suspicion = 1024,

    /// <summary>The same, farther off: "[initially] the mass appeared to be".</summary>
    FirstSight = 2048,

    /// <summary>Is a pathologist's finding that is no tumour: "[granulomatous]".</summary>
    Inflammation = 4096,

    /// <summary>Is one that is: "[atypical] cells".</summary>
    TumourCell = 8192,
}
