namespace CaseExtract.Schema;

/// <summary>A value of a clinical scale, grade or stage as the narrative states it, in one spelling whatever its letters or numerals were.</summary>
public sealed record ScaleValue : FieldValue
{
    /// <summary>
    /// <c>frankel</c> and <c>asia</c> (impairment scale) A to E; <c>ecog</c> (WHO performance status too) 0 to 5; <c>karnofsky</c> 0 to 100; <c>mccormick</c> 1 to 5;
    /// <c>nurick</c> 0 to 5; <c>mjoa</c> 0 to 18; <c>sins</c> 0 to 18; <c>escc</c> (Bilsky) 0, 1a, 1b, 1c, 2, 3; <c>tokuhashi</c> 0 to 15; <c>tomita</c> 2 to 10;
    /// <c>enneking</c>, malignant IA to III and benign 1 to 3; <c>who-grade</c> 1 to 4; <c>tnm</c>.
    /// </summary>
    [Vocabulary("frankel", "asia", "ecog", "karnofsky", "mccormick", "nurick", "mjoa", "sins", "escc", "tokuhashi", "tomita", "enneking", "who-grade", "tnm")]
    public required string Kind { get; init; }

    /// <summary>The value: capital letters, Arabic numerals where Roman ones mean the same, no blanks (<c>pT2N0M0</c>).</summary>
    [Pattern("^[A-E]$", WhenKind = "frankel")]
    [Pattern("^[A-E]$", WhenKind = "asia")]
    [Pattern("^[0-5]$", WhenKind = "ecog")]
    [Pattern("^([1-9]?0|100)$", WhenKind = "karnofsky")]
    [Pattern("^[1-5]$", WhenKind = "mccormick")]
    [Pattern("^[0-5]$", WhenKind = "nurick")]
    [Pattern("^(1?[0-8]|9)$", WhenKind = "mjoa")]
    [Pattern("^(1?[0-8]|9)$", WhenKind = "sins")]
    [Pattern("^(0|1[abc]?|2|3)$", WhenKind = "escc")]
    [Pattern("^(1?[0-5]|[6-9])$", WhenKind = "tokuhashi")]
    [Pattern("^([2-9]|10)$", WhenKind = "tomita")]
    [Pattern("^(I{1,3}[AB]?|[1-3])$", WhenKind = "enneking")]
    [Pattern("^[1-4]$", WhenKind = "who-grade")]
    [Pattern("^[yrac]*p?T([0-4][a-d]{0,2}[0-9]?|is|a|x)(N([0-3][a-c]?|x))?(M([01][a-d]?|x))?$", WhenKind = "tnm")]
    public required string Value { get; init; }

    /// <summary><c>earlier</c> (before the present course), <c>preoperative</c>, <c>postoperative</c>, <c>follow-up</c>, or <see langword="null"/> where nothing is said.</summary>
    [Vocabulary("earlier", "preoperative", "postoperative", "follow-up")]
    public string? Time { get; init; }
}
