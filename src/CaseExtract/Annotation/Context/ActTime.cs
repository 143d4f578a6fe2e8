using CaseExtract.Annotation.Matching;
using CaseExtract.Text;
using CaseExtract.Text.Normalization;

namespace CaseExtract.Annotation.Context;

/// <summary>Whether a word of history says when an act was done.</summary>
internal static class ActTime
{
    /// <summary>So far behind an act its date may stand: "was performed about eight years ago".</summary>
    private const int LongestDate = 5;

    /// <summary>So far into its clause an act may stand for a word of time before the clause to date it.</summary>
    private const int TimeReach = 8;

    /// <summary>Whether a number of years stands behind the verb of an act: "[nephrectomy] was performed eight years earlier".</summary>
    public static bool IsDatedBy(Document document, in Mention target, in Mention cue) =>
        target.Kind is MentionKind.Procedure or MentionKind.Adjuvant && cue.FirstToken - target.EndToken <= LongestDate
        && document.Is(target.EndToken, FunctionWord.PastBe) && document.TextOf(cue.FirstToken) is "year" or "years" or "decade" or "decades";

    /// <summary>
    /// Whether a word of history says when an act was done though a clause opens between: "previously, she underwent …", "in childhood a …", "the history revealed that he had
    /// undergone …". Only a subject and a verb of acts may stand there; a word of history that a comma parts from the sentence says it of all, until the story is back in the present.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="cue">The word of history.</param>
    /// <param name="start">First token of the sentence.</param>
    /// <param name="from">Where the clause that the act stands in begins.</param>
    /// <param name="act">First token of the act.</param>
    public static bool IsToldBy(Document document, in Mention cue, int start, int from, int act)
    {
        if (cue.FirstToken == start && cue.EndToken < act && ClauseBounds.IsComma(document, cue.EndToken))
        {
            return !IsBack(document, cue.EndToken + 1, act);
        }

        var isOpening = cue.FirstToken == start && cue.EndToken < act && (((CueConcept)cue.Concept).Direction == CueDirection.Backward || ClauseBounds.IsComma(document, cue.EndToken));
        if (cue.EndToken > act || act - Math.Max(from, cue.EndToken) > TimeReach
            || (!isOpening && (cue.EndToken >= from || ((CueConcept)cue.Concept).Direction != CueDirection.Forward)))
        {
            return false;
        }

        for (var index = cue.EndToken; index < from; index++)
        {
            if (!IsSubjectOrVerbOfAct(document, index))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSubjectOrVerbOfAct(Document document, int index) =>
        document.Is(index, FunctionWord.Complementizer | FunctionWord.SubjectPronoun | FunctionWord.Definite | FunctionWord.Have | FunctionWord.PastBe | FunctionWord.NonfiniteBe)
        || document.TextOf(index) is "," or "patient" or "underwent" or "undergone" or "received" or "treated";

    /// <summary>Whether the story is back in the present: "previously, she had a lump, and [now] …".</summary>
    private static bool IsBack(Document document, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (document.TextOf(index) is "presented" or "presents" or "consulted" or "admitted" or "referred" or "now" or "currently" or "presently" or "but" or ";" or "who" or "this" or "our")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// "the previous scar was opened, the [laminectomy] was extended", "after a former bypass, and the thymoma was [excised]": an adjective of history stays in its clause, where a verb or "and" ends it
    /// and another verb comes behind a comma.
    /// </summary>
    public static bool IsAdjectiveOfOtherClause(Document document, in Mention cue, in Mention target)
    {
        if (!document.Is(cue.EndToken - 1, FunctionWord.PriorAdjective))
        {
            return false;
        }

        var hasVerb = false;
        for (var index = cue.EndToken; index < target.FirstToken; index++)
        {
            hasVerb |= document.Is(index, FunctionWord.PastBe);
            if (ClauseBounds.IsComma(document, index) && (hasVerb || document.Is(index + 1, FunctionWord.Additive)))
            {
                return ClauseBounds.HasOtherClause(document, index, target.FirstToken) || (target.EndToken < document.TokenArray.Length && document.Is(target.EndToken, FunctionWord.PastBe));
            }
        }

        return false;
    }
}
