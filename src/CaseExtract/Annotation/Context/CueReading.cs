using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>What a cue means by the words around it, where it has several meanings.</summary>
internal static class CueReading
{
    /// <summary>Whether a doubt behind a mention is of it: not one in parentheses ("T8 collapse (?myeloma)"), nor of the subject of a clause of time ("… after tuberculosis had been suspected").</summary>
    public static bool IsDoubted(Document document, in Mention target, in Mention cue)
    {
        // "led to a suspected diagnosis of": an adjective of what follows
        if (document.MarkAt(cue.FirstToken - 1) == '(' || document.Is(cue.FirstToken - 1, FunctionWord.Article))
        {
            return false;
        }

        if (document.TextOf(cue.FirstToken) is not "had")
        {
            return true;
        }

        return !document.Holds(target.EndToken, cue.FirstToken, FunctionWord.Posterior | FunctionWord.Concession | FunctionWord.Cause | FunctionWord.Moment);
    }

    /// <summary>"she [required] a nephrectomy": what a patient required was done, what a tumor requires is not yet.</summary>
    public static bool IsNeedOfPatient(Document document, in Mention cue)
    {
        if (document.TextOf(cue.FirstToken) is not "required")
        {
            return false;
        }

        var index = cue.FirstToken - 1;
        while (index > 0 && (document.Is(index, FunctionWord.LightAdverb | FunctionWord.ConnectiveAdverb) || document.TextOf(index).EndsWith("ly", StringComparison.Ordinal)))
        {
            index--;
        }

        return index >= 0 && (document.IsInAnyCase(index, FunctionWord.SubjectPronoun) || document.TextOf(index) is "who" or "patient" or "man" or "woman" or "boy" or "girl" or "child");
    }
}
