namespace CaseExtract.Text.Sections;

/// <summary>What a part of a page is for.</summary>
public enum SectionKind : byte
{
    /// <summary>Text under no heading.</summary>
    Body,

    /// <summary>The title of the report.</summary>
    Title,

    /// <summary>The story of the patient.</summary>
    Case,

    /// <summary>What was before: past medical, surgical and family history.</summary>
    History,

    /// <summary>Radiology.</summary>
    Imaging,

    /// <summary>Operation and treatment.</summary>
    Operation,

    /// <summary>Histology and the diagnosis.</summary>
    Pathology,

    /// <summary>What came after: outcome and follow-up.</summary>
    FollowUp,

    /// <summary>An unstructured abstract.</summary>
    Abstract,

    /// <summary>Caption of a figure or a table.</summary>
    Caption,

    /// <summary>Introduction, aims: general knowledge, with the patient named in passing.</summary>
    Background,

    /// <summary>Discussion, conclusion, review: general knowledge and other people's patients.</summary>
    Discussion,

    /// <summary>Names and places of the authors.</summary>
    Affiliations,

    /// <summary>Keywords.</summary>
    Keywords,

    /// <summary>Biographies, acknowledgements, funding, consent and other statements of the authors.</summary>
    Statements,

    /// <summary>The reference list, and the line that says how to cite.</summary>
    References,
}

/// <summary>What a section kind means for extraction.</summary>
public static class SectionKinds
{
    /// <summary>Nothing is ever extracted from such a section.</summary>
    public static bool IsExcluded(this SectionKind kind) =>
        kind is SectionKind.Affiliations or SectionKind.Keywords or SectionKind.Statements or SectionKind.References;

    /// <summary>The section speaks of the disease rather than of the patient, unless a sentence names the patient.</summary>
    public static bool IsGeneral(this SectionKind kind) => kind is SectionKind.Background or SectionKind.Discussion;
}
