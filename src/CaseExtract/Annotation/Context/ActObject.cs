using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Context;

/// <summary>What an act was done to: who denies something else beside an act that was done does not deny its object. "No deficit after removal of a [meningioma]".</summary>
internal static class ActObject
{
    /// <summary>So many words may stand between "of" and the noun: "of a recurrent left frontal [meningioma]".</summary>
    private const int Reach = 5;

    /// <summary>Whether a mention is the object of an act that no cue denied or put in doubt.</summary>
    /// <param name="document">The document.</param>
    /// <param name="before">The mentions of the sentence before it, with their assertions.</param>
    /// <param name="target">The mention.</param>
    public static bool IsOfDoneAct(Document document, ReadOnlySpan<Mention> before, in Mention target)
    {
        var of = OfBefore(document, target.FirstToken);
        if (of < 0)
        {
            return false;
        }

        for (var index = before.Length - 1; index >= 0; index--)
        {
            if (before[index].Kind == MentionKind.Procedure && before[index].EndToken == of)
            {
                return (before[index].Assertion & Assertion.NotFactual) == 0;
            }
        }

        return false;
    }

    private static int OfBefore(Document document, int token)
    {
        for (var index = token - 1; index > 0 && index >= token - 1 - Reach; index--)
        {
            if (document.TokenArray[index].Kind == TokenKind.Punctuation)
            {
                return -1;
            }

            if (document.TextOf(document.TokenArray[index]) is "of")
            {
                return index;
            }
        }

        return -1;
    }
}
