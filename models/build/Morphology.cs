namespace CaseExtract.Lexicons;

/// <summary>Histology and behaviour, written <c>8890/3</c>.</summary>
internal readonly record struct Morphology(string Code, string Behaviour)
{
    public static readonly IComparer<Morphology> Order =
        Comparer<Morphology>.Create((left, right) => string.CompareOrdinal(left.ToString(), right.ToString()));

    public static Morphology? TryParse(string text) =>
        Patterns.Morphology().IsMatch(text) ? new Morphology(text[..4], text[5..]) : null;

    public override string ToString() => $"{Code}/{Behaviour}";
}
