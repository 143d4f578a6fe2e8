namespace CaseExtract.Fields;

/// <summary>What a word of <c>rules/presentation.tsv</c> tells of a complaint or a mass beside it.</summary>
[Flags]
internal enum PresentationWord
{
    /// <summary>A mass was noticed or felt: "palpable", "complained".</summary>
    Felt = 1,

    /// <summary>It was seen on a picture, through a scope or at an operation.</summary>
    Picture = 2,

    /// <summary>A pathologist saw it.</summary>
    Tissue = 4,

    /// <summary>A clinical one, unless a word before it names a picture.</summary>
    Examination = 8,

    /// <summary>Before "for": a disease that the patient has had.</summary>
    Treated = 16,
}
