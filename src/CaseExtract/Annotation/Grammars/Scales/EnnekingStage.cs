using CaseExtract.Text;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>
/// A stage after Enneking: IA to III for malignant tumours, 1 to 3 for benign ones; the numerals tell the two apart and are kept
/// (Enneking, Clin Orthop 1986;204:9).
/// </summary>
internal sealed class EnnekingStage : ScaleForm
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
        if (token.Kind == TokenKind.Number && text is "1" or "2" or "3")
        {
            value = text.ToString();
            var letter = index + 1;
            // "stage 2B": a malignant stage in Arabic numerals
            if (letter < end && !document.TokenArray[letter].Has(TokenMarks.SpaceBefore) && document.TextOf(letter) is "A" or "B" or "a" or "b")
            {
                value = new string('I', text[0] - '0') + char.ToUpperInvariant(document.TextOf(letter)[0]);
                return letter + 1;
            }

            return index + 1;
        }

        var numeral = text.TrimEnd("ABab");
        if (numeral is not ("I" or "II" or "III") || text.Length > numeral.Length + 1)
        {
            return index;
        }

        value = text.ToString().ToUpperInvariant();
        if (text.Length == numeral.Length && index + 1 < end && document.TextOf(index + 1) is "A" or "B")
        {
            value += document.TextOf(index + 1)[0];
            return index + 2;
        }

        return index + 1;
    }
}
