using CaseExtract.Text;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Grammars;

/// <summary>A grade of epidural spinal cord compression after Bilsky (J Neurosurg Spine 2010;13:324): 0, 1a, 1b, 1c, 2, 3.</summary>
internal sealed class CompressionGrade : ScaleForm
{
    public override int Read(Document document, int index, int end, out string value)
    {
        value = "";
        if (index >= end || document.TokenArray[index].Kind != TokenKind.Number || document.TextOf(index) is not [>= '0' and <= '3'] digit)
        {
            return index;
        }

        value = digit.ToString();
        var letter = index + 1;
        if (digit[0] == '1' && letter < end && !document.TokenArray[letter].Has(TokenMarks.SpaceBefore) && document.TextOf(letter) is [>= 'a' and <= 'c' or >= 'A' and <= 'C'] part)
        {
            value += char.ToLowerInvariant(part[0]);
            return letter + 1;
        }

        return index + 1;
    }

    /// <summary>ESCC is also squamous carcinoma of the esophagus, which has stages.</summary>
    public override bool Allows(ReadOnlySpan<char> noun) => noun is not ("stage" or "staging" or "type" or "class");
}
