using System.Globalization;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>A whole number between bounds, in digits or in words: ECOG, Karnofsky (by tens), Nurick, mJOA, SINS, Tokuhashi, Tomita; grades in Roman numerals where the scale has them.</summary>
/// <param name="numbers">Reads numbers in words.</param>
/// <param name="words">The words of scales.</param>
/// <param name="bounds">Least and greatest value, and the step between values.</param>
/// <param name="hasRoman">Whether the scale is written in Roman numerals too, as McCormick is.</param>
internal sealed class ScoreNumber(NumberReader numbers, WordRoles<ScaleWord> words, (int Least, int Greatest, int Step) bounds, bool hasRoman) : ScaleForm
{
    public override int Read(Document document, int index, int end, out string value)
    {
        value = "";
        if (index >= end)
        {
            return index;
        }

        var token = document.TokenArray[index];
        var text = document.TextOf(token);
        double number;
        var next = index + 1;
        if (hasRoman && token.Kind == TokenKind.Word && RomanNumeral.TryParse(text, out var roman))
        {
            number = roman;
        }
        else if (token.Kind == TokenKind.Number || (token.Kind == TokenKind.Word && text.Length > 2))
        {
            next = numbers.ReadCardinal(document, index, end, out number);
        }
        else
        {
            return index;
        }

        if (next == index || number < bounds.Least || number > bounds.Greatest || number % bounds.Step != 0 || IsCount(document, next, end))
        {
            return index;
        }

        value = number.ToString(CultureInfo.InvariantCulture);
        return next;
    }

    /// <summary>"ECOG 2 trial", "SINS 3 months later": the number counts what stands behind it.</summary>
    private bool IsCount(Document document, int next, int end) =>
        next < end && (words.Is(document.TokenArray[next].Word, ScaleWord.Counted) || (document.FirstCharacterOf(next) == '%' && bounds.Greatest < 100));
}
