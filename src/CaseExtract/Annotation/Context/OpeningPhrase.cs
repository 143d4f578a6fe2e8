using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>A phrase of time or cause at the head of a sentence or a clause: what it names only says when, where or why.</summary>
internal static class OpeningPhrase
{
    /// <summary>What tells why, before a noun.</summary>
    private const FunctionWord Cause = FunctionWord.Cause | FunctionWord.CausePhrase | FunctionWord.Premise;

    /// <summary>Whether a mention only says where or when, at the head of a clause: "on [CT], metastases were not found", "after treatment with [prednisone], the rash disappeared".</summary>
    public static bool HoldsAside(Document document, in Mention target, in Mention cue, int start)
    {
        if (Holds(document, target, start, cue.FirstToken))
        {
            return true;
        }

        // "with [steroids] the edema resolved": another subject, be it without a comma
        if (target.EndToken >= document.TokenArray.Length || !(ClauseBounds.IsComma(document, target.EndToken) || document.Is(target.EndToken, FunctionWord.Definite | FunctionWord.Possessive)))
        {
            return false;
        }

        for (var index = target.FirstToken - 1; index >= Math.Max(0, target.FirstToken - 2); index--)
        {
            if (document.IsCapital(index, FunctionWord.Occasion | FunctionWord.Anterior | FunctionWord.Locative | FunctionWord.Agentive | FunctionWord.Comitative | FunctionWord.Source))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a mention stands in a phrase of time or cause that opens the sentence and ends at a comma: "after [resection] of the tumor, radiotherapy was recommended".</summary>
    public static bool Holds(Document document, in Mention target, int start, int to)
    {
        if (!document.IsCapital(start, FunctionWord.Occasion | FunctionWord.Anterior | Cause | FunctionWord.Comitative | FunctionWord.Influence | FunctionWord.Contact | FunctionWord.Point | FunctionWord.Surface | FunctionWord.Agentive))
        {
            return false;
        }

        for (var index = start; index < to; index++)
        {
            if (ClauseBounds.IsComma(document, index))
            {
                return index >= target.EndToken && !ClauseVerbs.HasVerb(document, start, index);
            }

            if (document.MarkAt(index) is '.' or ';')
            {
                return false;
            }
        }

        return false;
    }
}
