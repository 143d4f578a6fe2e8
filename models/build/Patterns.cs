using System.Text.RegularExpressions;

namespace CaseExtract.Lexicons;

internal static partial class Patterns
{
    // "thyroid gland carcinoma", "malignant neoplasm of muscle", "tumor of the breast and skin"
    private const string IndexWords = "of|and|or|unspecified|including|includes|involving|associated|obsolete|synonym|xref|nec|fab|variant|"
        + "system|organ|gland|cortex|body|skin|neoplasm|cancer|disorder|syndrome|susceptibility|borderline malignancy|type [a-c]";

    // "childhood medulloblastoma", "stage 1 seminoma"
    private const string JoinedWords = "adult|childhood|pediatric|localized|advanced|familial|hereditary|inherited|multiple|stage|ajcc";

    // "diffuse glioma, H3-mutant": the overlay lists those that reports name
    private const string GeneticWords = "mutation|mutant|altered|alteration|activated|rearranged|rearrangement|fusion|wildtype";

    private const string FirstWords = "malignant tumor|benign tumor|tumor";

    private const string LoneWords = "malignant|benign|classical|primary";

    // 8890/3
    [GeneratedRegex(@"^[89]\d{3}/\d$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Morphology();

    // C22.0
    [GeneratedRegex(@"^C\d\d\.\d$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Topography();

    // b-cell lymphoma; wilms' tumor; spindle cell/sclerosing rhabdomyosarcoma
    [GeneratedRegex(@"^[a-z0-9](?:[a-z0-9]|[-/ ](?=[a-z0-9])|'(?=[ s]))*$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Term();

    // RCC; AML M6; RB - Retinoblastoma; CLL/SLL
    [GeneratedRegex(@"^[A-Z][A-Z0-9/&-]{1,7}(?: [A-Z0-9]{1,3})?$|^[A-Z]+ - |^[A-Z]{2}[A-Za-z-]* tumou?r$",
        RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Abbreviation();

    // Chordoma, NOS; Osteosarcoma, not otherwise specified
    [GeneratedRegex(@",? *\(?(?:\bNOS\b|not otherwise specified)\)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    public static partial Regex Unspecified();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Blank();

    // osteosarcoma, low grade
    [GeneratedRegex(@"\b(?<level>low|high|intermediate) grade\b", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Grade();

    // chondrosarcoma, grade 2; carcinoma, with apocrine metaplasia; spindle cell melanoma, type a
    [GeneratedRegex(@"^(?:grade|type|group|with|without|in) ", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Postponed();

    // leiomyosarcomas, glial tumors
    [GeneratedRegex(@"(?<=oma|tumor|neoplasm|cyst|lesion|syndrome)s$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex PluralEnding();

    // Index language of a terminology, what a grammar of site, age and grade joins by itself, and genetic formulas.
    [GeneratedRegex(
        @"[();:+]|\d$|\b(?:" + IndexWords + "|" + JoinedWords + "|" + GeneticWords + @")\b|^(?:" + FirstWords + ") |^(?:" + LoneWords + ")$",
        RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Unlikely();

    // what follows "gastric" in "gastric type carcinoma"
    [GeneratedRegex(@"^ (?:type|like|rest)\b", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Likeness();

    // synonym: "hemangiosarcoma" EXACT []
    [GeneratedRegex(@"^synonym: ""(?<name>[^""]+)"" EXACT \[", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex ExactSynonym();
}
