using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Context;

/// <summary>What the value of a test, such as "negative", is said of.</summary>
internal static class TestResult
{
    /// <summary>Whether a value is the end of a compound, which speaks of the word before its hyphen alone: "an HIV-negative woman with [fever]".</summary>
    public static bool IsCompound(Document document, in Mention cue) =>
        cue.FirstToken > 0 && document.TokenArray[cue.FirstToken - 1].Kind == TokenKind.Dash && !document.TokenArray[cue.FirstToken].Has(TokenMarks.SpaceBefore);

    /// <summary>
    /// Whether a value without a verb is that of a marker told behind the mention: "[angiosarcoma], CD31 positive, keratin negative". A list of what was looked for goes on
    /// over its commas ("stains for [carcinoma], lymphoma and melanoma negative").
    /// </summary>
    public static bool IsOfMarker(SentenceCues cues, in Mention target, in Mention cue)
    {
        var document = cues.Document;
        if (document.TextOf(cue.FirstToken) is not ("negative" or "neg" or "absent") || cues.FirstFor < target.FirstToken)
        {
            return false;
        }

        var isApart = false;
        for (var index = target.EndToken; index < cue.FirstToken && !isApart; index++)
        {
            // "[invasion]: absent" is one value
            isApart = ClauseBounds.IsComma(document, index) || document.TextOf(index) is "positive" || (document.MarkAt(index) == ':' && index + 1 < cue.FirstToken);
        }

        return isApart;
    }

    /// <summary>Whether what follows a value tells where it was found: "was negative in the [carcinoma]".</summary>
    public static bool IsPlace(Document document, in Mention cue) =>
        cue.EndToken < document.TokenArray.Length && document.Is(cue.EndToken, FunctionWord.Locative);

    /// <summary>Whether a value is an adjective of the noun behind it, which ends at a comma ("negative [serology], a marrow biopsy"); one with a preposition goes on ("negative for", "negative staining for").</summary>
    public static bool IsAdjective(Document document, in Mention cue, in Mention target)
    {
        for (var index = cue.FirstToken; index < target.FirstToken && !ClauseBounds.IsComma(document, index); index++)
        {
            if (document.Is(index, FunctionWord.Purpose | FunctionWord.Genitive))
            {
                return false;
            }
        }

        return true;
    }
}
