using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>A number that may be an age.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token behind it.</param>
/// <param name="Next">The token behind the hyphen or slash that may follow it: <c>55-year-old</c>, <c>45/F</c>.</param>
/// <param name="Value">The number.</param>
/// <param name="IsApproximate">"about 50".</param>
internal readonly record struct AgeNumber(int First, int End, int Next, double Value, bool IsApproximate)
{
    /// <summary>No patient has more years.</summary>
    public const int MostYears = 110;

    /// <summary>A greater number counts at most days: "120 days old".</summary>
    private const int MostAlone = 115;

    /// <summary>Whether it may count years that nothing calls years.</summary>
    public bool MayBeYears => Value is >= 1 and <= MostYears;

    /// <summary>Reads a number at a token.</summary>
    public static bool TryRead(Document document, int first, int end, NumberReader numbers, WordRoles<AgeWord> words, out AgeNumber number)
    {
        var tokens = document.TokenArray;
        var behind = numbers.ReadCardinal(document, first, end, out var value);
        var isApproximate = first > 0 && words.Is(tokens[first - 1].Word, AgeWord.Approximate);
        number = new AgeNumber(first, behind, AgeMarks.Skip(document, behind, end, "-/"), value, isApproximate);
        return behind > first && !IsDenominator(document, first) && (value <= MostAlone || (behind < end && tokens[behind].Kind == TokenKind.Word));
    }

    /// <summary>"a 2/12 old infant" is two months of twelve, and not twelve.</summary>
    private static bool IsDenominator(Document document, int first) =>
        first > 1 && document.FirstCharacterOf(first - 1) == '/' && document.TokenArray[first - 2].Kind == TokenKind.Number;
}
