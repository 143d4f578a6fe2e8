using System.Text.RegularExpressions;

namespace CaseExtract.Lexicons;

/// <summary>How reports write what a terminology lists: "Carcinoma, squamous cell, NOS" becomes "squamous cell carcinoma".</summary>
internal static class Wording
{
    private const int LongestTerm = 7;

    private static readonly (string British, string American)[] Spellings =
    [
        ("tumour", "tumor"), ("haem", "hem"), ("phaeo", "pheo"), ("leukaem", "leukem"), ("oesoph", "esoph"), ("paed", "ped"),
        ("centre", "center"), ("naev", "nev"), ("cythaem", "cythem"), ("anaem", "anem"), ("localis", "localiz"), ("hyalinis", "hyaliniz"),
    ];

    /// <summary>What two spellings of one term share: the loader reads hyphen and blank as one.</summary>
    public static string Key(string term) => term.Replace('-', ' ');

    public static bool IsTerm(string text) => Patterns.Term().IsMatch(text);

    /// <returns><see langword="null"/> for a name that no report would use in these words.</returns>
    public static string? TryRewrite(string name, IReadOnlyList<string> eponyms)
    {
        var specified = Patterns.Unspecified().Replace(name.Trim(), "");
        if (Patterns.Abbreviation().IsMatch(specified))
            return null;
        var text = specified.ToLowerInvariant().Replace('\u2019', '\'').Replace('\u2013', '-');
        foreach (var (british, american) in Spellings)
            text = text.Replace(british, american, StringComparison.Ordinal);
        foreach (var eponym in eponyms)
            text = Regex.Replace(text, $@"(?<!\w){eponym}(?:'s|'|s)?(?= )", eponym, RegexOptions.None, TimeSpan.FromSeconds(1));
        if (Reordered(Patterns.Blank().Replace(text, " ").Trim()) is not { } ordered)
            return null;
        text = Patterns.Grade().Replace(ordered, "${level}-grade");
        text = Patterns.PluralEnding().Replace(text, "");
        return IsTerm(text) && text.Count(character => character == ' ') < LongestTerm && !Patterns.Unlikely().IsMatch(text) ? text : null;
    }

    // "meningioma, malignant" is spoken as "malignant meningioma"; a name with two commas has no one reading.
    private static string? Reordered(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length == 1)
            return text;
        if (parts.Length > 2 || parts[0].Length == 0 || parts[1].Length == 0 || parts[0].StartsWith("malignant ", StringComparison.Ordinal))
            return null;
        return Patterns.Postponed().IsMatch(parts[1]) ? $"{parts[0]} {parts[1]}" : $"{parts[1]} {parts[0]}";
    }
}
