using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>Whether what a cue behind a mention says is told in another clause, of something else.</summary>
internal static class OtherClause
{
    /// <summary>So far before what was done "until" may stand.</summary>
    private const int AwaitedReach = 6;

    /// <summary>"[metastasis] of the tumor that had been removed", "[excision] of the lump that had been biopsied": a relative clause about what it is of.</summary>
    public static bool IsOfRelative(Document document, in Mention target, in Mention cue) =>
        cue.FirstToken > target.EndToken + 1 && document.Is(cue.FirstToken - 1, FunctionWord.RelativePronoun)
        && document.Is(target.EndToken, FunctionWord.Genitive | FunctionWord.Source);

    /// <summary>"[fusion] was done after the tumor had been resected": a verb, and behind it a clause of time or cause with a subject of its own, which the past perfect tells of.</summary>
    public static bool IsOfTimeBehind(Document document, in Mention target, int to)
    {
        var hasVerb = false;
        for (var index = target.EndToken; index < to; index++)
        {
            if (hasVerb && document.Is(index, FunctionWord.Posterior | FunctionWord.Completion | FunctionWord.Moment | FunctionWord.Cause | FunctionWord.Inceptive))
            {
                return true;
            }

            hasVerb |= document.Is(index, FunctionWord.PastBe) || document.TextOf(index) is "followed";
        }

        return false;
    }

    /// <summary>"she went on to [R-DHAP], and radiotherapy was planned": what stands before the comma has a verb of its own.</summary>
    public static bool IsOfClauseBefore(Document document, in Mention target, int start, int to)
    {
        for (var index = target.EndToken; index < to - 2; index++)
        {
            if (document.MarkAt(index) == ';' || (ClauseBounds.IsComma(document, index) && document.Is(index + 1, FunctionWord.Additive | FunctionWord.Adversative)))
            {
                return ClauseVerbs.HasVerb(document, start, index);
            }
        }

        return false;
    }

    /// <summary>"she was kept on it until [excision] of the adenoma had been performed": past only from what came after.</summary>
    public static bool IsAwaited(Document document, in Mention target, int start)
    {
        for (var index = target.FirstToken - 1; index >= Math.Max(start, target.FirstToken - AwaitedReach); index--)
        {
            if (document.Is(index, FunctionWord.Limit | FunctionWord.Completion))
            {
                return true;
            }

            if (document.Is(index, FunctionWord.Additive) || document.MarkAt(index) is ',' or ';')
            {
                return false;
            }
        }

        return false;
    }
}
