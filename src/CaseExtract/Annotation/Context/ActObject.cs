using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;
using CaseExtract.Text.Tokenization;

namespace CaseExtract.Annotation.Context;

/// <summary>What an act was done to, and where: who denies something else beside an act that was done does not deny its object. "No deficit after removal of a [meningioma] at [T4]".</summary>
internal static class ActObject
{
    /// <summary>So many words may stand between "of" and the noun or its place: "of a recurrent left frontal [meningioma]".</summary>
    private const int Reach = 6;

    private static readonly MentionKinds Objects = MentionKinds.Of(MentionKind.Tumour) | MentionKind.LesionWord | MentionKind.Level | MentionKind.Site | MentionKind.Region | MentionKind.Compartment;

    /// <summary>Whether a mention is the object of an act that no cue denied or put in doubt.</summary>
    /// <param name="document">The document.</param>
    /// <param name="before">The mentions of the sentence before it, with their assertions.</param>
    /// <param name="target">The mention.</param>
    public static bool IsOfDoneAct(Document document, ReadOnlySpan<Mention> before, in Mention target)
    {
        var of = Objects.Has(target.Kind) ? OfBefore(document, target.FirstToken) : -1;
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
            if (document.Is(index, FunctionWord.Genitive))
            {
                return index;
            }

            if (document.Is(index, FunctionWord.Coordinator) || document.TokenArray[index].Kind == TokenKind.Punctuation)
            {
                return -1;
            }
        }

        return -1;
    }
}
